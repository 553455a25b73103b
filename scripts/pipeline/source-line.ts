import type { RunningPiece } from '../model/page-start.js';

/** The line that a piece of running text was written in: that of the nearest element that says one. */
export function lineOf({ around, node }: RunningPiece): number | undefined {
  return [...around, node].findLast(({ position }) => position !== undefined)?.position?.start.line;
}
