import type { LaidOutPart, NumberedPage, PaginatedBook, RunningHeads } from '../model/pages.js';

const noHeads: RunningHeads = { verso: '', recto: '' };

/**
 * Puts the parts of a book in their places: a part that opens on a recto gets a blank before it where
 * needed; roman folios for the front, arabic from 1 for the rest, which begins on a recto.
 */
export function numberPages(
  parts: readonly LaidOutPart[],
): Pick<PaginatedBook, 'pages' | 'anchors' | 'noteMarks'> {
  const pages: NumberedPage[] = [];
  const anchors: Record<string, string> = {};
  let numbering: LaidOutPart['numbering'] | undefined;
  let folio = 0;
  const add = (content: NumberedPage['content'], part: LaidOutPart): void => {
    const sheet = pages.length + 1;
    folio += 1;
    const label = part.numbering === 'roman' ? roman(folio) : String(folio);
    const side = sheet % 2 === 1 ? 'recto' : 'verso';
    pages.push({ content, part: part.id, sheet, side, label, heads: content ? part.heads : noHeads });
    for (const anchor of content?.anchors ?? []) anchors[anchor] ??= label;
  };
  for (const part of parts) {
    const restarts = part.numbering !== numbering;
    if ((restarts || part.openOn === 'recto') && pages.length % 2 === 1)
      add(undefined, previousPart(pages, part, parts));
    if (restarts) folio = 0;
    numbering = part.numbering;
    for (const page of part.pages) add(page, part);
  }
  return { pages, anchors, noteMarks: Object.fromEntries(parts.flatMap((part) => part.noteMarks)) };
}

/** A blank counts with the pages before it. */
function previousPart(
  pages: readonly NumberedPage[],
  next: LaidOutPart,
  parts: readonly LaidOutPart[],
): LaidOutPart {
  const id = pages.at(-1)?.part;
  return parts.find((part) => part.id === id) ?? next;
}

const numerals: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number in lower-case roman numerals. */
export function roman(number: number): string {
  const [value, numeral] = numerals.find(([candidate]) => candidate <= number) ?? [0, ''];
  return value === 0 ? '' : numeral + roman(number - value);
}
