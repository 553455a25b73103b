import type { BodyType } from '../model/theme.js';

const mmPerPoint = 25.4 / 72;

/** Least room at the spine, and at the three other edges, where running heads and folios need it too; mm. */
export interface LeastMargins {
  readonly inner: number;
  readonly outer: number;
}

/** What a trim size says for itself; all that is left out is worked out. Lengths in mm. */
export interface PageFormat {
  readonly width: number;
  readonly height: number;
  /** Characters in a line and lines on a page, instead of those of the rule. */
  readonly characters?: number;
  readonly lines?: number;
  /** Inner and head margin, instead of those of the rule. */
  readonly inner?: number;
  readonly head?: number;
}

/** A type area (版心) and where it stands on a recto; lengths in mm. */
export interface TypeArea {
  readonly characters: number;
  readonly lines: number;
  readonly inner: number;
  readonly head: number;
}

/** The share of the page's width and height that the type area takes, before the measure bounds it. */
const share = { width: 0.705, height: 0.786 };
/** The parts of what is left that stand at the spine and at the head; the head holds the running head. */
const innerPart = 0.53;
const headPart = 0.513;
/** Least margins, mm: a thumb's width outside, and what binding takes inside. */
const usual = { inner: 18, outer: 15, head: 18, foot: 16 };
/** How far running heads and folios hang out of the type area (styles/base/print/page.css), mm. */
const hanging = 7 + 12 * mmPerPoint;
/** Characters in a line that Chinese reads well at the size of a book's text. */
const measureOfChinese = [24, 30] as const;
/** On a page wider than the measure fills, this much of the surplus goes to the line, the rest to the margins. */
const surplusToLine = 0.6;
/** How much of the type area the text of a book fills; the rest is chapter ends, short lines, blank lines. */
export const filledPage = 0.8;

/**
 * The type area of a page by one rule, from its size, the body type (size and line in pt, measure in em) and the
 * length of the book's text in characters: whole characters by whole lines, about seven tenths of the width and four fifths of the
 * height. Margins above and below are together never narrower than those at the sides. Nothing is checked here:
 * data that leaves no margin gives one below zero. Where the book goes to may ask for wider margins at spine and edge.
 */
export function typeAreaOf(
  format: PageFormat,
  body: BodyType,
  textLength: number,
  asked: LeastMargins = { inner: 0, outer: 0 },
): TypeArea {
  const least = leastOf(asked);
  const [em, line] = [body.size * mmPerPoint, body.line * mmPerPoint];
  const characters =
    format.characters ?? charactersOf(format.width, em, body.measure ?? measureOfChinese, least);
  const sides = format.width - characters * em;
  const lines = format.lines ?? linesOf(format.height, line, sides, least);
  const ends = format.height - lines * line;
  const edge = hangingRoom(asked);
  const own = Math.max(usual.inner, toHalf(sides * innerPart));
  const inner = Math.max(own + gutterOf(textLength / (characters * lines * filledPage)), asked.inner);
  return {
    characters,
    lines,
    inner: Math.max(format.inner ?? Math.max(0, Math.min(inner, sides - least.outer)), asked.inner),
    head: format.head ?? Math.max(edge, Math.min(toHalf(ends * headPart), ends - edge)),
  };
}

/** What head and foot need where running heads and folios must keep away from the edge; nothing where nobody asks. */
function hangingRoom({ outer }: LeastMargins): number {
  return outer > 0 ? outer + hanging : 0;
}

/** The usual least margins, or wider ones where they are asked for. */
function leastOf(asked: LeastMargins): typeof usual {
  const { inner, outer } = asked;
  return {
    inner: Math.max(usual.inner, inner),
    outer: Math.max(usual.outer, outer),
    head: Math.max(usual.head, hangingRoom(asked)),
    foot: Math.max(usual.foot, hangingRoom(asked)),
  };
}

function charactersOf(
  width: number,
  em: number,
  [from, to]: readonly [number, number],
  least: LeastMargins,
): number {
  const natural = (width * share.width) / em;
  const wanted = natural > to ? to + (natural - to) * surplusToLine : Math.max(natural, from);
  return Math.min(Math.round(wanted), Math.floor((width - least.inner - least.outer) / em));
}

function linesOf(height: number, line: number, sides: number, least: typeof usual): number {
  const ends = Math.max(sides, least.head + least.foot);
  return Math.min(Math.round((height * share.height) / line), Math.floor((height - ends) / line));
}

/** A book thicker than 320 pages opens less flat: 1 mm more at the spine for each further 160 pages, at most 3. */
function gutterOf(pages: number): number {
  return Math.max(0, Math.min(3, Math.ceil((pages - 320) / 160)));
}

/** To the half millimetre, as a designer would write it down. */
function toHalf(length: number): number {
  return Math.round(2 * length) / 2;
}
