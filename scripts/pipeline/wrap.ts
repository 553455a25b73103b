import { imageSize } from 'image-size';
import { checkPdfPress } from '../check/pdf-press.js';
import { diagnose } from '../diagnostics/catalogue.js';
import { sha256 } from '../files/read.js';
import type { Artifact } from '../model/artifact.js';
import type { Asset, Book, WrapSettings } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { PaginatedBook } from '../model/pages.js';
import type { TrimSize } from '../model/theme.js';
import type { WrapGeometry } from '../model/wrap.js';
import { wrapHtml } from '../print/leaves/wrap.js';
import { leafCaliper, wrapGeometry } from '../theme/wrap-geometry.js';
import type { CoverWrap, PressEdition } from './outputs.js';
import { notesOf } from './press-edition.js';
import { limitsOf, type PressDesign } from './press-settings.js';
import type { Material, Workshop } from './workshop.js';

/** The printed cover, as wide as the finished pages make its spine; `null` where the book asks for none. */
export async function makeCoverWrap(
  { book, design: { theme, trim }, session, modified }: Workshop,
  { editions, fonts, assets }: Material,
  pages: PaginatedBook | null,
  forPress: PressDesign | null,
): Promise<Outcome<CoverWrap | null>> {
  const { wrap } = book;
  if (!wrap || !pages) return success(null);
  const caliper = await leafCaliper(wrap, book.folder);
  if (caliper.value === undefined) return failure(caliper.diagnostics);
  const geometry = wrapGeometry(trim, wrap, pages.pages.length, caliper.value);
  const html = await wrapHtml(editions.print.book, theme, trim, wrap, geometry);
  const { makeWrap } = await import('../print/make-wrap.js');
  const made = await makeWrap(session, { book, html, geometry, fonts, assets, modified });
  if (!made.value) return failure(made.diagnostics);
  const press = forPress ? await pressWrap(book, made.value, { geometry, trim, modified }, forPress) : null;
  return success({ pdf: made.value, press: press?.edition ?? null }, [
    ...made.diagnostics,
    ...pictureFindings(wrap, geometry, assets),
    ...(press?.notes ?? []),
  ]);
}

/** The cover in inks, with the boxes and marks of a press file; it is one sheet and fills no signature. */
async function pressWrap(
  book: Book,
  { bytes, fileName }: Artifact,
  { geometry, trim, modified }: { geometry: WrapGeometry; trim: TrimSize; modified: Date },
  design: PressDesign,
): Promise<{ readonly edition: PressEdition; readonly notes: readonly Diagnostic[] }> {
  const [{ makePress }, { readPress }] = await Promise.all([
    import('../press/make-press.js'),
    import('../press/read-press.js'),
  ]);
  const { width, height, bleed } = geometry;
  const sheet = { ...trim, width: width - 2 * bleed, height: height - 2 * bleed };
  // A cover is one sheet: it has bleed at all its edges, and always.
  const settings = { ...design.settings, bleed, bleedEdges: 'all', signature: 1, fill: 'none' } as const;
  const file = await makePress({
    bytes,
    offset: bleed * (72 / 25.4),
    meta: book.meta,
    trim: sheet,
    ...design,
    settings,
    modified,
    identity: sha256(
      `wrap ${sha256(bytes)} ${JSON.stringify({ ...settings, profile: settings.profile?.path })}`,
    ),
  });
  const name = fileName.replace(/\.pdf$/, '.press.pdf');
  const facts = await readPress(file.bytes, limitsOf(settings));
  const place = book.wrap?.place;
  const check = checkPdfPress(facts, {
    file: name,
    labelOf: () => undefined,
    placeOf: () => place,
    groupOf: () => '',
    limits: limitsOf(settings),
  });
  const notes = notesOf(
    file,
    { ...design, settings },
    () => 'cover',
    () => place,
  );
  return { edition: { pdf: { kind: 'pdf', fileName: name, bytes: file.bytes }, checks: [check] }, notes };
}

/** Resolution that pictures on a cover need, pixels an inch. */
const leastResolution = 300;
/** So much of a picture's height or width may be cut off to fill its panel. */
const mostCut = 0.03;

/** Pictures that are too coarse for their panel, or of another shape. */
function pictureFindings(
  wrap: WrapSettings,
  { front, height, bleed, flaps }: WrapGeometry,
  assets: Material['assets'],
): readonly Diagnostic[] {
  const width = front.width + (flaps[0].width > 0 ? 0 : bleed);
  const wanted = `${width.toFixed(1)} × ${height.toFixed(1)}`;
  const shown = (['front', 'back'] as const).flatMap((side) => wrap[side] ?? []);
  return shown.flatMap((asset: Asset) => {
    const bytes = assets.get(asset);
    if (!bytes || asset.mediaType === 'image/svg+xml') return [];
    const size = imageSize(bytes);
    const [across, down] = [size.width / (width / 25.4), size.height / (height / 25.4)];
    const cut = 1 - Math.min(across, down) / Math.max(across, down);
    const place = wrap.place;
    return [
      ...(Math.min(across, down) < leastResolution
        ? [
            diagnose(
              'wrap-picture-coarse',
              { path: asset.path, found: Math.round(Math.min(across, down)), wanted: leastResolution },
              place,
            ),
          ]
        : []),
      ...(cut > mostCut
        ? [
            diagnose(
              'wrap-picture-shape',
              {
                path: asset.path,
                found: `${size.width} × ${size.height}`,
                wanted,
                share: Math.round(cut * 100),
              },
              place,
            ),
          ]
        : []),
    ];
  });
}
