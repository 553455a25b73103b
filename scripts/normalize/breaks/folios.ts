import { numeralValue } from '../text/numerals.js';
import type { SourceLine } from '../text/source-lines.js';

/** A line that could be or hold a folio: its number, and what stands beside it on the line. */
export interface Folio {
  readonly index: number;
  readonly number: number;
  /** The rest of the line, such as a running head; empty where the number stands alone. */
  readonly beside: string;
}

/** Longest running head, in characters. */
const longestHead = 48;

const alone =
  /^[-–—·•~\s]*(?:第\s*|[Pp](?:age|\.)?\s*)?([0-9０-９]{1,4}|[ivxlc]{1,7})(?:\s*[页頁])?(?:\s*[/／]\s*[0-9０-９]{1,4}|\s+of\s+\d{1,4})?[-–—·•~\s]*$/u;
const leading =
  /^[-–—·•]?\s*(?:第\s*)?([0-9０-９]{1,4}|[ivxlc]{1,7})(?:\s*[页頁])?\s*[-–—·•|｜]?[\s　]+(\S.*)$/u;
const trailing =
  /^(.*\S)[\s　]+[-–—·•|｜]?\s*(?:第\s*)?([0-9０-９]{1,4}|[ivxlc]{1,7})(?:\s*[页頁])?\s*[-–—·•]?$/u;

/** The folios that a line could be read as: `12`, `- 12 -`, `第12页`, `12 / 340`, `12  书名`, `书名  12`. */
export function readFolios({ text }: SourceLine, index: number): readonly Folio[] {
  if (text.length > longestHead || !/[0-9０-９ivxlc]/.test(text)) return [];
  const bare = alone.exec(text);
  if (bare) return folio(index, bare[1], '');
  if (/[。，；：、,;:]$/u.test(text)) return [];
  const first = leading.exec(text);
  const last = trailing.exec(text);
  return [
    ...(first ? folio(index, first[1], first[2]) : []),
    ...(last ? folio(index, last[2], last[1]) : []),
  ];
}

function folio(index: number, figure = '', beside = ''): readonly Folio[] {
  const number = numeralValue(figure);
  return number === undefined ? [] : [{ index, number, beside: beside.trim() }];
}

/** Lines on the shortest and longest page that is taken for one. */
const [shortestPage, longestPage] = [12, 120];

/** Candidates looked back at for the page before; keeps the search linear. */
const lookBack = 60;

/** Length of a page in lines. */
interface PageLength {
  readonly least: number;
  readonly most: number;
}

/**
 * The longest run of numbers that rise by one a page at the distance of a page; up to two pages
 * without a number may lie between. A number that stands alone, or beside a head that others have
 * too, counts full; one beside words of its own little: numbered paragraphs rise as well. Pages are
 * of one length; a shorter one, as at a chapter's end, must have its number between those beside it.
 */
export function longestChain(folios: readonly Folio[]): readonly Folio[] {
  const weights = weightsOf(folios);
  const rough = chainOf(folios, weights, { least: shortestPage, most: longestPage });
  const typical = medianPage(rough);
  if (typical === undefined) return rough;
  const chain = chainOf(folios, weights, { least: 0.6 * typical, most: 1.6 * typical });
  return withShortPages(
    chain,
    folios.filter((_, i) => weights[i] === 1),
  );
}

function chainOf(folios: readonly Folio[], weights: readonly number[], page: PageLength): readonly Folio[] {
  const score: number[] = [];
  const from: number[] = [];
  for (const [i, folio] of folios.entries()) {
    const own = weights[i] ?? 0;
    [score[i], from[i]] = [own, -1];
    for (let j = i - 1; j >= Math.max(0, i - lookBack); j--) {
      const other = folios[j];
      if (!other || !isNextPage(other, folio, page)) continue;
      if ((score[j] ?? 0) + own > (score[i] ?? 0)) [score[i], from[i]] = [(score[j] ?? 0) + own, j];
    }
  }
  const chain: Folio[] = [];
  let at = score.reduce((best, value, i) => (value > (score[best] ?? 0) ? i : best), 0);
  for (; at >= 0; at = from[at] ?? -1) {
    const folio = folios[at];
    if (folio && weights[at] === 1) chain.unshift(folio);
  }
  return chain;
}

/** The median distance from one page to the next, in lines; nothing of fewer than three pages. */
function medianPage(chain: readonly Folio[]): number | undefined {
  const lengths = chain.slice(1).map((folio, i) => {
    const before = chain[i] ?? folio;
    return (folio.index - before.index) / Math.max(1, folio.number - before.number);
  });
  return lengths.length < 2 ? undefined : lengths.sort((a, b) => a - b)[lengths.length >> 1];
}

/** The chain with the numbers that stand between their neighbours, wherever on the way. */
function withShortPages(chain: readonly Folio[], folios: readonly Folio[]): readonly Folio[] {
  return chain.flatMap((folio, i) => {
    const next = chain[i + 1];
    if (next?.number !== folio.number + 2) return [folio];
    const between = folios.find(
      ({ index, number }) => number === folio.number + 1 && folio.index < index && index < next.index,
    );
    return between ? [folio, between] : [folio];
  });
}

/** What each number counts: 1, or little if words of its own stand beside it. */
function weightsOf(folios: readonly Folio[]): readonly number[] {
  const heads = new Map<string, number>();
  for (const { beside } of folios) heads.set(headKey(beside), (heads.get(headKey(beside)) ?? 0) + 1);
  return folios.map(({ beside }) => (beside === '' || (heads.get(headKey(beside)) ?? 0) >= 3 ? 1 : 0.2));
}

function isNextPage(from: Folio, to: Folio, { least, most }: PageLength): boolean {
  const pages = to.number - from.number;
  const distance = to.index - from.index;
  return pages >= 1 && pages <= 3 && distance >= least * pages && distance <= most * pages;
}

/** A running head without its digits: the same head on every page, whatever its number. */
export function headKey(text: string): string {
  return text
    .replace(/[0-9０-９]+/g, '#')
    .replace(/\s+/g, ' ')
    .trim();
}
