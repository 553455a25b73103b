import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberIn, openPreview, openReader, untilText } from './open-preview.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openReader();
});
afterAll(() => browser.close());

const chapterOf = (book: string, number: number): string => join(book, 'chapters', `0${number}-chapter.md`);
const long = '春江潮水连海平，海上明月共潮生。滟滟随波千万里，何处春江无月明。\n\n'.repeat(120);

/** Text of all elements that a selector finds. */
function textsOf(page: Page, selector: string): Promise<readonly string[]> {
  return page.$$eval(selector, (found) => found.map(({ textContent }) => textContent ?? ''));
}

/** How far the pages have been moved up, in pixels. */
function movedUp(page: Page): Promise<number> {
  return page.$eval('#pages iframe', (frame) => (frame as HTMLIFrameElement).contentWindow?.scrollY ?? 0);
}

function topOfPages(page: Page): Promise<number> {
  return page.$eval('#room', (room) => room.getBoundingClientRect().top);
}

async function untilVersion(page: Page, least: number): Promise<void> {
  await page.waitForFunction((wanted) => Number(document.body.dataset.version) >= wanted, {}, least);
}

function versionOf(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.body.dataset.version));
}

async function goTo(page: Page, label: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.type(label);
  await page.keyboard.press('Enter');
}

/** How many pages after the one that is looked at the text stands that was found. */
async function pagesToText(page: Page): Promise<number> {
  const [, found] = await textsOf(page, '#found button > span');
  return Number(found) - Number(await numberIn(page));
}

