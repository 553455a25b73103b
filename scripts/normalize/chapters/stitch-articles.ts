import type { Block } from '../breaks/blocks.js';
import { type JumpLine, jumpOf as jumpOfSegment } from '../structure/newspaper/jump-lines.js';
import { endsCjk, endsSentence } from '../text/characters.js';
import type { Edit } from '../text/edits.js';
import type { Role } from '../text/segments.js';
import type { ChapterParts } from './plan-chapters.js';

/** The page of the newspaper that an offset of the text stands on, as a number or letter and number; nothing where it does not show. */
export type PageOf = (offset: number) => string | undefined;

export interface Stitched {
  readonly articles: readonly ChapterParts[];
  readonly edits: readonly Edit[];
}

/** One half of an article that a jump line cuts. */
interface Half {
  readonly article: ChapterParts;
  readonly jump: JumpLine;
  readonly title: string;
  /** Page that it stands on, and the page that its jump line names. */
  readonly page: string | undefined;
  readonly names: string;
}

interface Match {
  readonly first: Half;
  readonly second: Half;
  readonly score: number;
}

/**
 * Puts the halves of articles together that jump lines cut (下转第四版 … 上接第一版), where each half fits
 * one other only: by the pages that they stand on and name, and by their titles. The jump lines and the
 * second title go to the ledger. Halves without a match keep their jump lines.
 */
export function stitchArticles(articles: readonly ChapterParts[], pageOf: PageOf): Stitched {
  const matches = uniqueMatches(halvesOf(articles, 'on', pageOf), halvesOf(articles, 'from', pageOf));
  const edits: Edit[] = [];
  const whole = new Map<ChapterParts, ChapterParts>();
  const gone = new Set<ChapterParts>();
  // From the last to the first: an article may run over three pages.
  for (const { first, second, score } of matches.sort(
    (a, b) => b.first.article.ranges[0].start - a.first.article.ranges[0].start,
  )) {
    const rest = whole.get(second.article) ?? second.article;
    whole.set(first.article, together(first.article, rest, edits, score));
    gone.add(second.article);
  }
  return {
    articles: articles
      .filter((article) => !gone.has(article))
      .map((article) => whole.get(article) ?? article),
    edits,
  };
}

function halvesOf(articles: readonly ChapterParts[], way: JumpLine['way'], pageOf: PageOf): readonly Half[] {
  return articles.flatMap((article) => {
    const block = article.blocks.find((one) => jumpOf(one)?.way === way);
    const jump = jumpOf(block);
    if (!block || !jump) return [];
    return [
      { article, jump, title: titleOf(article), page: pageOf(block.start), names: pageName(jump.page) },
    ];
  });
}

function jumpOf(block: Block | undefined): JumpLine | undefined {
  const [line] = block?.segments ?? [];
  return line && jumpOfSegment(line);
}

const ofTitle: ReadonlySet<Role> = new Set<Role>(['heading', 'kicker', 'subtitle']);

function titleOf({ blocks }: ChapterParts): string {
  const lines = blocks
    .slice(0, 6)
    .flatMap(({ segments }) => segments.filter(({ role }) => ofTitle.has(role)));
  return lines.map(({ text }) => text).join('');
}

const numerals = '零一二三四五六七八九';

/** The name of a page without what stands around it: 第三版 and 3版 are `3`, A03版 is `A3`. */
export function pageName(text: string): string {
  const match = /([A-Za-z]?)\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*版/u.exec(text);
  const [letter = '', figure = ''] = match?.slice(1) ?? [];
  const plain = figure.normalize('NFKC');
  if (/^\d+$/.test(plain)) return `${letter.toUpperCase()}${Number(plain)}`;
  const [ten = '', one = ''] = figure.includes('十') ? figure.split('十') : ['0', figure];
  const tens = ten === '' ? 1 : Math.max(0, numerals.indexOf(ten));
  return String(10 * (ten === '0' ? 0 : tens) + Math.max(0, numerals.indexOf(one)));
}

