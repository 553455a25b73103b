/** A date of `book.yaml` (`2024-05-17`) as the book's language writes it: 2024年5月17日, 17 May 2024. */
export function printedDate(date: string, language: string): string {
  const [year = '', month, day] = date.split('-');
  if (/^(?:zh|ja)/i.test(language)) {
    return [`${year}年`, month && `${Number(month)}月`, day && `${Number(day)}日`].filter(Boolean).join('');
  }
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month) options.month = 'long';
  if (day) options.day = 'numeric';
  return new Intl.DateTimeFormat(language, options).format(
    new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`),
  );
}

/** The same without the day, as imprints date an edition: 2024年5月. */
export function printedMonth(date: string, language: string): string {
  return printedDate(date.slice(0, '2024-05'.length), language);
}
