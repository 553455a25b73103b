import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Archive, openArchive } from '../../../scripts/check/epub-archive.js';
import type { Browser, Page } from '../../../scripts/print/browser.js';
import { type EpubContents, readContents, readiumManifest } from './readium-manifest.js';
import { type Engine, installWalker, type Walk } from './walk.js';

const origin = 'https://reader.invalid';

/** Screen of the reader, in CSS pixels. */
const screen = { width: 600, height: 800 };

/** Opens the book in a reading engine, in a tab without a network, and walks through it. */
export async function walkThrough(
  browser: Browser,
  engine: Engine,
  epub: Uint8Array,
  limitMs = 40_000,
): Promise<Walk> {
  const page = await browser.newPage();
  try {
    await page.setViewport(screen);
    const troubles = listen(page);
    await serve(page, engine, epub);
    await page.goto(`${origin}/`);
    await page.evaluate(installWalker);
    const walk = await inTime(limitMs, page.evaluate(engine.walk, readContents(epub)));
    return { ...walk, faults: [...walk.pages.flatMap(({ faults }) => faults), ...walk.faults, ...troubles] };
  } finally {
    await page.close();
  }
}

async function inTime<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the engine stands still')), limitMs);
  });
  // What comes after the limit is nobody's any more.
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Everything that the browser complains of. */
function listen(page: Page): readonly string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) =>
    troubles.push(`${request.url()}: ${request.failure()?.errorText ?? 'failed'}`),
  );
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.url()}: ${response.status()}`);
  });
  return troubles;
}

async function serve(page: Page, engine: Engine, epub: Uint8Array): Promise<void> {
  const archive = openArchive(epub);
  if (!archive) throw new Error('this is no EPUB');
  const shelf = { engine, epub, archive, contents: readContents(epub) };
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    const { origin: from, pathname } = new URL(request.url());
    if (from !== origin) return request.continue();
    const body = await answer(decodeURIComponent(pathname.slice(1)), shelf);
    return request.respond(
      body ? { contentType: typeOf(pathname), body: Buffer.from(body) } : { status: 404, body: '' },
    );
  });
}

interface Shelf {
  readonly engine: Engine;
  readonly epub: Uint8Array;
  readonly archive: Archive;
  readonly contents: EpubContents;
}

async function answer(
  name: string,
  { engine, epub, archive, contents }: Shelf,
): Promise<Uint8Array | string | undefined> {
  if (name === '') return `<!doctype html><meta charset="utf-8"><body style="margin: 0">${engine.host}`;
  // The browser asks for it by itself.
  if (name === 'favicon.ico') return '';
  if (name === 'book.epub') return epub;
  if (name === 'book/manifest.json') return JSON.stringify(readiumManifest(contents, `${origin}/book`));
  if (name.startsWith('book/')) return archive.read(name.slice('book/'.length));
  const [start = '', folder] = Object.entries(engine.files).find(([prefix]) => name.startsWith(prefix)) ?? [];
  if (folder === undefined) return undefined;
  return readFile(join(folder, name.slice(start.length))).catch(() => undefined);
}

const types: Readonly<Record<string, string>> = {
  '': 'text/html',
  css: 'text/css',
  epub: 'application/epub+zip',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  xhtml: 'application/xhtml+xml',
};

function typeOf(pathname: string): string {
  return types[/\.(\w+)$/.exec(pathname)?.[1] ?? ''] ?? 'application/octet-stream';
}