/** How much better than any other a match must be, and what it must reach: where others are possible, and where not. */
const [margin, enough, enoughAlone] = [0.4, 0.9, 0.5];

/** The pairs of halves that fit each other and nothing else as well. */
function uniqueMatches(firsts: readonly Half[], seconds: readonly Half[]): Match[] {
  const all = firsts.flatMap((first) =>
    seconds.flatMap((second) => {
      const score = closeness(first, second);
      return score === undefined || first.article === second.article ? [] : [{ first, second, score }];
    }),
  );
  const isOnly = firsts.length === 1 && seconds.length === 1;
  return all.filter((match) => {
    const rivals = all.filter(
      (other) => other !== match && (other.first === match.first || other.second === match.second),
    );
    const best = Math.max(0, ...rivals.map(({ score }) => score));
    return (
      match.score >= (isOnly ? enoughAlone : enough) && match.score >= best + (rivals.length > 0 ? margin : 0)
    );
  });
}

/** How well two halves fit; nothing where their pages contradict each other. */
function closeness(first: Half, second: Half): number | undefined {
  let score = 0;
  for (const [page, named] of [
    [second.page, first.names],
    [first.page, second.names],
  ] as const) {
    if (page === undefined || named === '0') continue;
    if (page !== named) return undefined;
    score += 0.5;
  }
  const tail = first.article.blocks.findLast((block) => block.segments[0]?.role === 'body');
  const cut = endsSentence(tail?.segments.at(-1)?.text ?? '') ? 0 : 0.2;
  return score + cut + 2 * likeness(first, second);
}

/** How much of the shorter title the other one shares, in pairs of characters, 0 to 1. */
function likeness(first: Half, second: Half): number {
  const [a, b] = [pairs(first.title), pairs(second.title)];
  const smaller = Math.min(a.size, b.size);
  if (smaller === 0) return 0;
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared / smaller;
}

function pairs(text: string): ReadonlySet<string> {
  const plain = text.replace(/[^\p{L}\p{N}]+/gu, '');
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, i) => plain.slice(i, i + 2)));
}

/** Both halves as one; what stands in the text for the cut alone is taken out of it. */
function together(first: ChapterParts, second: ChapterParts, edits: Edit[], score: number): ChapterParts {
  const confidence = score >= enough ? 0.9 : 0.7;
  const drop = (block: Block): void => {
    edits.push({ rule: 'stitch', confidence, start: block.start, end: block.end, after: '' });
  };
  const head = first.blocks.filter((block) => jumpOf(block)?.way !== 'on');
  const rest = second.blocks.filter((block, i) => {
    const isTitle = i < 6 && ofTitle.has(block.segments[0]?.role ?? 'body') && block.segments[0]?.level !== 2;
    return jumpOf(block)?.way !== 'from' && !isTitle;
  });
  for (const block of first.blocks) if (!head.includes(block)) drop(block);
  for (const block of second.blocks) if (!rest.includes(block)) drop(block);
  const [last, next] = [head.at(-1), rest[0]];
  const runsOn = isCut(last) && next?.segments[0]?.role === 'body';
  const [range, ...others] = second.ranges;
  const joined =
    runsOn && last && next ? [{ ...last, rest: [next, ...(next.rest ?? [])] }, ...rest.slice(1)] : rest;
  return {
    blocks: runsOn ? [...head.slice(0, -1), ...joined] : [...head, ...joined],
    ranges: [...first.ranges, { ...range, ...(runsOn && { runsOn: true }) }, ...others],
  };
}

/** Whether a half stops in mid-sentence. */
function isCut(block: Block | undefined): boolean {
  const text = block?.segments.at(-1)?.text ?? '';
  return block?.segments[0]?.role === 'body' && endsCjk(text) && !endsSentence(text);
}
