import { appendFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberIn, openPreview, openReader, textOf, untilText } from './open-preview.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openReader();
});
afterAll(() => browser.close());

const chapterOf = (book: string, number: number): string => join(book, 'chapters', `0${number}-chapter.md`);

/** Text of all elements that a selector finds. */
function textsOf(page: Page, selector: string): Promise<readonly string[]> {
  return page.$$eval(selector, (found) => found.map(({ textContent }) => textContent ?? ''));
}

async function untilCount(page: Page, selector: string, count: number): Promise<void> {
  await page.waitForFunction(
    (sought, wanted) => document.querySelectorAll(sought).length === wanted,
    { polling: 50, timeout: 20_000 },
    selector,
    count,
  );
}

describe('search in the preview', () => {
  it('finds words with readings and notes in them, in any case, and leads to their pages by keyboard alone', async () => {
    const { page, faults, stop } = await openPreview(browser, {
      prepare: (book) =>
        appendFileSync(
          chapterOf(book, 3),
          '\n这里有<ruby>漢<rt>かん</rt></ruby>字，Wind[^1]mill 也在。\n\n[^1]: 注。\n',
        ),
    });
    await page.keyboard.press('/');
    await page.keyboard.type('漢字，wind');
    await untilCount(page, '#found button', 1);
    expect(await textsOf(page, '#found mark')).toEqual(['漢字，Wind']);
    expect(await textsOf(page, '#hits')).toEqual(['1 found']);
    await page.keyboard.press('Enter');
    await untilText(page, '也在');
    const label = await numberIn(page);
    expect(await textsOf(page, '#found button span:last-child')).toEqual([label]);
    const marked = await page.evaluate(() => {
      const inside = document.querySelector<HTMLIFrameElement>('#pages iframe')?.contentWindow as unknown as {
        CSS: { highlights: Map<string, Set<Range>> };
      };
      return [...(inside.CSS.highlights.get('found') ?? [])].map(String);
    });
    expect(marked).toHaveLength(1);
    expect(marked[0]?.replace(/かん|[①1]/g, '')).toBe('漢字，Wind');
    expect(faults).toEqual([]);
    await stop();
  }, 60_000);

  it('follows the book: after a save it finds what is there now', async () => {
    const { page, book, stop } = await openPreview(browser, { chapters: 1 });
    await page.keyboard.press('/');
    await page.keyboard.type('新的一句');
    await page.waitForFunction(() => document.querySelector('#hits')?.textContent === '0 found');
    appendFileSync(chapterOf(book, 1), '\n新的一句，又是新的一句。\n');
    await untilCount(page, '#found button', 2);
    await stop();
  }, 60_000);
});

