import { endsSentence } from '../text/characters.js';
import type { Edit } from '../text/edits.js';
import { numeralValue } from '../text/numerals.js';
import type { SourceLine } from '../text/source-lines.js';

/** Lines of page furniture, by index, and how sure that is. */
export type Furniture = ReadonlyMap<number, number>;

interface Folio {
  readonly index: number;
  readonly number: number;
}

/** Fewest pages that show a rhythm. */
const fewestPages = 3;

/**
 * Running heads and folios of a text pasted from a PDF: numbers that rise by one at the distance of a
 * page, often in mid-sentence, and short lines that are repeated beside them.
 */
export function findFurniture(lines: readonly SourceLine[]): Furniture {
  const folios = longestChain(lines.flatMap((line, index) => folioOf(line.text, index)));
  if (folios.length < fewestPages) return new Map();
  const heads = runningHeads(lines, folios);
  const brokenInto = folios.filter(({ index }) => !endsSentence(textBefore(lines, index, heads))).length;
  if (heads.size === 0 && brokenInto < 0.3 * folios.length) return new Map();
  const found = new Map<number, number>();
  for (const { index } of folios) found.set(index, heads.size > 0 ? 0.95 : 0.85);
  for (const index of heads) found.set(index, 0.95);
  return found;
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

function folioOf(text: string, index: number): readonly Folio[] {
  const match = /^[-–—·\s]*(?:第\s*)?([0-9０-９]{1,4}|[ivxlc]{1,7})(?:\s*[页頁])?[-–—·\s]*$/u.exec(text);
  const number = match ? numeralValue(match[1] ?? '') : undefined;
  return number === undefined ? [] : [{ index, number }];
}

/** Lines on the shortest and longest page that is taken for one. */
const [shortestPage, longestPage] = [12, 120];

/** The longest run of numbers that rise by one a page; a page without a number may lie between. */
function longestChain(folios: readonly Folio[]): readonly Folio[] {
  const length: number[] = [];
  const from: number[] = [];
  for (const [i, folio] of folios.entries()) {
    length[i] = 1;
    from[i] = -1;
    for (let j = i - 1; j >= Math.max(0, i - 40); j--) {
      const other = folios[j];
      const pages = folio.number - (other?.number ?? folio.number);
      const distance = folio.index - (other?.index ?? 0);
      if (pages < 1 || pages > 3 || distance < shortestPage * pages || distance > longestPage * pages)
        continue;
      if ((length[j] ?? 0) + 1 > (length[i] ?? 0)) [length[i], from[i]] = [(length[j] ?? 0) + 1, j];
    }
  }
  let at = length.reduce((best, value, i) => (value > (length[best] ?? 0) ? i : best), 0);
  const chain: Folio[] = [];
  while (at >= 0) {
    const folio = folios[at];
    if (folio) chain.unshift(folio);
    at = from[at] ?? -1;
  }
  return chain;
}

/** Lines next to folios whose text, but for digits, stands there on at least three pages. */
function runningHeads(lines: readonly SourceLine[], folios: readonly Folio[]): ReadonlySet<number> {
  const beside = folios.flatMap(({ index }) => [index - 1, index + 1]).filter((index) => lines[index]);
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

function headKey(text: string): string {
  return text.replace(/[0-9０-９]+/g, '#').trim();
}

function textBefore(lines: readonly SourceLine[], index: number, heads: ReadonlySet<number>): string {
  let before = index - 1;
  while (heads.has(before)) before--;
  return lines[before]?.text ?? '.';
}
