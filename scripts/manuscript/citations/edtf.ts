import type { CslDate } from './csl-item.js';

/**
 * A date or a span of dates as ISO 8601-2 (EDTF level 1) writes them, which is what BibLaTeX reads: `2020`, `2020-05`,
 * `2020-05-06`, `2020-05/2020-06`, `2020-21` (spring), `1723~` (about); the time of a day is left out. Undefined for
 * anything else.
 */
export function readEdtf(text: string): CslDate | undefined {
  const [first = '', last, ...more] = text.trim().split('/');
  if (more.length > 0) return undefined;
  const start = readDay(first);
  if (last === undefined) return start;
  const end = readDay(last);
  if (start && end) return span(start, end);
  // CSL has no open spans.
  if (start && isOpen(last)) return { literal: `${first.trim()}–` };
  if (end && isOpen(first)) return { literal: `–${last.trim()}` };
  return undefined;
}

function isOpen(text: string): boolean {
  return text === '' || text === '..';
}

function span(start: CslDate, end: CslDate): CslDate {
  return {
    'date-parts': [...(start['date-parts'] ?? []), ...(end['date-parts'] ?? [])],
    ...((start.circa || end.circa) && { circa: true }),
  };
}

function readDay(text: string): CslDate | undefined {
  const found = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?([~?%]?)$/.exec(
    text.trim(),
  );
  if (!found) return undefined;
  const year = Number(found[1]);
  const month = found[2] === undefined ? undefined : Number(found[2]);
  const day = found[3] === undefined ? undefined : Number(found[3]);
  const doubt = found[4] ? { circa: true } : {};
  if (month === undefined) return { 'date-parts': [[year]], ...doubt };
  if (month >= 21 && month <= 24 && day === undefined)
    return { 'date-parts': [[year]], season: month - 20, ...doubt };
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { 'date-parts': [[year, month]], ...doubt };
  return day >= 1 && day <= 31 ? { 'date-parts': [[year, month, day]], ...doubt } : undefined;
}
