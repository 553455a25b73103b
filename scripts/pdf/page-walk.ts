import type { Operation } from './content-stream.js';
import { around, type Box, common, grown, type Matrix, pointBox, scaleOf, times } from './page-geometry.js';

/** Something that is seen on a page. */
export interface Painted {
  readonly kind: 'fill' | 'stroke' | 'text' | 'object' | 'shade';
  /** What is seen of it: cut to the clip. */
  readonly box: Box;
  /** Of a line, or a filled rectangle: how thin it is, pt. */
  readonly thin?: number;
  /** Name of a drawn object in the resources, and the matrix it is drawn with. */
  readonly name?: string;
  readonly matrix?: Matrix;
  /** What of the page the object may cover. */
  readonly clip?: Box;
}

/** The widths of a font's glyphs, in thousandths of an em, and the bytes of one code. */
export interface GlyphWidths {
  readonly bytes: 1 | 2;
  readonly widthOf: (code: number) => number;
}

interface State {
  ctm: Matrix;
  clip: Box;
  lineWidth: number;
  size: number;
  font: GlyphWidths | undefined;
  spacing: number;
  leading: number;
}

const everything: Box = [-Infinity, -Infinity, Infinity, Infinity];

/** Reads a drawing for where its marks come to stand (ISO 32000-1, sections 8.4, 8.5, 9.4). */
export class PageWalk {
  #state: State;
  readonly #kept: State[] = [];
  #path: Box[] = [];
  #start: readonly [number, number] = [0, 0];
  #clips = false;
  #line: Matrix = [1, 0, 0, 1, 0, 0];
  #text: Matrix = [1, 0, 0, 1, 0, 0];

  constructor(
    readonly fontOf: (name: string) => GlyphWidths | undefined,
    readonly see: (painted: Painted) => void,
    matrix: Matrix = [1, 0, 0, 1, 0, 0],
    clip: Box = everything,
  ) {
    this.#state = { ctm: matrix, clip, lineWidth: 1, size: 0, font: undefined, spacing: 0, leading: 0 };
  }

  walk(operations: Iterable<Operation>): void {
    for (const operation of operations) {
      const step = steps[operation.operator];
      if (step) step(this, operation.operands);
    }
  }

  save(): void {
    this.#kept.push({ ...this.#state });
  }

  restore(): void {
    this.#state = this.#kept.pop() ?? this.#state;
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  transform(matrix: Matrix): void {
    this.#state = { ...this.#state, ctm: times(matrix, this.#state.ctm) };
  }

  moveTo(x: number, y: number): void {
    this.#start = [x, y];
    this.#path.push(this.#boxOf([[x, y]]));
  }

  lineTo(...points: readonly (readonly [number, number])[]): void {
    const box = this.#boxOf(points);
    const last = this.#path.pop();
    this.#path.push(last ? around(last, box) : around(this.#boxOf([this.#start]), box));
  }

  rectangle(x: number, y: number, width: number, height: number): void {
    const corners = [
      [x, y],
      [x + width, y],
      [x, y + height],
      [x + width, y + height],
    ] as const;
    this.#path.push(this.#boxOf(corners));
  }

  clip(): void {
    this.#clips = true;
  }

  paint(fill: boolean, stroke: boolean): void {
    const { ctm, clip, lineWidth } = this.#state;
    const width = lineWidth * scaleOf(ctm);
    for (const box of this.#path) {
      const [across, down] = [box[2] - box[0], box[3] - box[1]];
      // Small marks are dots and parts of signs; a hairline is long.
      if (fill)
        this.#show({
          kind: 'fill',
          box,
          ...(Math.max(across, down) > 3 && { thin: Math.min(across, down) }),
        });
      if (stroke) this.#show({ kind: 'stroke', box: grown(box, width / 2), thin: width });
    }
    if (this.#clips && this.#path.length > 0) this.set({ clip: common(clip, this.#path.reduce(around)) });
    this.#clips = false;
    this.#path = [];
  }

  shade(): void {
    this.#show({ kind: 'shade', box: this.#state.clip });
  }

