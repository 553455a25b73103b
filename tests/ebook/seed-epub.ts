import { join } from 'node:path';
import { referenceText } from '../../scripts/check/reference-text.js';
import { readBook } from '../../scripts/manuscript/read-book.js';
import type { Outcome } from '../../scripts/model/outcome.js';
import { readAssets } from '../../scripts/pipeline/assets.js';
import { loadDesign } from '../../scripts/pipeline/design.js';
import { makeEbook } from '../../scripts/pipeline/ebook.js';
import { cutFonts } from '../../scripts/pipeline/fonts.js';
import { modifiedDate } from '../../scripts/pipeline/modified-date.js';
import { startBrowser } from '../../scripts/pipeline/start-browser.js';

const folder = join(import.meta.dirname, '../../manuscript/shanghai-2022-03-31');

/** The EPUB of the book that comes with Banxin, by the stages of a build; its checks have their own tests. */
export async function seedEpub(): Promise<Uint8Array> {
  const book = needed(await readBook(folder));
  const design = needed(await loadDesign(book));
  const assets = needed(await readAssets(book));
  const session = needed(await startBrowser({ book: folder }));
  try {
    const fonts = needed(await cutFonts(session, book, design, referenceText(book.chapters)));
    const parts = { fonts, assets, pageMap: undefined, modified: modifiedDate(book.meta) };
    return needed(await makeEbook(session, book, design, parts)).bytes;
  } finally {
    await session.end();
  }
}

function needed<T>({ value, diagnostics }: Outcome<T>): T {
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}
