import { fitPictures } from '../print/fit-pictures.js';
import type { Material, Workshop } from './workshop.js';

/** The pictures as pages show them; as they are where no pages are made. */
export async function makePrintPictures(
  { book, formats, design, store }: Workshop,
  assets: Material['assets'],
): Promise<Material['pictures']> {
  if (!formats.includes('pdf') && !formats.includes('press')) return assets;
  // The printed cover has a sheet of its own, and is made from the originals.
  const inText = new Set(book.assets);
  const fitted = await fitPictures(
    new Map([...assets].filter(([asset]) => inText.has(asset))),
    design.trim,
    store,
  );
  return new Map([...assets, ...fitted]);
}