describe('small pages in the preview', () => {
  it('are all pages, lead to each, and mark the one that is looked at', async () => {
    const { page, faults, stop } = await openPreview(browser);
    await page.keyboard.press('t');
    const count = Number((await textsOf(page, '#count'))[0]?.replace(/\D/g, ''));
    const inThumbs = <T>(look: (inside: Document) => T): Promise<T> =>
      page.$eval(
        '#thumbs iframe',
        (frame, source) =>
          new Function('inside', `return (${source})(inside)`)((frame as HTMLIFrameElement).contentDocument),
        String(look),
      );
    await page.waitForFunction(
      (wanted) =>
        document
          .querySelector<HTMLIFrameElement>('#thumbs iframe')
          ?.contentDocument?.querySelectorAll('.slot').length === wanted,
      { timeout: 20_000 },
      count,
    );
    await inThumbs((inside) => inside.querySelectorAll<HTMLElement>('.slot')[6]?.focus());
    const label = await inThumbs((inside) => inside.querySelectorAll('.slot')[6]?.getAttribute('aria-label'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (wanted) => document.querySelector<HTMLInputElement>('#number')?.value === wanted,
      {},
      label?.replace('Page ', ''),
    );
    expect(
      await inThumbs((inside) => [...inside.querySelectorAll('.slot')].findIndex((slot) => slot.ariaCurrent)),
    ).toBe(6);
    expect(faults).toEqual([]);
    await stop();
  }, 60_000);
});

describe('another look in the preview', () => {
  it('lays the book out in the trim size and theme that are tried, and writes nothing', async () => {
    const { page, book, faults, stop } = await openPreview(browser, { chapters: 2 });
    const before = readFileSync(join(book, 'book.yaml'), 'utf8');
    const width = (): Promise<string | undefined> =>
      page.$eval('#pages iframe', (frame) =>
        (frame as HTMLIFrameElement).contentDocument
          ?.querySelector<HTMLElement>('.slot')
          ?.style.getPropertyValue('--width'),
      );
    const own = await width();
    await page.select('#trim', 'a5');
    await page.waitForFunction(() => document.querySelector('#status')?.textContent?.includes('trim: a5'));
    expect(await width()).toBe('148mm');
    await page.select('#theme', 'plain');
    await page.waitForFunction(() =>
      document.querySelector('#status')?.textContent?.includes('theme: plain · trim: a5'),
    );
    // A save keeps the look.
    appendFileSync(chapterOf(book, 1), '\n再来一段。\n');
    await page.evaluate(() => document.querySelector<HTMLElement>('#toContents')?.click());
    await page.waitForFunction(() => document.querySelector('#contents button'));
    await page.click('#contents button');
    await untilText(page, '再来一段');
    expect(await width()).toBe('148mm');
    await page.select('#trim', '');
    await page.waitForFunction(() =>
      document.querySelector('#status')?.textContent?.endsWith('theme: plain'),
    );
    expect(await width()).toBe(own);
    expect(readFileSync(join(book, 'book.yaml'), 'utf8')).toBe(before);
    expect(faults).toEqual([]);
    await stop();
  }, 60_000);
});

describe('findings in the preview', () => {
  it('stand beside the page that they concern', async () => {
    const { page, faults, stop } = await openPreview(browser, {
      prepare: (book) => appendFileSync(chapterOf(book, 2), '\n[何处](#nowhere)\n'),
    });
    await page.waitForFunction(() => document.querySelector('#toFindings')?.textContent?.includes('1'));
    await page.keyboard.press('c');
    await page.$$eval('#contents button', (buttons) => (buttons[1] as HTMLElement).click());
    await untilText(page, '何处');
    const badge = await page.$eval('#pages iframe', (frame) => {
      const slot = (frame as HTMLIFrameElement).contentDocument?.querySelector<HTMLElement>('[data-notes]');
      const outer = frame.getBoundingClientRect();
      const box = slot?.getBoundingClientRect();
      if (!box) throw new Error('no page has a finding');
      const x = slot?.classList.contains('verso') ? box.left + 14 : box.right - 14;
      return {
        count: slot?.dataset.notes,
        text: slot?.textContent,
        x: outer.x + x,
        y: outer.y + box.top + 14,
      };
    });
    expect(badge.count).toBe('1');
    expect(badge.text).toContain('何处');
    await page.mouse.click(badge.x, badge.y);
    await page.waitForSelector('#findings:not([hidden]) .finding button:focus');
    expect((await textsOf(page, '.finding'))[0]).toContain('nowhere');
    expect(await textOf(page)).toContain('何处');
    expect(faults).toEqual([]);
    await stop();
  }, 60_000);
});

describe('the page of the preview', () => {
  it.each([
    'en',
    'zh-CN',
  ])('breaks no rule of axe-core, whatever is open, light and dark (%s)', async (language) => {
    const { page, stop } = await openPreview(browser, {
      language,
      prepare: (book) => appendFileSync(chapterOf(book, 2), '\n[何处](#nowhere)\n'),
    });
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const found: string[] = [];
    for (const [scheme, keys] of [
      ['light', 'cf'],
      ['dark', 't'],
      ['light', '/'],
      ['dark', '?'],
    ] as const) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      for (const key of keys) await page.keyboard.press(key as 'c');
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      found.push(...(await page.evaluate(axeFaults)).map((fault) => `${keys}: ${fault}`));
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    }
    expect(found).toEqual([]);
    await stop();
  }, 60_000);
});

/** Runs in the browser. The frames of the book's pages run no script: what is in them is the manuscript's. */
async function axeFaults(): Promise<string[]> {
  const { axe } = window as unknown as {
    axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  };
  const { violations } = await axe.run({ iframes: false });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 200)}`));
}
