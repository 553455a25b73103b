import type { LaidOutPage, NumberedPage, PageBox } from '../model/pages.js';
import type { BodyType, TrimSize } from '../model/theme.js';
import type { PageReader, PlacedText, ReadPage } from './pdf-file.js';

const pointsPerMm = 72 / 25.4;

/** Ruby is half as large as its text (`rt` in styles/base/shared.css); nothing else is set so small. */
const rubySize = 0.55;

/** The text of some parts of a printed book as one stream without white space, that knows each character's page. */
export interface PdfContent {
  readonly units: string;
  /** The notes at the feet of the pages, in order. */
  readonly notes: string;
  /** What is set as small as ruby is, in order; empty where no ruby is looked for. */
  readonly ruby: string;
  /** What stands in formulas, in the order in which it is drawn. */
  readonly formulas: string;
  /** Label of the page that holds the character at an index of `units`, and of `notes`. */
  readonly pageOf: (index: number) => string;
  readonly pageOfNote: (index: number) => string;
  /** Characters set apart as generated: running heads, folios, emphasis dots, heads of tables that come again, letters of drawings. */
  readonly setApart: number;
}

/**
 * Reads back what stands in the type area of the pages of the named parts. What stands in the margins (running
 * heads, folios) is set apart by its place, emphasis dots by their size and shape.
 */
export async function readPdfContent(
  pdf: PageReader,
  pages: readonly NumberedPage[],
  partIds: ReadonlySet<string>,
  trim: TrimSize,
  body: BodyType,
  hasRuby = false,
): Promise<PdfContent> {
  const head = trim.margins.head * pointsPerMm;
  const area = { head, foot: head + trim.typeArea.lines * body.line + 1, body, hasRuby };
  const leftOf = (side: NumberedPage['side']) =>
    (side === 'recto' ? trim.margins.inner : trim.margins.outer) * pointsPerMm;
  const main = new PagedText();
  const notes = new PagedText();
  const ruby: string[] = [];
  const formulas: string[] = [];
  let setApart = 0;
  for (const page of pages) {
    if (!page.content || !partIds.has(page.part)) continue;
    main.begin(page.label);
    notes.begin(page.label);
    for (const text of (await readPageOf(pdf, page)).texts) {
      const characters = text.text.replace(/\s|\p{Default_Ignorable_Code_Point}/gu, '');
      const kind = kindOf(text, page.content, { ...area, left: leftOf(page.side) });
      if (kind === 'apart') setApart += characters.length;
      else if (kind === 'formula') formulas.push(characters);
      else if (kind === 'ruby') ruby.push(characters);
      else (kind === 'note' ? notes : main).add(characters);
    }
  }
  return {
    units: main.text,
    notes: notes.text,
    ruby: ruby.join(''),
    formulas: formulas.join(''),
    pageOf: (index) => main.pageOf(index),
    pageOfNote: (index) => notes.pageOf(index),
    setApart,
  };
}

interface TypeArea {
  readonly head: number;
  readonly foot: number;
  /** Left edge of the type area. */
  readonly left: number;
  readonly body: BodyType;
  readonly hasRuby: boolean;
}

/** What a piece of text on a page is, by where it stands and how large it is. */
function kindOf(
  text: PlacedText,
  { notesTop = Infinity, repeated = [], formulas = [], drawings = [] }: LaidOutPage,
  { head, foot, left, body, hasRuby }: TypeArea,
): 'apart' | 'formula' | 'ruby' | 'note' | 'main' {
  const inArea = { ...text, x: text.x - left };
  const isRunning = text.y < head || text.y > foot;
  if (isRunning || isEmphasis(text, body)) return 'apart';
  if ([...repeated, ...drawings].some((box) => isIn(box, inArea))) return 'apart';
  if (formulas.some((box) => isIn(box, inArea))) return 'formula';
  if (hasRuby && text.size <= body.size * rubySize) return 'ruby';
  return text.y > notesTop ? 'note' : 'main';
}

/** A text that grows page by page and knows on which page each character stands. */
class PagedText {
  readonly #parts: string[] = [];
  readonly #starts: { readonly start: number; readonly label: string }[] = [];
  #length = 0;

  begin(label: string): void {
    this.#starts.push({ start: this.#length, label });
  }

  add(characters: string): void {
    this.#parts.push(characters);
    this.#length += characters.length;
  }

  get text(): string {
    return this.#parts.join('');
  }

  pageOf(index: number): string {
    return this.#starts.findLast(({ start }) => start <= index)?.label ?? '?';
  }
}

async function readPageOf(pdf: PageReader, page: NumberedPage): Promise<ReadPage> {
  return page.sheet <= pdf.pages ? pdf.readPage(page.sheet) : { width: 0, height: 0, texts: [] };
}

function isIn({ left, top, right, bottom }: PageBox, { x, y }: PlacedText): boolean {
  // What begins at the right edge stands behind the box.
  return x >= left - 1 && x < right - 1 && y >= top - 1 && y <= bottom + 1;
}

/** Emphasis marks are drawn at half size (CSS Text Decoration 4, section 3.1). */
function isEmphasis({ text, size }: PlacedText, body: BodyType): boolean {
  return size <= body.size * 0.6 && /^[•●◦○﹅﹆\s]+$/u.test(text);
}
