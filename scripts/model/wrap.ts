import type { WrapSettings } from './book.js';

/** What a cover has of which nothing is said, mm. */
export const usualWrap: WrapSettings = { coverCaliper: 0.3, flaps: 0, bleed: 3 };

/** Where each part of a wrap stands, from the left edge of the sheet with its bleed; all in mm. */
export interface WrapGeometry {
  /** The whole sheet, bleed included. */
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  readonly back: WrapPanel;
  readonly spine: WrapPanel;
  readonly front: WrapPanel;
  /** Left one beside the back, right one beside the front; of no width where there are none. */
  readonly flaps: readonly [WrapPanel, WrapPanel];
}

export interface WrapPanel {
  readonly left: number;
  readonly width: number;
}
