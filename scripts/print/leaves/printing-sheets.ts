/**
 * 印张: how many half sheets, printed on both sides, a book takes. A sheet that gives `kai` leaves (开数) carries
 * as many pages on each half; pages count in leaves of two. Exact, as imprints print it: 8.5, 10.375.
 */
export function printingSheets(pages: number, kai: number): string {
  const leaves = Math.ceil(pages / 2);
  return String(Number(((2 * leaves) / kai).toFixed(4)));
}
