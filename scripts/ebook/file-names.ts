/** Paths inside the EPUB, relative to its content folder `OEBPS/`; ASCII only, so that no zip tool can spoil them. */
export const contentFolder = 'OEBPS';
export const coverPageFile = 'text/cover.xhtml';
export const titlePageFile = 'text/title.xhtml';
export const dedicationFile = 'text/dedication.xhtml';
export const epigraphFile = 'text/epigraph.xhtml';
export const contentsFile = 'text/contents.xhtml';
export const imprintFile = 'text/imprint.xhtml';
/** Pages that Banxin makes from the book's metadata; the manuscript has no such text. */
export const madePageFiles: readonly string[] = [
  coverPageFile,
  titlePageFile,
  dedicationFile,
  epigraphFile,
  contentsFile,
  imprintFile,
];
export const styleSheetFile = 'style.css';

/**
 * File of the chapter at an index (from 0): `text/c001.xhtml`, and of its further parts: `text/c001-2.xhtml`. Digits grow with
 * the book, so names sort in order.
 */
export function chapterFile(index: number, chapterCount: number, part = 0): string {
  const digits = Math.max(3, String(chapterCount).length);
  const number = String(index + 1).padStart(digits, '0');
  return part === 0 ? `text/c${number}.xhtml` : `text/c${number}-${part + 1}.xhtml`;
}

/** A path of the EPUB as a document in `text/` names it: `../images/x.png`, or `c002.xhtml` beside it. */
export function fromText(path: string): string {
  return path.startsWith('text/') ? path.slice('text/'.length) : `../${path}`;
}
