import { diagnose } from '../diagnostics/catalogue.js';
import { keyOf } from '../files/key-of.js';
import { packageVersion } from '../files/package-root.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { noStore, type Store } from '../model/store.js';
import type { SubsetFont } from '../model/theme.js';
import type { Browser } from './browser.js';
import type { BrowserSession } from './browser-session.js';
import { fontCss } from './font-css.js';
import { openOfflinePage, origin } from './offline-page.js';
import { inTwoAttempts } from './two-attempts.js';

/** A cover as a picture: JPEG, 1600 × 2560 px (the ratio 1.6 that shops ask for). */
export interface CoverPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}

/** Pixels of a drawn cover. */
export const coverSize = { width: 1600, height: 2560 };

/** Draws the cover's markup in the browser, if no earlier build did. */
export async function drawCover(
  session: BrowserSession,
  html: string,
  fonts: readonly SubsetFont[],
  store: Store = noStore,
): Promise<Outcome<CoverPicture>> {
  const { css } = fontCss(fonts);
  const key = keyOf('cover', packageVersion, session.version, html, css, ...fonts.map(({ bytes }) => bytes));
  const kept = await store.get(key);
  if (kept) return success({ bytes: kept, mediaType: 'image/jpeg', ...coverSize });
  const drawn = await inTwoAttempts(session, 60_000, (browser) => drawOnce(browser, html, fonts));
  if ('reason' in drawn) return failure([diagnose('browser-work-failed', { reason: drawn.reason })]);
  await store.put(key, drawn.value.bytes);
  return success(drawn.value);
}

async function drawOnce(browser: Browser, html: string, fonts: readonly SubsetFont[]): Promise<CoverPicture> {
  const { css, files } = fontCss(fonts);
  const document = `<!doctype html><html><head><meta charset="utf-8"><style>${css} body { margin: 0 }</style></head><body>${html}</body></html>`;
  const all = new Map(files);
  all.set('cover.html', { bytes: new TextEncoder().encode(document), mediaType: 'text/html; charset=utf-8' });
  const { page } = await openOfflinePage(browser, all);
  try {
    await page.setViewport(coverSize);
    await page.goto(`${origin}/cover.html`);
    await page.evaluate(loadUsedFonts);
    const bytes = await page.screenshot({ type: 'jpeg', quality: 65, optimizeForSpeed: false });
    return { bytes, mediaType: 'image/jpeg', ...coverSize };
  } finally {
    await page.close().catch(() => undefined);
  }
}

/** Runs in the browser. The cover needs few of the book's faces, and the largest is not among them. */
async function loadUsedFonts(): Promise<void> {
  // The layout says which are used.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
}
