import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, success } from '../../scripts/model/outcome.js';
import { readAssets } from '../../scripts/pipeline/assets.js';
import { makeEbook } from '../../scripts/pipeline/ebook.js';
import { makeEditions } from '../../scripts/pipeline/editions.js';
import { cutFonts } from '../../scripts/pipeline/fonts.js';
import { inWorkshop } from '../../scripts/pipeline/workshop.js';

const seed = join(import.meta.dirname, '../../manuscript/shanghai-2022-03-31');

/** The EPUB of the book that comes with Banxin. */
export function seedEpub(): Promise<Uint8Array> {
  return epubOfFolder(seed);
}

/** The EPUB of a book folder, by the stages of a build; its checks have their own tests. */
export async function epubOfFolder(book: string): Promise<Uint8Array> {
  const out = await mkdtemp(join(tmpdir(), 'banxin-seed-'));
  const made = await inWorkshop({ book, out, formats: ['epub'], cache: false }, async (workshop) => {
    const editions = await makeEditions(workshop.book);
    const assets = needed(await readAssets(workshop.book));
    const fonts = needed(await cutFonts(workshop, editions));
    return success(needed(await makeEbook(workshop, { editions, assets, pictures: assets, fonts }, null)));
  });
  return needed(made)?.epub.bytes ?? new Uint8Array();
}

function needed<T>({ value, diagnostics }: Outcome<T>): T {
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}
