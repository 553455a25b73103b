/** What is wrong with an ISBN, or `undefined` if nothing is. */
export type IsbnFault = 'form' | 'check-digit';

/**
 * Checks an ISBN-10 or ISBN-13 with or without hyphens or spaces, by the check digit of ISO 2108
 * (GB/T 5795 in China). Full-width digits are not digits here: a book number is printed in ASCII.
 */
export function isbnFault(isbn: string): IsbnFault | undefined {
  if (!/^[\dXx]+(?:[- ][\dXx]+)*$/.test(isbn)) return 'form';
  const digits = isbn.replace(/[- ]/g, '').toUpperCase();
  if (/^\d{9}[\dX]$/.test(digits)) return sumOfTen(digits) % 11 === 0 ? undefined : 'check-digit';
  if (/^97[89]\d{10}$/.test(digits)) return sumOfThirteen(digits) % 10 === 0 ? undefined : 'check-digit';
  return 'form';
}

/** Weights 10, 9 … 1; `X` counts ten. */
function sumOfTen(digits: string): number {
  return [...digits].reduce((sum, digit, i) => sum + (10 - i) * (digit === 'X' ? 10 : Number(digit)), 0);
}

/** Weights 1, 3, 1, 3 … */
function sumOfThirteen(digits: string): number {
  return [...digits].reduce((sum, digit, i) => sum + (i % 2 === 0 ? 1 : 3) * Number(digit), 0);
}

/** RFC 9562: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12. */
export function isUuidUrn(text: string): boolean {
  return /^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
