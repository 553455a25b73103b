import type { PlacedGlyph } from '../pdf-glyphs.js';
import { type CharacterKind, kindOf } from './characters.js';
import type { LineGaps, TextLine } from './text-line.js';

/** A glyph in its line. Raised and lowered ones (calls of notes, indices) take no part in the spacing. */
interface LineGlyph extends PlacedGlyph {
  readonly kind: CharacterKind;
  readonly raised: boolean;
}

interface Row {
  readonly y: number;
  readonly size: number;
  readonly glyphs: readonly PlacedGlyph[];
}

/** Glyphs on one baseline may differ by so much, pt: sizes and faces are rounded apart. */
const sameBaseline = 0.5;

/** The lines of a page from top to bottom. Ruby and emphasis dots belong to the line that they stand at. */
export function readLines(sheet: number, glyphs: readonly PlacedGlyph[]): readonly TextLine[] {
  const rows = gatherRows(glyphs);
  const hosts = rows.map((row) => hostOf(row, rows));
  return rows.flatMap((row, index) => {
    if (hosts[index]) return [];
    const guests = rows.filter((_, guest) => hosts[guest]?.row === row);
    const as = (kind: Host['as']): readonly Row[] =>
      guests.filter((guest) => hosts[rows.indexOf(guest)]?.as === kind);
    const raised = as('raised').flatMap((guest) => guest.glyphs.map((glyph) => inLine(glyph, true)));
    const own = row.glyphs.map((glyph) => inLine(glyph));
    return [measureLine(sheet, row, [...own, ...raised], as('ruby').length > 0)];
  });
}

function gatherRows(glyphs: readonly PlacedGlyph[]): readonly Row[] {
  const rows: PlacedGlyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row?.[0] && glyph.y - row[0].y <= sameBaseline) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.map((own) => ({
    y: own[0]?.y ?? 0,
    size: Number(commonest(own, ({ size }) => size.toFixed(2))),
    glyphs: own,
  }));
}

interface Host {
  readonly row: Row;
  readonly as: 'ruby' | 'dots' | 'raised';
}

/** The line to which a row of small type belongs, if it stands at one. */
function hostOf(row: Row, rows: readonly Row[]): Host | undefined {
  const candidates = rows.flatMap((other): (Host & { far: number })[] => {
    const as = other.size > row.size ? relation(row, other) : undefined;
    return as && touches(row, other) ? [{ row: other, as, far: Math.abs(row.y - other.y) }] : [];
  });
  return candidates.sort((a, b) => a.far - b.far)[0];
}

/** Letters and tones of 注音, which stand beside their characters. */
const zhuyin = /^[\u02c7-\u02cb\u02d9\u02ea\u02eb\u3105-\u312f\u31a0-\u31bf]+$/;

/**
 * Calls of notes and indices are at most three quarters of their line's size and stand near its baseline; ruby
 * and emphasis dots are half of it and stand above or below.
 */
function relation(row: Row, line: Row): Host['as'] | undefined {
  const ratio = row.size / line.size;
  const above = (line.y - row.y) / line.size;
  if (ratio <= 0.6 && row.glyphs.every(({ text }) => zhuyin.test(text)))
    return above < 1.2 ? 'ruby' : undefined;
  if (ratio <= 0.6 && Math.abs(above) < 1.3 && row.glyphs.every(({ text }) => /^[•●◦○﹅﹆]+$/u.test(text)))
    return 'dots';
  if (ratio <= 0.75 && above > -0.4 && above < 0.6) return 'raised';
  return ratio <= 0.6 && above >= 0.6 && above < 1.2 ? 'ruby' : undefined;
}

function touches(row: Row, line: Row): boolean {
  const [own, other] = [extent(row), extent(line)];
  return own.left < other.right + 2 * line.size && own.right > other.left - 2 * line.size;
}

function extent({ glyphs }: Row): { left: number; right: number } {
  return {
    left: Math.min(...glyphs.map(({ x }) => x)),
    right: Math.max(...glyphs.map(({ x, advance }) => x + advance)),
  };
}

function inLine(glyph: PlacedGlyph, raised = false): LineGlyph {
  return { ...glyph, kind: kindOf(glyph.text, glyph.advance / glyph.size), raised };
}

