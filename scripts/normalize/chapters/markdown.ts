import { stringify } from 'yaml';
import type { Block } from '../breaks/blocks.js';
import type { Role } from '../text/segments.js';
import { escapeLine } from './markdown-escape.js';
import { type ChapterPlan, firstOf } from './plan-chapters.js';

/** Reads the edited text of a source range; ranges must be asked for in rising order. */
export type ReadEdited = (start: number, end: number) => string;

/** A chapter as Markdown, with the title that stands in it. */
export interface WrittenChapter {
  readonly markdown: string;
  /** The heading of level 1, or nothing where the text has none. */
  readonly heading: string | undefined;
}

/** The container that roles are set in; neighbours in the same container share it. */
const containers: Partial<Record<Role, string>> = {
  byline: 'byline',
  caption: 'captions',
  continuation: 'continuation',
  credit: 'captions',
  kicker: 'kicker',
  signoff: 'signoff',
  subtitle: 'subtitle',
};

/** Writes a chapter. `fallbackTitle` goes to the front matter where the text gives no heading. */
export function writeChapter(plan: ChapterPlan, read: ReadEdited, fallbackTitle: string): WrittenChapter {
  const lines = plan.blocks.map((block) => ({ block, text: read(block.start, block.end).trim() }));
  const heading = lines.find(
    ({ block }) => firstOf(block)?.role === 'heading' && firstOf(block)?.level === 1,
  )?.text;
  const body: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const name = containers[roleOf(lines[i]?.block)];
    let to = i + 1;
    while (name && to < lines.length && containers[roleOf(lines[to]?.block)] === name) to++;
    const group = lines.slice(i, to).filter(({ text }) => text !== '');
    if (group.length > 0) body.push(name ? container(name, group) : plain(group[0]));
    i = to;
  }
  return {
    markdown: `${frontMatter(plan, heading === undefined ? fallbackTitle : undefined)}${body.join('\n\n')}\n`,
    heading,
  };
}

interface Line {
  readonly block: Block;
  readonly text: string;
}

function roleOf(block: Block | undefined): Role {
  return firstOf(block)?.role ?? 'body';
}

function plain(line: Line | undefined): string {
  const level = line && roleOf(line.block) === 'heading' ? (firstOf(line.block)?.level ?? 2) : 0;
  const text = escapeLine(line?.text ?? '');
  return level > 0 ? `${'#'.repeat(level)} ${text}` : text;
}

function container(name: string, group: readonly Line[]): string {
  if (name === 'signoff')
    return `::: signoff\n${group.map(({ text }) => escapeLine(text)).join('\\\n')}\n:::`;
  if (name !== 'captions') return `::: ${name}\n${group.map(plain).join('\n\n')}\n:::`;
  const inner = group.map((line) =>
    roleOf(line.block) === 'credit' ? `::: credit\n${plain(line)}\n:::` : plain(line),
  );
  return `:::: captions\n${inner.join('\n\n')}\n::::`;
}

function frontMatter(plan: ChapterPlan, title: string | undefined): string {
  const data = {
    ...(title !== undefined && { title }),
    ...(plan.continuedFrom !== undefined && { 'continued-from': plan.continuedFrom }),
    ...(plan.continuedOn !== undefined && { 'continued-on': plan.continuedOn }),
  };
  return Object.keys(data).length === 0 ? '' : `---\n${stringify(data)}---\n\n`;
}
