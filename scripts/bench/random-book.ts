import { Chance } from './chance.js';
import { type Piece, piece, written } from './piece.js';
import { blocks, type pictureNames } from './random-blocks.js';
import { nestedBlocks } from './random-tables.js';
import { RandomText } from './random-text.js';

const makers = { ...blocks, ...nestedBlocks };

/** A chapter of blocks of every kind that a manuscript may hold; the same for the same seed. */
export function randomChapter(seed: number): Piece {
  const chance = new Chance(seed);
  const text = new RandomText(chance);
  const names = Object.keys(makers);
  const parts = chance.times(chance.between(3, 24), () => {
    const name = names[chance.between(0, names.length - 1)] ?? '';
    return makers[name]?.(text, chance) ?? '';
  });
  return piece(`# 第${seed}章\n\n`, parts, '\n\n', '\n');
}

/** The files of a book with one chapter, by path in its folder. */
export function bookFiles(chapter: Piece): ReadonlyMap<string, string> {
  return new Map<string, string>([
    ['book.yaml', 'id: fuzz\ntitle: 乱书\nlanguage: zh-Hans\n'],
    ['chapters/1.md', written(chapter)],
    ...Object.entries(pictures).map(([name, bytes]) => [`images/${name}`, bytes] as const),
  ]);
}

type PictureName = (typeof pictureNames)[number];

const pictures: Readonly<Record<PictureName, string>> = {
  'square.svg': drawing(200, 200),
  'wide.svg': drawing(3000, 20),
  'high.svg': drawing(12, 2400),
  'dot.svg': drawing(1, 1),
  'large.svg': drawing(2400, 3000),
};

/** A grey rectangle, in pixels. */
function drawing(width: number, height: number): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<rect width="${width}" height="${height}" fill="#ccc"/></svg>`
  );
}
