import { keyOf } from '../files/key-of.js';
import { sha256 } from '../files/read.js';
import type { SubsetFont } from '../model/theme.js';
import type { Browser, Page } from './browser.js';
import { type OfflinePage, openOfflinePage, origin, type PageFiles } from './offline-page.js';
import { installTextReader } from './pagedjs/text-runs.js';
import type { TabKind } from './warm-tabs.js';

/** What every tab of a book needs: its language, fonts, files, and the source of Paged.js. */
export interface TabSetup {
  readonly language: string;
  readonly fontCss: string;
  readonly files: PageFiles;
  readonly pagedjs: string;
  /** The faces that are loaded, for tabs that are used again; without them a tab is for one layout. */
  readonly faces?: readonly Pick<SubsetFont, 'fileName' | 'source' | 'characters'>[];
  /** Milliseconds that the layout of one part may take, by its markup. */
  readonly timeLimit: (html: string) => number;
}

/** What tells tabs of one setup from those of others; nothing where its faces are not known. */
export function kindOfTab({ language, fontCss, files, pagedjs, faces }: TabSetup): TabKind | undefined {
  if (!faces) return undefined;
  const others = [...files].filter(([path]) => !path.startsWith('fonts/'));
  return {
    key: keyOf(
      'layout tab',
      language,
      fontCss,
      pagedjs,
      ...faces.map(({ fileName, source }) => `${fileName} ${source}`),
      ...others.map(([path, { bytes }]) => `${path} ${sha256(bytes)}`),
    ),
    characters: new Map(faces.map(({ fileName, characters }) => [fileName, characters])),
  };
}

/** Opens a tab, waits until its fonts are there, and loads Paged.js: ready for `layoutPart`. */
export async function openLayoutTab(browser: Browser, setup: TabSetup): Promise<OfflinePage> {
  const shell = `<!doctype html><html lang="${setup.language}"><head><meta charset="utf-8"><style>${setup.fontCss}</style></head><body></body></html>`;
  const files = new Map(setup.files);
  files.set('tab.html', { bytes: new TextEncoder().encode(shell), mediaType: 'text/html; charset=utf-8' });
  const tab = await openOfflinePage(browser, files);
  await tab.page.goto(`${origin}/tab.html`);
  await tab.page.evaluate(withoutFrames);
  await loadFonts(tab.page);
  await tab.page.evaluate(setup.pagedjs);
  await tab.page.evaluate(installTextReader);
  return tab;
}

/** Waits until every @font-face of a page is loaded: text measured before would move later. */
export async function loadFonts(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((font) => font.load()));
  });
}

/**
 * Paged.js waits a frame after each page; nobody looks, so a microtask does: a third faster, and a tab
 * in the background does not stand still (knowledge: pagination-speed 3.4).
 */
function withoutFrames(): void {
  window.requestAnimationFrame = (callback) => {
    queueMicrotask(() => callback(performance.now()));
    return 1;
  };
}
