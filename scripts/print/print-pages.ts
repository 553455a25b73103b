import { diagnose } from '../diagnostics/catalogue.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { BrowserSession } from './browser-session.js';
import { loadFonts } from './layout-tab.js';
import { openOfflinePage, origin, type PageFiles } from './offline-page.js';

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
  let reason = '';
  for (let attempt = 0; attempt < 2; attempt++) {
    const { generation } = session;
    try {
      return success(await printOnce(session, all, 120_000 + html.length / 20));
    } catch (error) {
      session.signal?.throwIfAborted();
      reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      await session.restart(generation);
    }
  }
  return failure([diagnose('printing-failed', { reason })]);
}

async function printOnce(session: BrowserSession, files: PageFiles, timeout: number): Promise<Uint8Array> {
  const { page } = await openOfflinePage(await session.browser(), files);
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