  object(name: string): void {
    const { ctm, clip } = this.#state;
    const unit = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const;
    this.see({ kind: 'object', box: common(this.#boxOf(unit), clip), name, matrix: ctm, clip });
  }

  beginText(): void {
    this.#line = [1, 0, 0, 1, 0, 0];
    this.#text = this.#line;
  }

  textMatrix(matrix: Matrix): void {
    this.#line = matrix;
    this.#text = matrix;
  }

  moveText(x: number, y: number): void {
    this.textMatrix(times([1, 0, 0, 1, x, y], this.#line));
  }

  nextLine(): void {
    this.moveText(0, -this.#state.leading);
  }

  setFont(name: string, size: number): void {
    this.set({ font: this.fontOf(name), size });
  }

  showText(string: string): void {
    const { size, font, spacing, ctm } = this.#state;
    const codes = codesOf(string, font?.bytes ?? 1);
    const width = codes.reduce(
      (sum, code) => sum + ((font?.widthOf(code) ?? 1000) / 1000) * size + spacing,
      0,
    );
    const matrix = times(this.#text, ctm);
    // Ascent and descent of a square character; no glyph of text goes further.
    const corners = [
      [0, -0.12 * size],
      [width - spacing, 0.88 * size],
    ] as const;
    const box = corners.map(([x, y]) => pointBox(matrix, x, y)).reduce(around);
    if (codes.length > 0) this.#show({ kind: 'text', box });
    this.#text = times([1, 0, 0, 1, width, 0], this.#text);
  }

  kern(thousandths: number): void {
    this.#text = times([1, 0, 0, 1, (-thousandths / 1000) * this.#state.size, 0], this.#text);
  }

  #boxOf(points: readonly (readonly [number, number])[]): Box {
    return points.map(([x, y]) => pointBox(this.#state.ctm, x, y)).reduce(around);
  }

  #show(painted: Painted): void {
    const box = common(painted.box, this.#state.clip);
    if (box[0] > box[2] || box[1] > box[3]) return;
    this.see({ ...painted, box });
  }
}

type Step = (walk: PageWalk, operands: readonly string[]) => void;

function number(operands: readonly string[], index: number): number {
  return Number(operands[index] ?? 0);
}

function matrixOf(operands: readonly string[]): Matrix {
  const at = (index: number) => number(operands, index);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

function painting(fill: boolean, stroke: boolean): Step {
  return (walk) => walk.paint(fill, stroke);
}

const steps: Readonly<Record<string, Step>> = {
  q: (walk) => walk.save(),
  Q: (walk) => walk.restore(),
  cm: (walk, operands) => walk.transform(matrixOf(operands)),
  w: (walk, operands) => walk.set({ lineWidth: number(operands, 0) }),
  m: (walk, operands) => walk.moveTo(number(operands, 0), number(operands, 1)),
  l: (walk, operands) => walk.lineTo([number(operands, 0), number(operands, 1)]),
  c: (walk, o) =>
    walk.lineTo([number(o, 0), number(o, 1)], [number(o, 2), number(o, 3)], [number(o, 4), number(o, 5)]),
  v: (walk, o) => walk.lineTo([number(o, 0), number(o, 1)], [number(o, 2), number(o, 3)]),
  y: (walk, o) => walk.lineTo([number(o, 0), number(o, 1)], [number(o, 2), number(o, 3)]),
  re: (walk, o) => walk.rectangle(number(o, 0), number(o, 1), number(o, 2), number(o, 3)),
  W: (walk) => walk.clip(),
  'W*': (walk) => walk.clip(),
  n: painting(false, false),
  f: painting(true, false),
  F: painting(true, false),
  'f*': painting(true, false),
  S: painting(false, true),
  s: painting(false, true),
  B: painting(true, true),
  'B*': painting(true, true),
  b: painting(true, true),
  'b*': painting(true, true),
  sh: (walk) => walk.shade(),
  Do: (walk, operands) => walk.object((operands[0] ?? '').slice(1)),
  BT: (walk) => walk.beginText(),
  Tm: (walk, operands) => walk.textMatrix(matrixOf(operands)),
  Td: (walk, operands) => walk.moveText(number(operands, 0), number(operands, 1)),
  TD: (walk, operands) => {
    walk.set({ leading: -number(operands, 1) });
    walk.moveText(number(operands, 0), number(operands, 1));
  },
  TL: (walk, operands) => walk.set({ leading: number(operands, 0) }),
  'T*': (walk) => walk.nextLine(),
  Tc: (walk, operands) => walk.set({ spacing: number(operands, 0) }),
  Tf: (walk, operands) => walk.setFont((operands[0] ?? '').slice(1), number(operands, 1)),
  Tj: (walk, operands) => walk.showText(operands[0] ?? ''),
  "'": (walk, operands) => {
    walk.nextLine();
    walk.showText(operands[0] ?? '');
  },
  '"': (walk, operands) => {
    walk.set({ spacing: number(operands, 1) });
    walk.nextLine();
    walk.showText(operands[2] ?? '');
  },
  TJ: (walk, operands) => {
    for (const [part] of (operands[0] ?? '').matchAll(/<[^>]*>|\((?:\\.|[^\\)])*\)|[-+.\d]+/gs)) {
      if (/^[<(]/.test(part)) walk.showText(part);
      else walk.kern(Number(part));
    }
  },
};

/** The codes of a string as it is written: in hexadecimal digits, or in letters. */
function codesOf(string: string, bytes: 1 | 2): readonly number[] {
  const codes: number[] = [];
  if (!string.startsWith('<')) {
    const letters = string.slice(1, -1).replace(/\\(?:[0-7]{1,3}|.)/gs, 'x');
    for (let i = 0; i + bytes <= letters.length; i += bytes)
      codes.push(
        bytes === 1 ? letters.charCodeAt(i) : letters.charCodeAt(i) * 256 + letters.charCodeAt(i + 1),
      );
    return codes;
  }
  for (let i = 1; i + 2 * bytes < string.length; i += 2 * bytes)
    codes.push(Number.parseInt(string.slice(i, i + 2 * bytes), 16));
  return codes;
}
