import type { CslDate } from '../csl-item.js';
import { readEdtf } from '../edtf.js';

/** `year`, `month` and `day` of BibTeX; words that are no year stay words (`in press`). */
export function readYear(year: string, month: string | undefined, day: string | undefined): CslDate {
  const text = year.trim().replace(/年$/, '');
  const span = /^(\d{4})\s*[-–/]+\s*(\d{4})$/.exec(text);
  if (span) return { 'date-parts': [[Number(span[1])], [Number(span[2])]] };
  const about = /^(?:c|ca|circa)?\.?\s*(\d{1,4})$/i.exec(text);
  if (!about) return readEdtf(text) ?? { literal: text };
  const parts = [Number(about[1]), readMonth(month), readDayOfMonth(month, day)];
  const end = parts.indexOf(undefined);
  const known = (end < 0 ? parts : parts.slice(0, end)).filter((part) => part !== undefined);
  return { 'date-parts': [known], ...(/^c/i.test(text) && { circa: true }) };
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A number, an English name or its first three letters, `5月`. */
function readMonth(text: string | undefined): number | undefined {
  const word = (/[A-Za-z]{3}/.exec(text ?? '') ?? /\d+/.exec(text ?? ''))?.[0].toLowerCase() ?? '';
  const number = /^\d/.test(word) ? Number(word) : months.indexOf(word) + 1;
  return number >= 1 && number <= 12 ? number : undefined;
}

/** The day stands in its own field, or with the month: `month = "10~" # jan`. */
function readDayOfMonth(month: string | undefined, day: string | undefined): number | undefined {
  const beside = /[A-Za-z]/.test(month ?? '') ? /\d+/.exec(month ?? '')?.[0] : undefined;
  const number = Number(day?.trim() || beside);
  return number >= 1 && number <= 31 ? number : undefined;
}
