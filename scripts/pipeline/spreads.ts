import { checkPdfDestination } from '../check/pdf-destination.js';
import { diagnose } from '../diagnostics/catalogue.js';
import { sha256 } from '../files/read.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { PrintEdition, SpreadsEdition } from './outputs.js';
import type { Workshop } from './workshop.js';

/** The pages in pairs as the open book shows them, for an office printer; `null` where the book goes elsewhere. */
export async function makeSpreads(
  { book, destination }: Workshop,
  print: PrintEdition | null,
): Promise<Outcome<SpreadsEdition | null>> {
  if (!print || destination?.file !== 'spreads' || !destination.sheet) return success(null);
  const { width, height, margin } = destination.sheet;
  const [{ impose }, { readPress }] = await Promise.all([
    import('../press/impose/impose.js'),
    import('../press/read-press.js'),
  ]);
  const imposition = { kind: 'two-up', creep: 0, sheet: [width, height], margin } as const;
  const { bytes } = print.pdf;
  const made = await impose(bytes, imposition, sha256(`${sha256(bytes)} ${JSON.stringify(imposition)}`));
  if ('needed' in made) {
    const [sheet = '', needed = ''] = [imposition.sheet, made.needed].map((size) => size.join(' × '));
    return failure([diagnose('impose-nothing-fits', { sheet, needed })]);
  }
  const fileName = `${book.meta.id}.spreads.pdf`;
  const facts = await readPress(made.bytes);
  const check = checkPdfDestination(facts, destination, undefined, { file: fileName });
  return success({ pdf: { kind: 'pdf', fileName, bytes: made.bytes }, check });
}
