import { checkPdfDestination } from '../check/pdf-destination.js';
import { checkPdfPress } from '../check/pdf-press.js';
import { diagnose } from '../diagnostics/catalogue.js';
import { packageVersion } from '../files/package-root.js';
import { readBytes, sha256 } from '../files/read.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import { failure, hasErrors, type Outcome, success } from '../model/outcome.js';
import type { NumberedPage } from '../model/pages.js';
import type { PressFile, PressInput } from '../press/make-press.js';
import { toTrueType } from '../theme/font-file.js';
import type { PressEdition, PrintEdition } from './outputs.js';
import { placesOf } from './press-places.js';
import { limitsOf, type PressDesign } from './press-settings.js';
import type { Material, Workshop } from './workshop.js';

/** The same pages for a printing house, and what was found in the file; `null` where it is not asked for. */
export async function pressEdition(
  workshop: Workshop,
  material: Material,
  print: PrintEdition | null,
  design: PressDesign | null,
): Promise<Outcome<PressEdition | null>> {
  if (!print || !design) return success(null);
  const { onProgress, design: looks, modified } = workshop;
  const { paginated } = print;
  const { meta } = material.editions.print.book;
  onProgress({ stage: 'press', done: 0, total: 1 });
  const [{ makePress }, { readPress }] = await Promise.all([
    import('../press/make-press.js'),
    import('../press/read-press.js'),
  ]);
  const { settings } = design;
  const fileName = `${meta.id}.press.pdf`;
  const input: PressInput = {
    bytes: print.pdf.bytes,
    offset: 0,
    meta,
    trim: looks.trim,
    ...design,
    modified,
    identity: identityOf(print.pdf.bytes, design),
    ...(settings.marks && { slug: await slugOf(workshop, paginated.pages, fileName) }),
  };
  const limits = limitsOf(settings);
  let file = await makePress(input);
  let facts = await readPress(file.bytes, limits);
  const found: Diagnostic[] = [];
  if (settings.bleedIfNeeded && settings.bleed > 0 && facts?.reachesTrim === false) {
    file = await makePress({ ...input, ...withoutBleed(design, print) });
    facts = await readPress(file.bytes, limits);
    if (workshop.destination)
      found.push(diagnose('destination-bleed-left-out', { destination: workshop.destination.name }));
  }
  const placeOf = placesOf(material.editions.print.book, paginated.pages);
  const labelOf = (page: number): string | undefined => paginated.pages[page]?.label;
  const groupOf = (page: number): string => paginated.pages[page]?.part ?? '';
  const places = { file: fileName, labelOf, placeOf, groupOf };
  const { destination } = workshop;
  const checks = [
    checkPdfPress(facts, { ...places, limits }),
    ...(destination ? [checkPdfDestination(facts, destination, looks.trim, places)] : []),
  ];
  const told = [...found, ...notesOf(file, design, labelOf, placeOf)];
  if (hasErrors(told)) return failure(told);
  return success({ pdf: { kind: 'pdf', fileName, bytes: file.bytes }, checks }, told);
}

/** Nothing reaches the edge, and where the book goes pages are then as large as their trim. */
function withoutBleed(design: PressDesign, { pdf }: PrintEdition): Pick<PressInput, 'settings' | 'identity'> {
  const settings = { ...design.settings, bleed: 0 };
  return { settings, identity: identityOf(pdf.bytes, { ...design, settings }) };
}

/** The same pages printed in the same way are the same file. */
function identityOf(bytes: Uint8Array, { settings, condition, inks }: PressDesign): string {
  const { profile, ...said } = settings;
  const design = JSON.stringify([said, condition, [...inks]]);
  return sha256(`${packageVersion} ${sha256(bytes)} ${design} ${profile ? sha256(profile.bytes) : ''}`);
}

/** The title, the date and the file's name, drawn from the whole faces of the theme. */
async function slugOf(
  { book, design, modified }: Workshop,
  pages: readonly NumberedPage[],
  fileName: string,
): Promise<NonNullable<PressInput['slug']>> {
  const upright = design.theme.faces.filter(({ style, weight }) => style === 'normal' && weight === 400);
  const read = await Promise.all(upright.map(({ file }) => readBytes(file)));
  const fonts = await Promise.all(read.flatMap(({ value }) => (value ? [toTrueType(value)] : [])));
  const date = modified.toISOString().slice(0, 10);
  return {
    text: `${book.meta.title}  ·  ${fileName}  ·  ${date}`,
    labels: pages.map(({ label }) => label),
    fonts,
  };
}

/** What had to be done to make the file that its maker should know. */
export function notesOf(
  { unmapped, gradients, pictures, transparent, blanks, pages }: PressFile,
  { settings }: PressDesign,
  labelOf: (page: number) => string | undefined,
  placeOf: (page: number, picture?: number) => Place | undefined,
): readonly Diagnostic[] {
  const label = (page: number): string => labelOf(page) ?? String(page + 1);
  const more = (count: number): string => (count > 1 ? ` (+${count - 1})` : '');
  const colours = [...unmapped].map(([colour, found]) => {
    const [page = 0] = [...found].sort((a, b) => a - b);
    return diagnose(
      'press-colour-unmapped',
      { colour, page: label(page), more: more(found.size) },
      placeOf(page),
    );
  });
  const notes = pictures.flatMap(({ kind, page, picture, ink = 0 }): readonly Diagnostic[] => {
    const values = { page: label(page) };
    const place = placeOf(page, picture);
    if (kind === 'unprofiled') return [];
    if (kind !== 'ink-lowered') return [diagnose(`press-picture-${kind}`, values, place)];
    return [diagnose('press-ink-lowered', { ...values, ink: Math.round(ink), limit: settings.ink }, place)];
  });
  // One cause, and one remedy, for all.
  const without = pictures.filter(({ kind }) => kind === 'unprofiled');
  const unprofiled = without
    .slice(0, 1)
    .map(({ page }) => diagnose('press-pictures-unprofiled', { count: without.length, page: label(page) }));
  const opaque = transparent.map((page) =>
    diagnose('press-transparency', { page: label(page), more: '' }, placeOf(page)),
  );
  const round = gradients.map((page) => diagnose('press-gradient', { page: label(page) }, placeOf(page)));
  return [
    ...colours,
    ...round,
    ...notes,
    ...unprofiled,
    ...opaque,
    ...signatureNotes(pages, blanks, settings.signature),
  ];
}

function signatureNotes(pages: number, blanks: number, signature: number): readonly Diagnostic[] {
  if (blanks > 0) return [diagnose('press-blanks', { blanks, signature, pages })];
  const missing = (signature - (pages % signature)) % signature;
  return missing > 0 ? [diagnose('press-signature', { pages, signature, missing })] : [];
}
