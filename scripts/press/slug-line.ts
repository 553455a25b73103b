import { type PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { Face, Font, Blob as FontBlob } from 'harfbuzzjs';
import { deflated } from './deflated.js';
import type { PressBoxes } from './page-boxes.js';
import { pointsPerMm } from './page-boxes.js';

/** What stands beside the marks of each page, and the fonts (TrueType) it is drawn from, the first that has a character. */
export interface Slug {
  readonly text: string;
  readonly labels: readonly string[];
  readonly fonts: readonly Uint8Array[];
}

const size = 7;

/**
 * The slug line under each page, drawn as shapes: a press file has no fonts but those of the book. What all pages say is
 * one form.
 */
export function slugLine(
  pdf: PDFDocument,
  { bleed, media }: PressBoxes,
  { text, labels, fonts }: Slug,
): { readonly forms: ReadonlyMap<string, PDFRef>; readonly lines: (page: number) => readonly string[] } {
  const draw = new GlyphShapes(fonts);
  const common = draw.shapes(`${text}  ·  `);
  const like = pdf.context.obj({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, -size, common.width + 1, 2 * size],
  });
  like.set(PDFName.of('Resources'), pdf.context.obj({}));
  const form = pdf.context.register(deflated(pdf, Buffer.from(common.path, 'latin1'), like));
  const outer = bleed[1] - media[1];
  const [x, y] = [bleed[0] + 6 * pointsPerMm, media[1] + (outer - size) / 2];
  return {
    forms: new Map([['SlugLine', form]]),
    lines: (page) => [
      'q 0 g',
      `1 0 0 1 ${x.toFixed(3)} ${y.toFixed(3)} cm /SlugLine Do`,
      `1 0 0 1 ${common.width.toFixed(3)} 0 cm`,
      draw.shapes(labels[page] ?? String(page + 1)).path,
      'Q',
    ],
  };
}

/** Outlines of glyphs as paths of a content stream. */
class GlyphShapes {
  readonly #fonts: readonly { readonly font: Font; readonly scale: number }[];

  constructor(fonts: readonly Uint8Array[]) {
    this.#fonts = fonts.map((bytes) => {
      const face = new Face(new FontBlob(bytes));
      return { font: new Font(face), scale: size / face.upem };
    });
  }

  shapes(text: string): { readonly path: string; readonly width: number } {
    const parts: string[] = [];
    let width = 0;
    for (const character of text) {
      const point = character.codePointAt(0) ?? 0;
      const found = this.#fonts
        .map((own) => ({ ...own, glyph: own.font.nominalGlyph(point) }))
        .find(({ glyph }) => glyph);
      if (!found?.glyph) {
        width += size / 2;
        continue;
      }
      parts.push(pathOf(found.font.glyphToPath(found.glyph), found.scale, width));
      width += found.font.glyphHAdvance(found.glyph) * found.scale;
    }
    return { path: `${parts.join('\n')}\nf`, width };
  }
}

/** An SVG path (M, L, Q, C, Z, absolute) as operators; a quadratic curve is a cubic one with its control point shared out. */
function pathOf(svg: string, scale: number, x: number): string {
  const out: string[] = [];
  let [atX, atY] = [0, 0];
  for (const [, letter = '', rest = ''] of svg.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map(Number);
    const points = numbers.map((value) => value);
    const put = (values: readonly number[]): string =>
      values.map((value, index) => (value * scale + (index % 2 === 0 ? x : 0)).toFixed(2)).join(' ');
    const [a = 0, b = 0, c = 0, d = 0] = points;
    if (letter === 'Z') out.push('h');
    else if (letter === 'M') out.push(`${put(points)} m`);
    else if (letter === 'L') out.push(`${put(points)} l`);
    else if (letter === 'C') out.push(`${put(points)} c`);
    else {
      const first = [atX + (2 * (a - atX)) / 3, atY + (2 * (b - atY)) / 3];
      const second = [c + (2 * (a - c)) / 3, d + (2 * (b - d)) / 3];
      out.push(`${put([...first, ...second, c, d])} c`);
    }
    if (points.length >= 2) [atX, atY] = [points.at(-2) ?? 0, points.at(-1) ?? 0];
  }
  return out.join(' ');
}
