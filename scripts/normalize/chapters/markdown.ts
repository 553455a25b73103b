import { stringify } from 'yaml';
import { jumpOf } from '../structure/newspaper/jump-lines.js';
import type { Role } from '../text/segments.js';
import { type ChapterLine, plainText } from './chapter-lines.js';
import { markdownLine } from './markdown-escape.js';

/** A chapter as Markdown, with what stands in it. */
export interface WrittenChapter {
  readonly markdown: string;
  /** The heading of level 1, or nothing where the text has none. */
  readonly heading: string | undefined;
  /** Page that a jump line names, as it is written: 第一版. */
  readonly continuedFrom?: string;
  readonly continuedOn?: string;
}

/** The container that roles are set in; neighbours in the same container share it. */
const containers: Partial<Record<Role, string>> = {
  byline: 'byline',
  caption: 'captions',
  continuation: 'continuation',
  credit: 'captions',
  dateline: 'dateline',
  'editors-note': 'note',
  epigraph: 'epigraph',
  kicker: 'kicker',
  letter: 'letter',
  lines: 'lines',
  signoff: 'signoff',
  subtitle: 'subtitle',
  verse: 'verse',
};

/** Writes a chapter. `fallbackTitle` goes to the front matter where the text gives no heading. */
export function writeChapter(lines: readonly ChapterLine[], fallbackTitle: string): WrittenChapter {
  const printed = lines.filter(({ pieces }) => pieces.length > 0);
  const title = printed.find(({ role, level }) => role === 'heading' && level === 1);
  const heading = title && plainText(title);
  const jumps = jumpsOf(printed);
  const body: string[] = [];
  for (let i = 0; i < printed.length; ) {
    const name = containers[printed[i]?.role ?? 'body'];
    let to = i + 1;
    while (name && to < printed.length && isSameContainer(printed[to], name)) to++;
    const group = printed.slice(i, to);
    body.push(name ? container(name, group) : group.map(plain).join(''));
    i = to;
  }
  const front = frontMatter(heading === undefined ? fallbackTitle : undefined, jumps);
  return { markdown: `${front}${body.join('\n\n')}\n`, heading, ...jumps };
}

/** Neighbours of one container share it; each stanza of verse has its own. */
function isSameContainer(line: ChapterLine | undefined, name: string): boolean {
  return line !== undefined && containers[line.role] === name && line.stanza !== true;
}

type Jumps = Pick<WrittenChapter, 'continuedFrom' | 'continuedOn'>;

function jumpsOf(lines: readonly ChapterLine[]): Jumps {
  let found: Jumps = {};
  for (const line of lines) {
    const jump = jumpOf({ ...line, text: plainText(line) });
    if (jump) found = { ...found, [jump.way === 'from' ? 'continuedFrom' : 'continuedOn']: jump.page };
  }
  return found;
}

function plain({ role, level = 2, pieces }: ChapterLine): string {
  return role === 'heading' ? `${'#'.repeat(level)} ${markdownLine(pieces)}` : markdownLine(pieces);
}

function container(name: string, group: readonly ChapterLine[]): string {
  if (name === 'signoff' || name === 'lines') return `::: ${name}\n${group.map(plain).join('\\\n')}\n:::`;
  if (name !== 'captions') return `::: ${name}\n${group.map(plain).join('\n\n')}\n:::`;
  const inner = group.map((line) =>
    line.role === 'credit' ? `::: credit\n${plain(line)}\n:::` : plain(line),
  );
  return `:::: captions\n${inner.join('\n\n')}\n::::`;
}

function frontMatter(title: string | undefined, { continuedFrom, continuedOn }: Jumps): string {
  const data = {
    ...(title !== undefined && { title }),
    ...(continuedFrom !== undefined && { 'continued-from': continuedFrom }),
    ...(continuedOn !== undefined && { 'continued-on': continuedOn }),
  };
  return Object.keys(data).length === 0 ? '' : `---\n${stringify(data)}---\n\n`;
}
