import type { Browser, Page } from './browser.js';

/** What a page may load, by path under the book's made-up origin. */
export type PageFiles = ReadonlyMap<string, { readonly bytes: Uint8Array; readonly mediaType: string }>;

/** A tab that sees only the files it was given. */
export interface OfflinePage {
  readonly page: Page;
  /** Addresses that something asked for and did not get. */
  readonly refused: ReadonlySet<string>;
}

/** The `.invalid` domain can never exist (RFC 2606 section 2). */
export const origin = 'https://book.invalid';

/**
 * Scripts of a page never run; ours come by the debugger, which no policy binds. What a page may load is
 * decided by interception, so that what is refused can be named.
 */
const policy = "script-src 'none'; object-src 'none'; frame-src 'none'";

/** Opens a tab in which every request is answered from `files` or refused. */
export async function openOfflinePage(browser: Browser, files: PageFiles): Promise<OfflinePage> {
  const page = await browser.newPage();
  const refused = new Set<string>();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol === 'data:') {
      request.continue().catch(() => undefined);
      return;
    }
    const file = url.origin === origin ? files.get(decodeURIComponent(url.pathname.slice(1))) : undefined;
    if (!file) {
      refused.add(request.url());
      request.abort('blockedbyclient').catch(() => undefined);
      return;
    }
    request
      .respond({
        status: 200,
        contentType: file.mediaType,
        headers: { 'content-security-policy': policy },
        body: Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength),
      })
      .catch(() => undefined);
  });
  return { page, refused };
}
