import type { PDFDict } from '@cantoo/pdf-lib';
import { around, type Box } from '../../pdf/page-geometry.js';
import type { MarkFinder } from '../../pdf/page-marks.js';
import type { DrawnPage, DrawnPiece } from './drawn-pieces.js';

/** Finds where the pictures of a page stand: the box around all that is seen of each, by a number for each piece of it. */
export type PictureBoxes = (
  drawn: DrawnPage,
  pictureOf: (piece: DrawnPiece) => number | undefined,
) => ReadonlyMap<number, Box>;

/** Boxes in pt from the lower left corner of the page, as the attribute `BBox` has them (ISO 32000-1, table 344). */
export function pictureBoxes(resources: PDFDict | undefined, finder: MarkFinder): PictureBoxes {
  return (drawn, pictureOf) => {
    const boxes = new Map<number, Box>();
    const owners = ownersOf(drawn, pictureOf);
    if (owners.size === 0 || !resources) return boxes;
    finder.findEach(drawn.operations, resources, ({ box }, operation) => {
      const picture = owners.get(operation);
      if (picture === undefined) return;
      const known = boxes.get(picture);
      boxes.set(picture, known ? around(known, box) : box);
    });
    return boxes;
  };
}

/** The picture to which each operation of a page belongs. */
function ownersOf(
  { pieces }: DrawnPage,
  pictureOf: (piece: DrawnPiece) => number | undefined,
): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  for (const piece of pieces) {
    const picture = pictureOf(piece);
    if (picture === undefined) continue;
    for (let at = piece.from; at < piece.to; at++) owners.set(at, picture);
  }
  return owners;
}
