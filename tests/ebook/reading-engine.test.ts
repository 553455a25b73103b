import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEpub } from '../../scripts/ebook/make-epub.js';
import { type Browser, endBrowser, launchBrowser, locateBrowser } from '../../scripts/print/browser.js';
import { fullMeta, inputOf, richBook, richFiles } from './sample-books.js';
import { seedEpub } from './seed-epub.js';

const engine = enginePath();
const whyNot = engine ? '' : ' (skipped: foliate-js is not installed)';

function enginePath(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('foliate-js/view.js'));
  } catch {
    return undefined;
  }
}

/** The little of foliate-js that the walk uses. */
interface FoliateView extends HTMLElement {
  readonly book: { readonly sections: readonly object[]; readonly toc: readonly FoliateEntry[] };
  open(address: string): Promise<void>;
  goTo(target: number | string): Promise<{ anchor?: (page: Document) => Node | Range | number } | undefined>;
}

interface FoliateEntry {
  readonly label: string;
  readonly href: string;
  readonly subitems?: readonly FoliateEntry[] | null;
}

/** What a reader's walk through a book met. */
interface Walk {
  readonly pages: readonly { readonly title: string; readonly characters: number }[];
  /** Pages that had to be repaired, pictures and fonts that did not load. */
  readonly faults: readonly string[];
  /** Titles of the contents, and what stands where they lead. */
  readonly contents: readonly (readonly [string, string])[];
  /** The text of each note, as its call finds it. */
  readonly notes: readonly string[];
}

const origin = 'https://reader.invalid';
const host = '<!doctype html><meta charset="utf-8"><script type="module" src="/view.js"></script><body>';

/** Opens the book in the reading engine, in a tab without a network, and walks through it. */
async function walkThrough(browser: Browser, epub: Uint8Array): Promise<Walk> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    const { origin: from, pathname } = new URL(request.url());
    if (from !== origin) return request.continue();
    return request.respond(await answer(pathname.slice(1), epub));
  });
  try {
    await page.goto(`${origin}/`);
    const found = await page.evaluate(walk);
    return { ...found, faults: [...found.faults, ...errors] };
  } finally {
    await page.close();
  }
}

async function answer(name: string, epub: Uint8Array): Promise<{ contentType: string; body: Buffer }> {
  if (name === '') return { contentType: 'text/html', body: Buffer.from(host) };
  if (name === 'book.epub') return { contentType: 'application/epub+zip', body: Buffer.from(epub) };
  if (!name.endsWith('.js')) return { contentType: 'text/plain', body: Buffer.alloc(0) };
  return { contentType: 'text/javascript', body: await readFile(join(engine ?? '', name)) };
}

/** Runs in the browser: opens each page of the book, looks for each note, and follows each entry of the contents. */
async function walk(): Promise<Walk> {
  await customElements.whenDefined('foliate-view');
  const view = document.createElement('foliate-view') as FoliateView;
  view.style.cssText = 'display: block; height: 800px';
  document.body.append(view);
  await view.open('/book.epub');
  let shown = document;
  view.addEventListener('load', (event) => {
    if (event instanceof CustomEvent) shown = event.detail.doc;
  });
  const pages: { title: string; characters: number }[] = [];
  const faults: string[] = [];
  const notes: string[] = [];
  for (const index of view.book.sections.keys()) {
    await view.goTo(index);
    const { title, body, contentType, images, fonts } = shown;
    pages.push({ title, characters: body.textContent?.replace(/\s/g, '').length ?? 0 });
    // The engine shows what is no well-formed XHTML as HTML.
    if (contentType !== 'application/xhtml+xml') faults.push(`${title}: ${contentType}`);
    for (const { naturalWidth, alt } of images) if (naturalWidth === 0) faults.push(`${title}: ${alt}`);
    for (const loaded of await Promise.allSettled([...fonts].map((font) => font.load()))) {
      if (loaded.status === 'rejected') faults.push(`${title}: ${loaded.reason}`);
    }
    for (const call of shown.querySelectorAll('[role=doc-noteref]')) {
      const note = shown.getElementById(call.getAttribute('href')?.slice(1) ?? '');
      notes.push(note?.closest('aside')?.textContent?.trim() ?? '');
    }
  }
  const contents: [string, string][] = [];
  const follow = async (entries: readonly FoliateEntry[]): Promise<void> => {
    for (const { label, href, subitems } of entries) {
      const target = (await view.goTo(href))?.anchor?.(shown);
      const place = typeof target === 'object' && 'textContent' in target ? target.textContent : shown.title;
      contents.push([label, place ?? '']);
      await follow(subitems ?? []);
    }
  };
  await follow(view.book.toc);
  return { pages, faults, contents, notes };
}

describe.skipIf(!engine)(`An e-reader (foliate-js)${whyNot}`, () => {
  let browser: Browser;
  let seed: Uint8Array;
  beforeAll(async () => {
    seed = await seedEpub();
    const { value: found } = await locateBrowser();
    const started = found && (await launchBrowser(found));
    if (!started?.value) throw new Error(JSON.stringify(started?.diagnostics));
    browser = started.value;
  });
  afterAll(() => endBrowser(browser));

  it('opens each page of the newspaper of 31 March 2022 with its fonts, and its contents lead to their headings', async () => {
    const { pages, faults, contents } = await walkThrough(browser, seed);
    expect(faults).toEqual([]);
    expect(pages).toHaveLength(7);
    expect(pages.slice(2, -1).reduce((sum, { characters }) => sum + characters, 0)).toBeGreaterThan(5900);
    expect(contents).toHaveLength(14);
    for (const [label, place] of contents) expect(place).toBe(label);
  });

  it('finds the notes, pictures and headings of a book that has all that a chapter can hold', async () => {
    const { value } = await makeEpub(inputOf(richBook(fullMeta), richFiles));
    const { pages, faults, contents, notes } = await walkThrough(browser, value?.bytes ?? new Uint8Array());
    expect(faults).toEqual([]);
    expect(pages.map(({ title }) => title)).toEqual([
      '封面',
      '书名页',
      '序',
      '虹口区 党员先行',
      '第二章',
      '后记',
      '版权页',
    ]);
    expect(notes).toEqual(['1 注一的文字，有重。', '2 注二。', '1 跨章注']);
    for (const [label, place] of contents) expect(place).toBe(label);
    expect(contents.map(([label]) => label)).toContain('第二节');
  });
});