function measureLine(
  sheet: number,
  { y, size }: Row,
  unsorted: readonly LineGlyph[],
  annotated: boolean,
): TextLine {
  const glyphs = [...unsorted].sort((a, b) => a.x - b.x);
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  const chinese = glyphs.filter(({ kind }) => kind === 'chinese');
  const latin = glyphs.filter(({ kind, raised }) => kind === 'latin' && !raised);
  const pairs = glyphs.slice(1).map((glyph, index) => gapBetween(glyphs[index] ?? glyph, glyph, size));
  return {
    sheet,
    text: lineText(glyphs, pairs),
    y,
    size,
    left: first?.x ?? 0,
    right: last ? last.x + last.advance : 0,
    opens: first?.kind === 'opening',
    closes: last?.kind === 'closing',
    chineseFont: chinese.length > 0 ? commonest(chinese, ({ font }) => font) : undefined,
    latinFont: latin.length > 0 ? commonest(latin, ({ font }) => font) : undefined,
    firstUnit: firstUnit(glyphs, pairs),
    gaps: gapsOf(pairs),
    inColumns: pairs.some(({ gap }) => gap > 4),
    annotated,
  };
}

interface Pair {
  /** White space between two neighbours, em; below 0 where a mark's blank half was trimmed. */
  readonly gap: number;
  readonly between: 'chinese' | 'mixed' | 'latin' | 'marks';
}

function gapBetween(before: LineGlyph, after: LineGlyph, size: number): Pair {
  const gap = (after.x - before.x - before.advance) / size;
  const kinds = [before.kind, after.kind];
  if (before.raised || after.raised) return { gap, between: 'marks' };
  if (kinds.every((kind) => kind === 'chinese')) return { gap, between: 'chinese' };
  if (kinds.every((kind) => kind === 'latin')) return { gap, between: 'latin' };
  // Autospace stands beside letters and digits, not beside Latin marks (CLREQ 3.2.2).
  const isMixed =
    kinds.includes('chinese') &&
    kinds.includes('latin') &&
    /^[\p{L}\p{N}]+$/u.test((before.kind === 'latin' ? before : after).text);
  return { gap, between: isMixed ? 'mixed' : 'marks' };
}

/** Letters of a word stand nearer than this, em; the narrowest word space of a text face is wider. */
const wordGap = 0.12;

function gapsOf(pairs: readonly Pair[]): LineGaps {
  const of = (between: Pair['between']): number[] =>
    pairs.filter((pair) => pair.between === between).map(({ gap }) => gap);
  const chinese = of('chinese').sort((a, b) => a - b);
  const mixed = of('mixed');
  const words = of('latin').filter((gap) => gap > wordGap);
  const middle = chinese[Math.floor(chinese.length / 2)];
  return {
    ...(middle !== undefined && { chinese: middle }),
    ...(mixed.length > 0 && { mixed: mean(mixed) }),
    ...(words.length > 0 && { words: mean(words) }),
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function lineText(glyphs: readonly LineGlyph[], pairs: readonly Pair[]): string {
  return glyphs
    .map(({ text }, index) => {
      const pair = pairs[index - 1];
      const isSpace = pair && pair.gap > (pair.between === 'latin' ? wordGap : 0.7);
      return isSpace ? ` ${text}` : text;
    })
    .join('');
}

function firstUnit(glyphs: readonly LineGlyph[], pairs: readonly Pair[]): number {
  const [first] = glyphs;
  if (!first) return 0;
  let width = 0;
  for (const [index, { kind, advance, size }] of glyphs.entries()) {
    const before = glyphs[index - 1];
    const pair = pairs[index - 1];
    if (before && pair && !keepsTogether(before, kind, pair)) break;
    width += kind === 'closing' || kind === 'opening' ? size / 2 : advance;
  }
  return width;
}

function keepsTogether(before: LineGlyph, kind: CharacterKind, { gap }: Pair): boolean {
  if (before.kind === 'opening' || kind === 'closing') return true;
  return before.kind === 'latin' && kind === 'latin' && gap <= wordGap && !/[-–—]$/.test(before.text);
}

/** The value that most of the glyphs' width has. */
function commonest(glyphs: readonly PlacedGlyph[], read: (glyph: PlacedGlyph) => string): string {
  const widths = new Map<string, number>();
  for (const glyph of glyphs) {
    const value = read(glyph);
    widths.set(value, (widths.get(value) ?? 0) + glyph.advance);
  }
  return [...widths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
