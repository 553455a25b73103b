import { imageSize } from 'image-size';
import { diagnose } from '../diagnostics/catalogue.js';
import { keyOf } from '../files/key-of.js';
import { packageVersion } from '../files/package-root.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { noStore, type Store } from '../model/store.js';
import type { Browser } from './browser.js';
import type { BrowserSession } from './browser-session.js';
import { openOfflinePage, origin } from './offline-page.js';
import { inTwoAttempts } from './two-attempts.js';

/** How an SVG picture becomes one of pixels. */
export interface SvgDrawing {
  readonly type: 'png' | 'jpeg';
  /** Pixels that one CSS px of its own size becomes. */
  readonly scaleOf: (own: Size) => number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An SVG picture in pixels, with its own size in CSS px. */
export interface SvgPicture {
  readonly bytes: Uint8Array;
  readonly size: Size;
  readonly own: Size;
}

/** What a browser takes for the size of a picture that says none (CSS 2.2, 10.3.2). */
const unsaid: Size = { width: 300, height: 150 };

/**
 * Draws an SVG picture in the browser, if no earlier build did: as print shows it, an image that loads nothing, so its
 * letters are set in the fonts of the machine. PNG keeps what is clear, JPEG makes it white.
 */
export async function drawSvg(
  session: BrowserSession,
  svg: Uint8Array,
  { type, scaleOf }: SvgDrawing,
  store: Store = noStore,
): Promise<Outcome<SvgPicture>> {
  const own = ownSize(svg);
  const scale = scaleOf(own);
  const key = keyOf('svg', packageVersion, session.version, type, String(scale), svg);
  const kept = await store.get(key);
  if (kept) return success({ bytes: kept, size: imageSize(kept), own });
  const drawn = await inTwoAttempts(session, 60_000, (browser) => drawOnce(browser, svg, own, scale, type));
  if ('reason' in drawn) return failure([diagnose('browser-work-failed', { reason: drawn.reason })]);
  await store.put(key, drawn.value);
  return success({ bytes: drawn.value, size: imageSize(drawn.value), own });
}

/** No side of a page is longer than this; a picture that says so is drawn smaller. */
const mostCssPixels = 10_000;

function ownSize(svg: Uint8Array): Size {
  try {
    const { width, height } = imageSize(svg);
    const scale = Math.min(1, mostCssPixels / Math.max(width, height));
    return width > 0 && height > 0 ? { width: width * scale, height: height * scale } : unsaid;
  } catch {
    return unsaid;
  }
}

async function drawOnce(
  browser: Browser,
  svg: Uint8Array,
  { width, height }: Size,
  deviceScaleFactor: number,
  type: SvgDrawing['type'],
): Promise<Uint8Array> {
  const style = `html, body { margin: 0 } img { display: block; width: ${width}px; height: ${height}px }`;
  const document = `<!doctype html><style>${style}</style><img src="picture.svg" alt="">`;
  const files = new Map([
    ['page.html', { bytes: new TextEncoder().encode(document), mediaType: 'text/html; charset=utf-8' }],
    ['picture.svg', { bytes: svg, mediaType: 'image/svg+xml' }],
  ]);
  const { page } = await openOfflinePage(browser, files);
  try {
    await page.setViewport({ width: Math.ceil(width), height: Math.ceil(height), deviceScaleFactor });
    await page.goto(`${origin}/page.html`);
    return type === 'png'
      ? await page.screenshot({ type, omitBackground: true, optimizeForSpeed: false })
      : await page.screenshot({ type, quality: 90, optimizeForSpeed: false });
  } finally {
    await page.close().catch(() => undefined);
  }
}
