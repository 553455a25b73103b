/** A glyph as a page shows it, in pt from the top left corner of the page; `y` is the baseline. */
export interface PlacedGlyph {
  /** The characters that the glyph stands for, by the font's Unicode map. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Width that the font gives the glyph, pt; how far the next one stands is its own matter. */
  readonly advance: number;
  /** Height of the type, pt. */
  readonly size: number;
  /** PostScript name of the font without its subset prefix, e.g. `NotoSerifSC-Bold`. */
  readonly font: string;
}

/** One step of a page's drawing, as pdf.js names it (`OPS`). */
export interface DrawingStep {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Names the font of a `setFont` step. */
export type FontName = (id: string) => string;

type Matrix = readonly [number, number, number, number, number, number];

/** What `q` keeps and `Q` gives back (ISO 32000-2, 8.4.2), as far as text is concerned. */
interface TextState {
  readonly ctm: Matrix;
  readonly font: string;
  readonly fontSize: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
}

const unit: Matrix = [1, 0, 0, 1, 0, 0];

const start: TextState = {
  ctm: unit,
  font: '',
  fontSize: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
};

/** A glyph of a `showText` step. */
interface ShownGlyph {
  readonly unicode: string;
  /** Thousandths of the type size. */
  readonly width: number;
  readonly isSpace: boolean;
}

/**
 * Follows a page's drawing and tells where each glyph comes to stand. Slanted, turned and vertical text is left
 * out, and so are spaces: how far words stand apart is seen from the words. `top` is the page's upper edge and
 * `left` its left one in the units of the page.
 */
export function placeGlyphs(
  steps: readonly DrawingStep[],
  fontName: FontName,
  { left, top }: { readonly left: number; readonly top: number },
): readonly PlacedGlyph[] {
  const pen = new Pen(fontName, left, top);
  for (const { name, args } of steps) pen.follow(name, args);
  return pen.glyphs;
}

class Pen {
  readonly glyphs: PlacedGlyph[] = [];
  #state = start;
  readonly #kept: TextState[] = [];
  #text: Matrix = unit;
  #line: Matrix = unit;

  constructor(
    readonly fontName: FontName,
    readonly left: number,
    readonly top: number,
  ) {}

  follow(name: string, args: readonly unknown[]): void {
    const [first, second] = args as readonly number[];
    switch (name) {
      case 'save':
        this.#kept.push(this.#state);
        return;
      case 'restore':
      case 'paintFormXObjectEnd':
        this.#state = this.#kept.pop() ?? this.#state;
        return;
      case 'paintFormXObjectBegin':
        this.#kept.push(this.#state);
        if (args[0]) this.#transform(matrixOf(args[0]));
        return;
      case 'transform':
        this.#transform(matrixOf(args));
        return;
      case 'beginText':
        this.#moveTo(unit);
        return;
      case 'setTextMatrix':
        this.#moveTo(matrixOf(args[0]));
        return;
      case 'moveText':
        this.#moveBy(first ?? 0, second ?? 0);
        return;
      case 'setLeadingMoveText':
        this.#set({ leading: -(second ?? 0) });
        this.#moveBy(first ?? 0, second ?? 0);
        return;
      case 'nextLine':
        this.#moveBy(0, -this.#state.leading);
        return;
      case 'showText':
        this.#show(args[0] as readonly (ShownGlyph | number | null)[]);
        return;
      default:
        this.#setBy(name, args);
    }
  }

  /** The steps that only set something for the text to come. */
  #setBy(name: string, args: readonly unknown[]): void {
    const [first, second] = args as readonly number[];
    const value = first ?? 0;
    if (name === 'setFont') this.#set({ font: this.fontName(String(args[0])), fontSize: second ?? 0 });
    else if (name === 'setCharSpacing') this.#set({ characterSpacing: value });
    else if (name === 'setWordSpacing') this.#set({ wordSpacing: value });
    else if (name === 'setHScale') this.#set({ stretch: value / 100 });
    else if (name === 'setLeading') this.#set({ leading: value });
    else if (name === 'setTextRise') this.#set({ rise: value });
  }

  #set(changes: Partial<TextState>): void {
    this.#state = { ...this.#state, ...changes };
  }

  #transform(matrix: Matrix): void {
    this.#set({ ctm: multiply(this.#state.ctm, matrix) });
  }

  #moveTo(matrix: Matrix): void {
    this.#text = matrix;
    this.#line = matrix;
  }

  #moveBy(x: number, y: number): void {
    this.#moveTo(multiply(this.#line, [1, 0, 0, 1, x, y]));
  }

  #show(shown: readonly (ShownGlyph | number | null)[]): void {
    const { fontSize, characterSpacing, wordSpacing, stretch } = this.#state;
    for (const item of shown) {
      if (item === null) continue;
      if (typeof item === 'number') {
        this.#advance((-item / 1000) * fontSize * stretch);
        continue;
      }
      const width = (item.width / 1000) * fontSize;
      this.#place(item, width * stretch);
      this.#advance((width + characterSpacing + (item.isSpace ? wordSpacing : 0)) * stretch);
    }
  }

  #advance(x: number): void {
    this.#text = multiply(this.#text, [1, 0, 0, 1, x, 0]);
  }

  #place({ unicode }: ShownGlyph, width: number): void {
    if (!/[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(unicode)) return;
    const { ctm, font, fontSize, rise } = this.#state;
    const [a, b, c, d, x, y] = multiply(multiply(ctm, this.#text), [1, 0, 0, 1, 0, rise]);
    if (a <= 0 || Math.abs(b) > a * 0.01 || Math.abs(c) > Math.abs(d) * 0.01) return;
    this.glyphs.push({
      text: unicode,
      x: x - this.left,
      y: this.top - y,
      advance: width * a,
      size: Math.abs(fontSize * d),
      font,
    });
  }
}

function matrixOf(numbers: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = Object.values(numbers as ArrayLike<number>);
  return [a, b, c, d, x, y];
}

/** The second matrix applied first (ISO 32000-2, 8.3.4). */
function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
