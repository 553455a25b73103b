/** The first ten, as editions count themselves. */
const chineseNumbers = '一二三四五六七八九十';
const englishNumbers = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/**
 * The number of an edition that is written out (`第2版`, `第二版`, `2nd ed.`, `Second`), so that each style words it in its
 * own way; words that are no number stay (`修订本`). The first is undefined: every style leaves it unsaid (GB/T 7714—2015,
 * 8.3), but CSL cannot ask for a value.
 */
export function plainEdition(edition: string | number): string | undefined {
  const text = String(edition).trim();
  const number = numberOf(text);
  if (number === undefined) return text;
  return number === 1 ? undefined : String(number);
}

function numberOf(text: string): number | undefined {
  const digits = /^第?\s*(\d+)\s*(?:版|(?:st|nd|rd|th)?\.?(?:\s+ed(?:ition|n)?\.?)?)$/i.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  const [, chinese] = /^第?([一二三四五六七八九十])版$/.exec(text) ?? [];
  if (chinese !== undefined) return chineseNumbers.indexOf(chinese) + 1;
  const english = englishNumbers.indexOf(
    /^([a-z]+)(?:\s+ed(?:ition|n)?\.?)?$/i.exec(text)?.[1]?.toLowerCase() ?? '',
  );
  return english < 0 ? undefined : english + 1;
}
