import { diagnose } from '../diagnostics/catalogue.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { Browser } from './browser.js';
import type { BrowserSession } from './browser-session.js';
import { loadFonts } from './layout-tab.js';
import { openOfflinePage, origin, type PageFiles } from './offline-page.js';
import { inTwoAttempts } from './two-attempts.js';

/**
 * Prints one document, tagged and with an outline, at the page size of its CSS. Tried once more in a
 * new browser if it fails; then `printing-failed`.
 */
export async function printPages(
  session: BrowserSession,
  html: string,
  files: PageFiles,
): Promise<Outcome<Uint8Array>> {
  const all = new Map(files);
  all.set('book.html', { bytes: new TextEncoder().encode(html), mediaType: 'text/html; charset=utf-8' });
  const limit = 120_000 + html.length / 20;
  const printed = await inTwoAttempts(session, limit, (browser) => printOnce(browser, all, limit));
  if ('value' in printed) return success(printed.value);
  return failure([diagnose('printing-failed', { reason: printed.reason })]);
}

async function printOnce(browser: Browser, files: PageFiles, timeout: number): Promise<Uint8Array> {
  const { page } = await openOfflinePage(browser, files);
  try {
    await page.goto(`${origin}/book.html`, { timeout });
    await loadFonts(page);
    return await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout,
    });
  } finally {
    await page.close().catch(() => undefined);
  }
}
