import type { TrimSize } from '../model/theme.js';
import type { Box } from './page-geometry.js';

export const pointsPerMm = 72 / 25.4;

/** Room outside the bleed for marks and the slug line, mm. */
const markRoom = 9;

/** The boxes of a press page, pt from its lower left corner (ISO 15930-7; ISO 32000-1, section 14.11.2). */
export interface PressBoxes {
  readonly media: Box;
  readonly bleed: Box;
  readonly trim: Box;
}

/** Trim and bleed to a ten thousandth of a point; the media box is the bleed's, or has room for marks around it. */
export function pressBoxes(
  { width, height }: Pick<TrimSize, 'width' | 'height'>,
  { bleed, marks }: { readonly bleed: number; readonly marks: boolean },
): PressBoxes {
  const edge = bleed + (marks ? markRoom : 0);
  const [w, h] = [width + 2 * edge, height + 2 * edge];
  return {
    media: inPoints([0, 0, w, h]),
    bleed: inPoints([edge - bleed, edge - bleed, w - edge + bleed, h - edge + bleed]),
    trim: inPoints([edge, edge, w - edge, h - edge]),
  };
}

function inPoints(box: Box): Box {
  const [left, bottom, right, top] = box.map((mm) => Number((mm * pointsPerMm).toFixed(4)));
  return [left ?? 0, bottom ?? 0, right ?? 0, top ?? 0];
}
