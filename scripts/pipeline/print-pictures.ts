import { fitPictures } from '../print/fit-pictures.js';
import { isPrinted } from './pages.js';
import type { Material, Workshop } from './workshop.js';

/** The pictures as pages show them; as they are where no pages are made. */
export async function makePrintPictures(
  workshop: Workshop,
  assets: Material['assets'],
): Promise<Material['pictures']> {
  if (!isPrinted(workshop)) return assets;
  const { book, design, store } = workshop;
  // The printed cover has a sheet of its own, and is made from the originals.
  const inText = new Set(book.assets);
  const fitted = await fitPictures(
    new Map([...assets].filter(([asset]) => inText.has(asset))),
    design.trim,
    store,
  );
  return new Map([...assets, ...fitted]);
}
