import type { PressBoxes } from './page-boxes.js';
import { pointsPerMm } from './page-boxes.js';

/** Names that the marks need in the resources of a page: `All` prints on every plate (ISO 32000-1, 8.6.6.4). */
export const registrationSpace = 'Registration';

/** Thickness of marks, pt. */
const line = 0.25;

/** Crop and registration marks and the colour bar, outside the bleed, as a content stream. */
export function printerMarks({ trim, bleed, media }: PressBoxes, inBlackAlone: boolean): readonly string[] {
  const outer = bleed[0] - media[0];
  return [
    'q',
    ...(inBlackAlone ? ['0 G'] : [`/${registrationSpace} CS 1 SCN`]),
    `${line} w`,
    ...cropMarks(trim, bleed, outer),
    ...registrationMarks(media, outer),
    'Q',
    ...(inBlackAlone ? greyBar(bleed, outer) : colourBar(bleed, outer)),
  ];
}

/** At each corner two lines in the prolongation of the trim, that end where the bleed begins. */
function cropMarks(
  [left, bottom, right, top]: PressBoxes['trim'],
  bleed: PressBoxes['bleed'],
  outer: number,
): readonly string[] {
  const [from, to] = [1 * pointsPerMm, Math.min(outer, 6 * pointsPerMm)];
  const across = [
    [bleed[0] - from, bleed[0] - to],
    [bleed[2] + from, bleed[2] + to],
  ] as const;
  const along = [
    [bleed[1] - from, bleed[1] - to],
    [bleed[3] + from, bleed[3] + to],
  ] as const;
  return [
    ...[bottom, top].flatMap((y) =>
      across.map(([start, end]) => `${n(start)} ${n(y)} m ${n(end)} ${n(y)} l S`),
    ),
    ...[left, right].flatMap((x) =>
      along.map(([start, end]) => `${n(x)} ${n(start)} m ${n(x)} ${n(end)} l S`),
    ),
  ];
}

/** In the middle of each side a cross in a circle, by which the plates are laid on each other. */
function registrationMarks(
  [left, bottom, right, top]: PressBoxes['media'],
  outer: number,
): readonly string[] {
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  const places = [
    [x, bottom + outer / 2],
    [x, top - outer / 2],
    [left + outer / 2, y],
    [right - outer / 2, y],
  ] as const;
  return places.flatMap(([centreX, centreY]) => target(centreX, centreY, 2 * pointsPerMm));
}

function target(x: number, y: number, radius: number): readonly string[] {
  const [arm, k] = [radius * 1.5, radius * 0.5523];
  return [
    `${n(x - arm)} ${n(y)} m ${n(x + arm)} ${n(y)} l S`,
    `${n(x)} ${n(y - arm)} m ${n(x)} ${n(y + arm)} l S`,
    [
      `${n(x + radius)} ${n(y)} m`,
      `${n(x + radius)} ${n(y + k)} ${n(x + k)} ${n(y + radius)} ${n(x)} ${n(y + radius)} c`,
      `${n(x - k)} ${n(y + radius)} ${n(x - radius)} ${n(y + k)} ${n(x - radius)} ${n(y)} c`,
      `${n(x - radius)} ${n(y - k)} ${n(x - k)} ${n(y - radius)} ${n(x)} ${n(y - radius)} c`,
      `${n(x + k)} ${n(y - radius)} ${n(x + radius)} ${n(y - k)} ${n(x + radius)} ${n(y)} c S`,
    ].join(' '),
  ];
}

/** The solid inks, two over each other, and half tones: what a densitometer reads. */
const patches = [
  '1 0 0 0 k',
  '0 1 0 0 k',
  '0 0 1 0 k',
  '0 0 0 1 k',
  '1 1 0 0 k',
  '0 1 1 0 k',
  '1 0 1 0 k',
  '.5 0 0 0 k',
  '0 .5 0 0 k',
  '0 0 .5 0 k',
  '0 0 0 .5 k',
];
const greyPatches = ['0 g', '.25 g', '.5 g', '.75 g'];

function colourBar(bleed: PressBoxes['bleed'], outer: number): readonly string[] {
  return bar(patches, bleed, outer);
}

function greyBar(bleed: PressBoxes['bleed'], outer: number): readonly string[] {
  return bar(greyPatches, bleed, outer);
}

/** A row of squares over the page, beginning at the left of the bleed and clear of the mark in the middle. */
function bar(
  fills: readonly string[],
  [left, , right, top]: PressBoxes['bleed'],
  outer: number,
): readonly string[] {
  const room = (right - left) / 2 - 10 * pointsPerMm;
  const side = Math.min(4 * pointsPerMm, room / fills.length);
  const bottom = top + (outer - side) / 2;
  const start = left + 6 * pointsPerMm;
  return [
    'q',
    ...fills.map(
      (fill, index) => `${fill} ${n(start + index * side)} ${n(bottom)} ${n(side)} ${n(side)} re f`,
    ),
    'Q',
  ];
}

function n(number: number): string {
  return String(Number(number.toFixed(3)));
}
