import type { BookMeta } from '../model/book.js';

/**
 * The date that outputs carry, so that the same book gives the same bytes: `SOURCE_DATE_EPOCH` (seconds,
 * reproducible-builds.org), else the book's own date, else 1980-01-01, the first day that a zip can hold.
 */
export function modifiedDate(meta: BookMeta, environment: NodeJS.ProcessEnv = process.env): Date {
  const epoch = Number(environment.SOURCE_DATE_EPOCH ?? Number.NaN);
  if (Number.isInteger(epoch) && epoch >= 0) return notBefore1980(new Date(epoch * 1000));
  const [year = '1980', month = '01', day = '01'] = meta.date?.split('-') ?? [];
  return notBefore1980(new Date(`${year}-${month}-${day}T00:00:00Z`));
}

function notBefore1980(date: Date): Date {
  const first = new Date('1980-01-01T00:00:00Z');
  return Number.isNaN(date.getTime()) || date < first ? first : date;
}
