import { PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { type Operation, readOperations } from './content-stream.js';
import { type Box, type Matrix, times } from './page-geometry.js';
import { type GlyphWidths, PageWalk, type Painted } from './page-walk.js';
import { contentOf, nameIn } from './stream-content.js';

/** A mark on a page, and of a picture its stream. */
export interface PageMark extends Painted {
  readonly picture?: PDFRawStream;
}

/** Also told of every stream of drawing, for what its operators say besides. */
export interface Seer {
  readonly mark: (mark: PageMark) => void;
  readonly stream?: (operations: readonly Operation[], resources: PDFDict) => void;
}

/** Forms in forms deeper than this are a circle. */
const deepest = 12;

/** Finds the marks of one page: its drawing, and the forms it draws, where they come to stand. */
export class MarkFinder {
  readonly #fonts = new Map<PDFDict, GlyphWidths | undefined>();
  readonly #forms = new Map<PDFRawStream, readonly Operation[]>();

  find(operations: readonly Operation[], resources: PDFDict, seer: Seer): void {
    seer.stream?.(operations, resources);
    this.#follow(operations, resources, seer, undefined, undefined, 0);
  }

  /** Tells with each mark the index of the page's operation that made it. */
  findEach(
    operations: readonly Operation[],
    resources: PDFDict,
    see: (mark: PageMark, operation: number) => void,
  ): void {
    let at = 0;
    function* counted(): Iterable<Operation> {
      for (const [index, operation] of operations.entries()) {
        at = index;
        yield operation;
      }
    }
    this.#follow(counted(), resources, { mark: (mark) => see(mark, at) }, undefined, undefined, 0);
  }

  #follow(
    operations: Iterable<Operation>,
    resources: PDFDict,
    seer: Seer,
    matrix: Matrix | undefined,
    clip: Box | undefined,
    depth: number,
  ): void {
    const fonts = resources.lookupMaybe(PDFName.of('Font'), PDFDict);
    const objects = resources.lookupMaybe(PDFName.of('XObject'), PDFDict);
    const fontOf = (name: string): GlyphWidths | undefined => {
      const font = fonts?.lookup(PDFName.of(name));
      return font instanceof PDFDict ? this.#widths(font) : undefined;
    };
    const see = (mark: Painted): void => {
      const object = mark.name === undefined ? undefined : objects?.lookup(PDFName.of(mark.name));
      if (!(object instanceof PDFRawStream)) {
        if (mark.kind !== 'object') seer.mark(mark);
      } else if (nameIn(object.dict, 'Subtype') === 'Image') {
        if (isSeen(mark.box)) seer.mark({ ...mark, picture: object });
      } else if (depth < deepest && mark.matrix && mark.clip) {
        this.#form(object, resources, seer, mark.matrix, mark.clip, depth);
      }
    };
    new PageWalk(fontOf, see, matrix, clip).walk(operations);
  }

  #form(form: PDFRawStream, outer: PDFDict, seer: Seer, matrix: Matrix, clip: Box, depth: number): void {
    const own = form.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray);
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] =
      own?.asArray().map((part) => Number(String(part))) ?? [];
    const resources = form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? outer;
    const operations = this.#forms.get(form) ?? readOperations(contentOf({ streams: [form] }));
    this.#forms.set(form, operations);
    seer.stream?.(operations, resources);
    this.#follow(operations, resources, seer, times([a, b, c, d, e, f], matrix), clip, depth + 1);
  }

  #widths(font: PDFDict): GlyphWidths | undefined {
    if (!this.#fonts.has(font)) this.#fonts.set(font, glyphWidths(font));
    return this.#fonts.get(font);
  }
}

function isSeen([left, bottom, right, top]: Box): boolean {
  return left <= right && bottom <= top;
}

/** The widths that a font says (ISO 32000-1, sections 9.6.2 and 9.7.4.3). */
function glyphWidths(font: PDFDict): GlyphWidths | undefined {
  const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
  if (!descendant) {
    const first = Number(String(font.lookup(PDFName.of('FirstChar')) ?? 0));
    const widths = font
      .lookupMaybe(PDFName.of('Widths'), PDFArray)
      ?.asArray()
      .map((width) => Number(String(width)));
    return widths && { bytes: 1, widthOf: (code) => widths[code - first] ?? 0 };
  }
  const usual = Number(String(descendant.lookup(PDFName.of('DW')) ?? 1000));
  const widths = new Map<number, number>();
  const list = descendant.lookupMaybe(PDFName.of('W'), PDFArray)?.asArray() ?? [];
  for (let i = 0; i < list.length; ) {
    const [first, second] = [Number(String(list[i])), font.context.lookup(list[i + 1])];
    if (second instanceof PDFArray) {
      for (const [index, width] of second.asArray().entries())
        widths.set(first + index, Number(String(width)));
      i += 2;
    } else {
      for (let code = first; code <= Number(String(second)); code += 1)
        widths.set(code, Number(String(list[i + 2])));
      i += 3;
    }
  }
  return { bytes: 2, widthOf: (code) => widths.get(code) ?? usual };
}
