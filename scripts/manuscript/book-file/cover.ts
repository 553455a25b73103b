import { diagnose } from '../../diagnostics/catalogue.js';
import type { Asset } from '../../model/book.js';
import type { Place } from '../../model/diagnostic.js';
import type { Outcome } from '../../model/outcome.js';
import { failure, success } from '../../model/outcome.js';
import type { ImageLoader } from '../images/load-image.js';
import type { ReadBookFile } from './read-book-file.js';

/** The cover that `book.yaml` names, checked like every picture; nothing at all if it names none. */
export async function readCover({ file, yaml }: ReadBookFile, images: ImageLoader): Promise<Outcome<Asset>> {
  if (file.cover === undefined || !yaml) return { value: undefined, diagnostics: [] };
  return readPicture(file.cover, yaml.placeOf(['cover'], 'value'), images);
}

/** A picture that `book.yaml` names at a place. */
export async function readPicture(src: string, place: Place, images: ImageLoader): Promise<Outcome<Asset>> {
  const loaded = await images.load(src);
  if ('asset' in loaded) {
    const { asset, misnamed } = loaded;
    return success(
      asset,
      misnamed ? [diagnose('image-misnamed', { path: src, type: asset.mediaType }, place)] : [],
    );
  }
  if (loaded.fault === 'unreadable') return failure(loaded.diagnostics.map((found) => ({ ...found, place })));
  if (loaded.fault === 'svg-unsafe')
    return failure([diagnose('image-svg-unsafe', { src, reason: loaded.reason }, place)]);
  if (loaded.fault === 'too-large')
    return failure([diagnose('image-too-large', { src, ...loaded.count }, place)]);
  const code = `image-${loaded.fault}` as const;
  return failure([diagnose(code, { src }, place)]);
}
