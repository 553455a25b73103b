import { join } from 'node:path';
import { packageRoot } from '../files/package-root.js';
import { withTemporaryFolder } from '../files/temporary-folder.js';
import { writeAll } from '../files/write.js';
import { readBook } from '../manuscript/read-book.js';
import type { Asset, Book } from '../model/book.js';
import type { FontFace, SubsetFont, Theme, TrimSize } from '../model/theme.js';
import { readAssets } from '../pipeline/assets.js';
import { locateBrowser } from '../print/browser.js';
import { type BrowserSession, openBrowserSession } from '../print/browser-session.js';
import { loadTheme } from '../theme/load-theme.js';
import { subsetFonts } from '../theme/subset-fonts.js';
import { loadTrim } from '../theme/trim-size.js';
import type { Piece } from './piece.js';
import { bookFiles } from './random-book.js';
import { repertoire } from './random-text.js';

/** What random books are set with: a browser, and one theme with fonts cut once for all of them. */
export interface FuzzDesk {
  readonly session: BrowserSession;
  readonly theme: Theme;
  readonly trims: readonly TrimSize[];
  readonly fonts: readonly SubsetFont[];
}

/** Opens the desk; `session.end()` closes it. */
export async function openFuzzDesk(tabs: number): Promise<FuzzDesk> {
  const found = await locateBrowser();
  const session = found.value && (await openBrowserSession(found.value, tabs));
  const theme = await loadTheme('shu', packageRoot, ['zh-Hans']);
  if (!session?.value || !theme.value) throw new Error(JSON.stringify([found, session, theme.diagnostics]));
  const trim = await loadTrim('a5', packageRoot, theme.value.body);
  if (!trim.value) throw new Error(JSON.stringify(trim.diagnostics));
  const fonts = await cutFonts(theme.value.faces);
  return { session: session.value, theme: theme.value, trims: [trim.value, small(trim.value)], fonts };
}

async function cutFonts(faces: readonly FontFace[]): Promise<readonly SubsetFont[]> {
  const usage = faces.map(({ family, weight, style }) => {
    return { families: [family], weight, style, characters: repertoire };
  });
  const cut = await subsetFonts(faces, usage);
  if (!cut.value) throw new Error(JSON.stringify(cut.diagnostics));
  return cut.value.fonts;
}

/** A page of few lines: the same text has many more page ends. */
function small(trim: TrimSize): TrimSize {
  const [characters, lines] = [18, 13];
  const lost = [(trim.typeArea.characters - characters) * 10.5, (trim.typeArea.lines - lines) * 18];
  const [width = 0, height = 0] = lost.map((points) => (points * 25.4) / 72);
  return {
    ...trim,
    width: trim.width - width,
    height: trim.height - height,
    typeArea: { characters, lines },
  };
}

/** Reads a chapter as a manuscript is read, from a folder that goes again; throws what was wrong with it. */
export async function readRandomBook(
  chapter: Piece,
): Promise<{ book: Book; assets: ReadonlyMap<Asset, Uint8Array> }> {
  return withTemporaryFolder(async (folder) => {
    const files = [...bookFiles(chapter)].map(([path, bytes]) => ({ path: join(folder, path), bytes }));
    const faults = await writeAll(files);
    const read = await readBook(folder);
    const errors = [...faults, ...read.diagnostics].filter(({ severity }) => severity === 'error');
    const assets = read.value && (await readAssets(read.value));
    if (!read.value || !assets?.value || errors.length > 0) throw new Error(JSON.stringify(errors));
    return { book: read.value, assets: assets.value };
  });
}