describe('the desk of the preview', () => {
  it.each([
    [1440, 860, 1],
    [1100, 700, 2],
  ])(
    'has its tools in few rows at %i × %i, which nothing that is said moves',
    async (width, height, rows) => {
      const { page, book, stop } = await openPreview(browser);
      await page.setViewport({ width, height });
      const middles = await page.$$eval('#title, #bar .group', (all) =>
        all
          .map((each) => each.getBoundingClientRect())
          .filter((box) => box.height > 0)
          .map((box) => Math.round((box.top + box.height / 2) / 8)),
      );
      expect(middles.length).toBeGreaterThan(5);
      expect(new Set(middles).size).toBe(rows);
      const before = await topOfPages(page);
      await page.evaluate((path) => {
        document.body.dataset.path = path;
        const status = document.querySelector('#status') as HTMLElement;
        new MutationObserver(() => {
          const { top } = (document.querySelector('#room') as HTMLElement).getBoundingClientRect();
          document.body.dataset.tops = `${document.body.dataset.tops ?? ''} ${status.textContent}|${top}`;
        }).observe(status, { childList: true });
      }, book);
      await page.select('#trim', 'a5');
      await page.waitForFunction(() => document.querySelector('#status')?.textContent?.includes('trim: a5'));
      const said = await page.evaluate(() => document.body.dataset.tops ?? '');
      expect(said).toContain('laying out…');
      expect(new Set(said.match(/(?<=\|)[\d.]+/g))).toEqual(new Set([String(before)]));
      await stop();
    },
    60_000,
  );

  it('fits the e-book’s own tools in one row beside the pages at 1100 px', async () => {
    const { page, stop } = await openPreview(browser);
    await page.setViewport({ width: 1100, height: 700 });
    await page.select('#view', 'both');
    await page.waitForFunction(() => document.body.dataset.ebook !== undefined);
    expect(await page.$eval('#ebook .bar', (bar) => bar.getBoundingClientRect().height)).toBeLessThan(50);
    await stop();
  }, 60_000);

  it('shows in place of the pages what is wrong with a book that cannot be laid out, until it is mended', async () => {
    let right = '';
    const { page, book, faults, stop } = await openPreview(browser, {
      chapters: 1,
      prepare: (folder) => {
        right = readFileSync(join(folder, 'book.yaml'), 'utf8');
        writeFileSync(join(folder, 'book.yaml'), `${right}trim: nowhere\n`);
      },
    });
    expect((await textsOf(page, '.empty .finding')).join()).toContain('book.yaml');
    expect(await textsOf(page, '#status')).toEqual(['']);
    await page.keyboard.press('f');
    expect(await textsOf(page, '#findings h3')).toEqual(['To be mended first']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('?');
    expect(await page.$eval('#help', (help) => (help as HTMLDialogElement).open)).toBe(true);
    await page.keyboard.press('?');
    expect(await page.$eval('#help', (help) => (help as HTMLDialogElement).open)).toBe(false);
    writeFileSync(join(book, 'book.yaml'), right);
    await untilText(page, '第1章');
    expect(await page.$('.empty')).toBeNull();
    expect(faults).toEqual([]);
    await stop();
  }, 60_000);

  it('tells findings page by page, and an error before all of them', async () => {
    const { page, book, stop } = await openPreview(browser, {
      prepare: (folder) => {
        for (const chapter of [3, 2])
          appendFileSync(chapterOf(folder, chapter), `\n[甲](#none-${chapter})，[乙](#nil-${chapter})\n`);
      },
    });
    await page.keyboard.press('f');
    const [first = '', second = '', ...more] = await textsOf(page, '#findings h3');
    expect(more).toEqual([]);
    expect(Number(first.replace('Page ', ''))).toBeLessThan(Number(second.replace('Page ', '')));
    const sections = await textsOf(page, '#findings section');
    expect(sections.map((text) => text.match(/n(?:one|il)-\d/g)?.join())).toEqual([
      'none-2,nil-2',
      'none-3,nil-3',
    ]);
    // The advice stands once.
    expect(sections[0]?.match(/check the file name/g)).toHaveLength(1);
    await page.click('#findings section:last-child h3 button');
    await page.waitForFunction(
      (label) => document.querySelector<HTMLInputElement>('#number')?.value === label,
      {},
      second.replace('Page ', ''),
    );
    const version = await versionOf(page);
    appendFileSync(chapterOf(book, 1), '\n![图](none.png)\n');
    await untilVersion(page, version + 1);
    expect((await textsOf(page, '#findings h3'))[0]).toBe('To be mended first');
    expect((await textsOf(page, '#findings .finding'))[0]).toContain('none.png');
    await stop();
  }, 60_000);

  it('keeps what stands: a message passes, and the fault of the manuscript is told again', async () => {
    const { page, book, stop } = await openPreview(browser, { chapters: 1 });
    appendFileSync(chapterOf(book, 1), '\n![图](none.png)\n');
    await page.waitForSelector('#status.fault');
    const [standing] = await textsOf(page, '#status');
    await goTo(page, '999');
    expect(await textsOf(page, '#status')).toEqual(['There is no page “999”.']);
    expect(await numberIn(page)).not.toBe('999');
    await page.waitForFunction(
      (text) => document.querySelector('#status.fault')?.textContent === text,
      { timeout: 10_000 },
      standing,
    );
    await stop();
  }, 60_000);

  it('gives the keys back to the pages when a list was chosen from by hand, and moves them by arrows', async () => {
    const { page, faults, stop } = await openPreview(browser);
    await page.evaluate(() => {
      const list = document.querySelector<HTMLSelectElement>('#trim');
      list?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      list?.focus();
      if (list) list.value = 'a5';
      list?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.waitForFunction(() => document.querySelector('#status')?.textContent?.includes('trim: a5'));
    await page.keyboard.press('ArrowRight');
    expect(await page.$eval('#trim', (list) => (list as HTMLSelectElement).value)).toBe('a5');
    const before = await movedUp(page);
    await page.keyboard.press('ArrowDown');
    expect(await movedUp(page)).toBe(before + 60);
    await page.keyboard.press('Space');
    expect(await movedUp(page)).toBeGreaterThan(before + 300);
    await page.keyboard.down('Shift');
    await page.keyboard.press('Space');
    await page.keyboard.up('Shift');
    expect(await movedUp(page)).toBe(before + 60);
    // By the keyboard one goes through the list.
    await page.focus('#trim');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('trim');
    expect(faults).toEqual([]);
    await stop();
  }, 60_000);

  it('stays with the text in another trim size, and is back on the page when the old one is', async () => {
    const { page, stop } = await openPreview(browser, {
      prepare: (book) => writeFileSync(chapterOf(book, 2), `# 第二章\n\n${long}这一句在中间。\n\n${long}`),
    });
    await page.keyboard.press('/');
    await page.keyboard.type('这一句在中间');
    await page.waitForSelector('#found button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#found [aria-current]');
    const own = await numberIn(page);
    const tried = async (trim: string): Promise<void> => {
      const version = await versionOf(page);
      await page.select('#trim', trim);
      await untilVersion(page, version + 1);
    };
    for (const trim of ['in-5x8', 'a4']) {
      await tried(trim);
      // Of a larger size the page itself holds the text; of a smaller one it may be the page before it.
      await expect.poll(() => pagesToText(page)).toBeOneOf([0, 1]);
    }
    expect(await numberIn(page)).not.toBe(own);
    await tried('');
    expect(await numberIn(page)).toBe(own);
    await stop();
  }, 60_000);

  it('marks in the contents where the pages are', async () => {
    const { page, stop } = await openPreview(browser);
    await page.keyboard.press('c');
    await page.keyboard.press('s');
    await page.keyboard.press('End');
    await page.waitForFunction(() =>
      document.querySelector('#contents [aria-current]')?.textContent?.includes('第3章'),
    );
    await page.keyboard.press('Home');
    await page.waitForFunction(() => document.querySelector('#contents [aria-current]') === null);
    await stop();
  }, 60_000);

  it('lays one panel over the pages of a narrow window, and takes it away when something is chosen in it', async () => {
    const { page, stop } = await openPreview(browser);
    await page.setViewport({ width: 600, height: 800 });
    const width = (): Promise<number> => page.$eval('#pages', (pages) => pages.clientWidth);
    await page.keyboard.press('f');
    await page.keyboard.press('c');
    expect(await width()).toBe(600);
    expect(await page.$$eval('aside:not([hidden])', (open) => open.map(({ id }) => id))).toEqual([
      'contents',
    ]);
    await page.click('#contents li:last-child button');
    await untilText(page, '第3章');
    expect(await page.$('aside:not([hidden])')).toBeNull();
    await stop();
  }, 60_000);
});

describe('the pages of the preview', () => {
  it('begin with what goes on from the page before as print does: not indented, and full to the last line', async () => {
    const { page, stop } = await openPreview(browser, {
      chapters: 1,
      prepare: (book) =>
        writeFileSync(chapterOf(book, 1), `# 一\n\n${long.replaceAll('\n', '').slice(0, 3000)}\n`),
    });
    await page.keyboard.press('s');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    for (const frame of ['#pages iframe', '#thumbs iframe']) {
      if (frame.startsWith('#thumbs')) await page.keyboard.press('t');
      const seen = (): Promise<readonly string[]> => page.$$eval(frame, paragraphsGoingOn);
      await expect.poll(seen).toContain('from the edge, to the edge');
      expect(new Set(await seen())).toEqual(new Set(['from the edge, to the edge']));
    }
    await stop();
  }, 60_000);

  it('break their lines the same at every size', async () => {
    const { page, stop } = await openPreview(browser, {
      chapters: 1,
      prepare: (book) =>
        writeFileSync(chapterOf(book, 1), `# 一\n\n${long.replaceAll('\n', '').slice(0, 2000)}\n`),
    });
    await goTo(page, '2');
    const lines = (): Promise<readonly string[]> => page.$$eval('#pages iframe', linesGoingOn);
    await expect.poll(lines).not.toEqual([]);
    const own = await lines();
    expect(own.length).toBeGreaterThan(20);
    for (const key of ['+', '+', '+', '-', '-', '-', '-', '-'] as const) {
      await page.keyboard.press(key);
      expect(await lines()).toEqual(own);
    }
    await stop();
  }, 60_000);
});

/** Runs in the browser. The lines of the paragraph that goes on over a page. */
function linesGoingOn(frames: Element[]): string[] {
  const inside = (frames[0] as HTMLIFrameElement | undefined)?.contentDocument;
  const text = inside?.querySelector('p[data-split-from][data-split-to]')?.firstChild;
  if (!(inside && text)) return [];
  const lines: string[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const [at, character] of [...(text.textContent ?? '')].entries()) {
    const range = inside.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const { top, height } = range.getBoundingClientRect();
    if (top > before + height / 2) lines.push(character);
    else lines[lines.length - 1] += character;
    before = top;
  }
  return lines;
}

/** Runs in the browser. Where the first and the last character stand of paragraphs that come from one page and go on to another. */
function paragraphsGoingOn(frames: Element[]): string[] {
  const inside = (frames[0] as HTMLIFrameElement | undefined)?.contentDocument;
  return [...(inside?.querySelectorAll('p[data-split-from][data-split-to]') ?? [])].map((paragraph) => {
    const lines = inside?.createRange();
    lines?.selectNodeContents(paragraph);
    const boxes = [...(lines?.getClientRects() ?? [])];
    const { left, right, width } = paragraph.getBoundingClientRect();
    const [first, last] = [boxes[0], boxes.at(-1)];
    if (!first || !last) return 'no lines';
    const isAtStart = Math.abs(first.left - left) < width / 100;
    const isAtEnd = Math.abs(last.right - right) < width / 20;
    return `from ${isAtStart ? 'the edge' : 'within'}, to ${isAtEnd ? 'the edge' : 'within'}`;
  });
}

describe('search in the preview, place by place', () => {
  it('goes on by Enter, back with the shift key, round to the first, into sight on a large page', async () => {
    const { page, faults, stop } = await openPreview(browser, {
      chapters: 1,
      prepare: (book) =>
        writeFileSync(chapterOf(book, 1), `# 一\n\n海棠。\n\n${long.slice(0, 600)}海棠，又是海棠。\n`),
    });
    for (let press = 0; press < 8; press++) await page.keyboard.press('+');
    await page.keyboard.press('/');
    await page.keyboard.type('海棠');
    await page.waitForFunction(() => document.querySelectorAll('#found button').length === 3);
    const current = (): Promise<number> =>
      page.$$eval('#found button', (all) => all.findIndex((button) => button.ariaCurrent === 'true'));
    const seen = (): Promise<boolean> =>
      page.$eval('#pages iframe', (frame) => {
        const inside = (frame as HTMLIFrameElement).contentWindow as unknown as {
          CSS: { highlights: Map<string, Set<Range>> };
          innerHeight: number;
        };
        const [range] = [...(inside.CSS.highlights.get('foundNow') ?? [])];
        const box = range?.getBoundingClientRect();
        return (
          box !== undefined && String(range) === '海棠' && box.top >= 0 && box.bottom <= inside.innerHeight
        );
      });
    expect(await current()).toBe(-1);
    for (const expected of [0, 1, 2, 0]) {
      await page.keyboard.press('Enter');
      await expect.poll(current).toBe(expected);
      await expect.poll(seen).toBe(true);
    }
    await page.keyboard.down('Shift');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Shift');
    await expect.poll(current).toBe(2);
    expect(faults).toEqual([]);
    await stop();
  }, 60_000);
});

describe('a click in the preview', () => {
  it('that ends a selection, or falls beside the text, asks for no line', async () => {
    const { page, stop } = await openPreview(browser, { chapters: 1 });
    await page.select('#editor', 'copy');
    await page.keyboard.press('End');
    await untilText(page, '春风又绿');
    const frame = page.frames().find((each) => each.url().endsWith('frame'));
    const paragraph = await frame?.waitForSelector('xpath///p[contains(., "春风又绿")]');
    const box = await paragraph?.boundingBox();
    if (!box) throw new Error('no paragraph');
    // On the first line, behind its indent.
    const [x, y] = [box.x + 60, box.y + 8];
    const status = (): Promise<readonly string[]> => textsOf(page, '#status');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 4 });
    await page.mouse.up();
    expect(await frame?.evaluate(() => String(getSelection()))).not.toBe('');
    for (const beside of [() => page.mouse.click(x + 120, y), () => page.mouse.click(box.x - 12, y)]) {
      await beside();
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(await status()).toEqual(['']);
    }
    await page.mouse.click(x, y);
    await page.waitForFunction(() => document.querySelector('#status')?.textContent?.includes(':3'));
    await stop();
  }, 60_000);
});
