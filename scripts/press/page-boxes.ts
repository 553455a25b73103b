import type { PressSettings } from '../model/press.js';
import type { TrimSize } from '../model/theme.js';
import type { Box } from '../pdf/page-geometry.js';

export const pointsPerMm = 72 / 25.4;

/** Room outside the bleed for marks and the slug line, mm. */
const markRoom = 9;

/** The boxes of a press page, pt from its lower left corner (ISO 15930-7; ISO 32000-1, section 14.11.2). */
export interface PressBoxes {
  readonly media: Box;
  readonly bleed: Box;
  readonly trim: Box;
}

/**
 * Trim and bleed to a ten thousandth of a point; the media box is the bleed's, or has room for marks around it. `page` is
 * from 0: where the spine has no bleed, odd pages lack it at the left, even ones at the right.
 */
export function pressBoxes(
  { width, height }: Pick<TrimSize, 'width' | 'height'>,
  { bleed, bleedEdges, marks }: Pick<PressSettings, 'bleed' | 'bleedEdges' | 'marks'>,
  page = 0,
): PressBoxes {
  const atSpine = bleedEdges === 'outer' ? 0 : bleed;
  const [left, right] = page % 2 === 0 ? [atSpine, bleed] : [bleed, atSpine];
  const room = marks ? markRoom : 0;
  const [w, h] = [width + left + right + 2 * room, height + 2 * bleed + 2 * room];
  return {
    media: inPoints([0, 0, w, h]),
    bleed: inPoints([room, room, w - room, h - room]),
    trim: inPoints([room + left, room + bleed, w - room - right, h - room - bleed]),
  };
}

function inPoints(box: Box): Box {
  const [left, bottom, right, top] = box.map((mm) => Number((mm * pointsPerMm).toFixed(4)));
  return [left ?? 0, bottom ?? 0, right ?? 0, top ?? 0];
}
