import { endsSentence } from '../text/characters.js';
import type { Edit } from '../text/edits.js';
import type { SourceLine } from '../text/source-lines.js';
import { type Folio, headKey, longestChain, readFolios } from './folios.js';
import { newspaperFurniture } from './newspaper-furniture.js';

/** Lines of page furniture, by index, and how sure that is. */
export type Furniture = ReadonlyMap<number, number>;

/** Fewest pages that show a rhythm. */
const fewestPages = 3;

/**
 * Running heads and folios of a text pasted from a PDF: numbers that rise by one at the distance of a
 * page, alone or beside a head, often in mid-sentence; short lines that are repeated beside them; and
 * heads without a number that break sentence after sentence; and the heads of newspaper pages.
 */
export function findFurniture(lines: readonly SourceLine[]): Furniture {
  const folios = longestChain(lines.flatMap(readFolios));
  const found = new Map(folios.length < fewestPages ? [] : pagesOf(lines, folios));
  for (const index of repeatedHeads(lines, found)) found.set(index, 0.9);
  for (const index of newspaperFurniture(lines)) found.set(index, 0.85);
  return new Map([...found].sort(([a], [b]) => a - b));
}

/** One edit a line of furniture: the line with the white space after it leaves the text. */
export function furnitureEdits(lines: readonly SourceLine[], furniture: Furniture): readonly Edit[] {
  return [...furniture].map(([index, confidence]) => {
    const line = lines[index];
    const start = line?.start ?? 0;
    const end = lines[index + 1]?.start ?? line?.end ?? 0;
    return { rule: 'furniture', confidence, start, end, after: '' } as const;
  });
}

/** The folios with the heads beside them, if they show that they are of a page and not of the text. */
function pagesOf(
  lines: readonly SourceLine[],
  folios: readonly Folio[],
): readonly (readonly [number, number])[] {
  const heads = runningHeads(lines, folios);
  const named = heads.size > 0 || folios.some(({ beside }) => beside !== '');
  const brokenInto = folios.filter(({ index }) => breaksIn(lines, index, heads)).length;
  if (!named && brokenInto < 0.3 * folios.length) return [];
  return [
    ...folios.map(({ index }) => [index, named ? 0.95 : 0.85] as const),
    ...[...heads].map((index) => [index, 0.95] as const),
  ];
}

/** Lines next to folios whose text, but for digits, stands there on at least three pages. */
function runningHeads(lines: readonly SourceLine[], folios: readonly Folio[]): ReadonlySet<number> {
  const numbers = new Set(folios.map(({ index }) => index));
  const beside = folios
    .flatMap(({ index }) => [index - 1, index + 1])
    .filter((index) => lines[index] && !numbers.has(index));
  const counts = new Map<string, number>();
  for (const index of beside) {
    const key = headKey(lines[index]?.text ?? '');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set(
    beside.filter((index) => {
      const text = lines[index]?.text ?? '';
      return text.length <= 60 && (counts.get(headKey(text)) ?? 0) >= fewestPages;
    }),
  );
}

/** Longest head that is known by its repetition alone, in characters. */
const longestHead = 40;

/**
 * Lines that stand again and again, word for word, at the top of a page: after a form feed, or in the
 * middle of a sentence. A refrain stands where a sentence has ended.
 */
function repeatedHeads(lines: readonly SourceLine[], found: ReadonlyMap<number, number>): readonly number[] {
  const groups = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    if (!isHeadLike(line.text) || found.has(index)) continue;
    const group = groups.get(line.text);
    if (group) group.push(index);
    else groups.set(line.text, [index]);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length < fewestPages || /^\W+$/u.test(lines[group[0] ?? 0]?.text ?? '')) return [];
    const apart = group.every((index, i) => i === 0 || index - (group[i - 1] ?? 0) >= 8);
    const atPage = group.filter((index) => lines[index]?.pageBefore).length;
    const within = group.filter((index) => breaksIn(lines, index, new Set())).length;
    if (!apart || (atPage < 0.8 * group.length && within < 0.6 * group.length)) return [];
    return group;
  });
}

/** The last line of a paragraph may be repeated as well; but it ends as a sentence does, or begins within one. */
function isHeadLike(text: string): boolean {
  if (text.length > longestHead || text.length < 2) return false;
  return !endsSentence(text) && !/[，、；：,;:—-]$/u.test(text) && !/^\p{Ll}/u.test(text);
}

/** Whether a line stands in the middle of a sentence that goes on after it. */
function breaksIn(lines: readonly SourceLine[], index: number, heads: ReadonlySet<number>): boolean {
  let before = index - 1;
  while (heads.has(before)) before--;
  const text = lines[before]?.text;
  return text !== undefined && text.length > 8 && !endsSentence(text);
}
