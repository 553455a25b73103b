import type { Asset, WrapSettings } from '../../model/book.js';
import { failure, hasErrors, type Outcome, success } from '../../model/outcome.js';
import { usualWrap } from '../../model/wrap.js';
import type { ImageLoader } from '../images/load-image.js';
import { toLines } from './book-meta.js';
import { readPicture } from './cover.js';
import type { ReadBookFile } from './read-book-file.js';

/** What `book.yaml` says of the printed cover, its pictures checked like every picture; nothing at all if it says nothing. */
export async function readWrap(
  { file, yaml }: ReadBookFile,
  images: ImageLoader,
): Promise<Outcome<WrapSettings>> {
  const { wrap } = file;
  if (wrap === undefined || !yaml) return { value: undefined, diagnostics: [] };
  const read = async (side: 'front' | 'back'): Promise<Outcome<Asset>> => {
    const src = wrap[side];
    if (src === undefined) return { value: undefined, diagnostics: [] };
    return readPicture(src, yaml.placeOf(['wrap', side], 'value'), images);
  };
  const [front, back] = await Promise.all([read('front'), read('back')]);
  const diagnostics = [...front.diagnostics, ...back.diagnostics];
  if (hasErrors(diagnostics)) return failure(diagnostics);
  const settings: WrapSettings = {
    place: yaml.placeOf(['wrap'], 'key'),
    coverCaliper: Number(wrap['cover-caliper'] ?? usualWrap.coverCaliper),
    flaps: Number(wrap.flaps ?? usualWrap.flaps),
    bleed: Number(wrap.bleed ?? usualWrap.bleed),
    ...(wrap.paper !== undefined && { paper: wrap.paper }),
    ...(wrap.caliper !== undefined && { caliper: Number(wrap.caliper) }),
    ...(front.value && { front: front.value }),
    ...(back.value && { back: back.value }),
    ...(wrap.blurb !== undefined && { blurb: toLines(wrap.blurb) }),
    ...(wrap['add-on'] !== undefined && { addOn: wrap['add-on'] }),
  };
  return success(settings, diagnostics);
}
