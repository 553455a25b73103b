import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Frame, HTTPRequest, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spoilt } from '../ebook/reading-engines/spoilt.js';
import { openReader } from './open-preview.js';
import { banxin, ownFolder, startServing, withoutJava, writeBook } from './run-banxin.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openReader();
});
afterAll(() => browser.close());

interface Setting {
  /** Further files of the book by their path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Makes the page ready before it opens the preview. */
  readonly meet?: (page: Page) => Promise<void>;
}

/** A preview of a book, open in a browser, with the hands of its reader. */
class Desk {
  readonly faults: string[] = [];
  readonly asked: string[] = [];

  private constructor(
    readonly book: string,
    readonly page: Page,
    readonly end: () => Promise<unknown>,
  ) {}

  static async open(
    chapters: readonly string[],
    { files = {}, meet = async () => undefined }: Setting = {},
  ): Promise<Desk> {
    const folder = ownFolder();
    const book = writeBook(folder, chapters.length);
    for (const [index, text] of chapters.entries()) writeFileSync(chapterFile(book, index + 1), text);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(book, name), text);
    const run = await startServing(['preview', 'book'], folder);
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const desk = new Desk(book, page, async () => {
      await context.close();
      run.child.kill('SIGINT');
      return run.ended;
    });
    page.on('pageerror', (error) => desk.faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && desk.faults.push(message.text()));
    page.on('request', (request) => desk.asked.push(request.url()));
    await page.setViewport({ width: 1300, height: 860 });
    await meet(page);
    await page.goto(run.stdout().trim());
    await page.waitForFunction(() => document.body.dataset.version !== undefined);
    return desk;
  }

  write(chapter: number, text: string): void {
    writeFileSync(chapterFile(this.book, chapter), text);
  }

  read(chapter: number): string {
    return readFileSync(chapterFile(this.book, chapter), 'utf8');
  }

  choose(id: string, value: string): Promise<void> {
    return this.page.$eval(
      `#${id}`,
      (list, chosen) => {
        if (!(list instanceof HTMLSelectElement)) throw new Error('no list');
        list.value = chosen;
        list.dispatchEvent(new Event('change'));
      },
      value,
    );
  }

  /** Shows the e-book, and waits until it stands. */
  async readEbook(view = 'both'): Promise<void> {
    await this.choose('view', view);
    await this.untilMade(0);
  }

  /** Waits for the e-book of a later state of the book. */
  async untilMade(after: number): Promise<void> {
    await this.page.waitForFunction((least) => Number(document.body.dataset.ebook ?? 0) > least, {}, after);
  }

  madeVersion(): Promise<number> {
    return this.page.evaluate(() => Number(document.body.dataset.ebook));
  }

  /** The frame of the engine. */
  glass(): Frame {
    const found = this.page.frames().find((frame) => frame.url().endsWith('/ebook/frame'));
    if (!found) throw new Error('no e-book is shown');
    return found;
  }

  /** The document that is open in the engine. */
  chapter(): Frame {
    const found = this.glass().childFrames().at(-1);
    if (!found) throw new Error('no document is open');
    return found;
  }

  /** The text that stands on the screen. */
  seen(): Promise<string> {
    return this.glass().evaluate(() => {
      const view = document.querySelector<HTMLElement & { lastLocation?: { range: Range } }>(
        'body > foliate-view:not(.coming)',
      );
      return view?.lastLocation?.range.toString() ?? '';
    });
  }

  async untilSeen(text: string): Promise<void> {
    await expect.poll(() => this.seen().catch(() => ''), { timeout: 10_000 }).toContain(text);
  }

  async goTo(heading: string): Promise<void> {
    await this.page.$$eval(
      '#contents button',
      (lines, title) => lines.find((line) => line.textContent?.includes(title))?.click(),
      heading,
    );
    await this.untilSeen(heading);
  }

  /** Clicks on the first character of some words in the open chapter. */
  async clickOn(words: string): Promise<void> {
    const place = await this.chapter().evaluate((sought) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(sought) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 4, y: top + height / 2 };
      }
      return undefined;
    }, words);
    const frame = await this.chapter().frameElement();
    const within = await frame?.evaluate((each) => each.getBoundingClientRect().toJSON() as DOMRect);
    const screen = await this.page.$eval('#screen iframe', (glass) => {
      const { left, top, width } = glass.getBoundingClientRect();
      return { left, top, scale: width / glass.offsetWidth };
    });
    if (!place || !within) throw new Error(`${words} are not to be seen`);
    const { left, top, scale } = screen;
    await this.page.mouse.click(left + (within.x + place.x) * scale, top + (within.y + place.y) * scale);
  }

  async untilSaid(text: string): Promise<void> {
    await this.page.waitForFunction(
      (sought) => document.querySelector('#status')?.textContent?.includes(sought),
      { timeout: 5000 },
      text,
    );
  }
}

function chapterFile(book: string, chapter: number): string {
  return join(book, 'chapters', `0${chapter}-chapter.md`);
}

/** A chapter of so many numbered paragraphs. */
function chapterOf(title: string, paragraphs: number): string {
  const lines = Array.from(
    { length: paragraphs },
    (_, index) => `${title}之第${index + 1}段，${'春江潮水连海平，海上明月共潮生。'.repeat(3)}`,
  );
  return `# ${title}\n\n${lines.join('\n\n')}\n`;
}

const three = [chapterOf('甲章', 8), chapterOf('乙章', 30), chapterOf('丙章', 8)];

describe('the e-book in banxin preview', () => {
  it('is made only while it is looked at', async () => {
    const desk = await Desk.open(three);
    const forEbook = () => desk.asked.filter((url) => url.includes('ebook')).length;
    desk.write(1, `${three[0]}\n改过了。\n`);
    await desk.page.waitForFunction(() => document.body.dataset.version === '2');
    expect(forEbook()).toBe(0);
    await desk.readEbook();
    expect(forEbook()).toBeGreaterThan(2);
    await desk.choose('view', 'pages');
    const before = forEbook();
    desk.write(1, `${three[0]}\n又改过了。\n`);
    await desk.page.waitForFunction(() => document.body.dataset.version === '3');
    expect(forEbook()).toBe(before);
    // What was chosen stays chosen when the page is opened again.
    await desk.readEbook('ebook');
    await desk.page.reload();
    await desk.untilMade(0);
    expect(await desk.page.$eval('main', (pages) => pages.hidden)).toBe(true);
    await desk.end();
  }, 60_000);

  it('is the e-book of a build, byte for byte, with the fonts of its cover', async () => {
    const desk = await Desk.open(['# 一章\n\n正文在这里。\n\n## 小节\n\n又一段。\n']);
    const made = await desk.page.evaluate(async () => {
      const answer = await fetch('ebook', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      const { key } = await answer.json();
      const bytes = new Uint8Array(await (await fetch(`ebook/${key}.epub`)).arrayBuffer());
      return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    });
    const out = join(desk.book, '..', 'out');
    const built = await banxin(['build', desk.book, '--out', out], { env: withoutJava });
    expect(built.code).toBe(0);
    expect(made === readFileSync(join(out, 'small.epub')).toString('hex')).toBe(true);
    await desk.end();
  }, 60_000);

  it('shows what was saved where the reader was, in the chapter and before it', async () => {
    const desk = await Desk.open(three);
    await desk.readEbook();
    await desk.goTo('乙章');
    for (const _ of [1, 2, 3]) await desk.page.click('#ebookNext').then(() => settled(desk));
    const here = (await desk.seen()).replace(/\s/g, '').slice(0, 12);
    const made = await desk.madeVersion();
    desk.write(1, `${three[0]}\n${'新添的文字。'.repeat(400)}\n`);
    desk.write(2, (three[1] ?? '').replace('乙章之第1段', '新的开头。\n\n乙章之第1段'));
    await desk.untilMade(made);
    await expect.poll(() => desk.chapter().evaluate(() => document.body.textContent)).toContain('新的开头。');
    expect((await desk.seen()).replace(/\s/g, '')).toContain(here);
    // A chapter that comes before moves the files; the reader stays with his own.
    const then = await desk.madeVersion();
    writeFileSync(join(desk.book, 'chapters', '00-before.md'), '# 序章\n\n在前。\n');
    await desk.untilMade(then);
    expect((await desk.seen()).replace(/\s/g, '')).toContain(here);
    expect(await desk.glass().$$eval('foliate-view', (views) => views.length)).toBe(1);
    expect(desk.faults).toEqual([]);
    await desk.end();
  }, 60_000);

  it('ends with the last of many quick edits', async () => {
    const desk = await Desk.open([chapterOf('甲章', 2)]);
    await desk.readEbook('ebook');
    await desk.goTo('甲章');
    for (let edit = 1; edit <= 20; edit += 1)
      desk.write(1, chapterOf('甲章', 2).replace('第1段', `改动${edit}。`));
    await desk.untilSeen('改动20。');
    expect(await desk.glass().$$eval('foliate-view', (views) => views.length)).toBe(1);
    expect(desk.faults).toEqual([]);
    await desk.end();
  }, 60_000);

  it('stands on a phone, on e-ink in greys and on a tablet, whole within its room', async () => {
    const desk = await Desk.open(three);
    await desk.readEbook();
    const sizes: Readonly<Record<string, readonly number[]>> = {
      phone: [390, 780],
      eink: [630, 840],
      tablet: [1180, 820],
    };
    for (const [device, size] of Object.entries(sizes)) {
      await desk.choose('device', device);
      await expect.poll(() => desk.glass().evaluate(() => [innerWidth, innerHeight])).toEqual(size);
      const [screen, stage] = await Promise.all(['#screen', '#stage'].map((id) => boxOf(desk.page, id)));
      expect(screen?.left).toBeGreaterThanOrEqual(stage?.left ?? Infinity);
      expect(screen?.right).toBeLessThanOrEqual(stage?.right ?? 0);
      expect(screen?.bottom).toBeLessThanOrEqual(stage?.bottom ?? 0);
      const filter = await desk.page.$eval('#screen iframe', (glass) => getComputedStyle(glass).filter);
      expect(filter).toBe(device === 'eink' ? 'grayscale(1)' : 'none');
    }
    const sizeOf = () => desk.chapter().evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    const before = await sizeOf();
    await desk.choose('ebookSize', '200');
    await expect.poll(sizeOf).toBe(2 * before);
    await desk.end();
  }, 60_000);

  it('is dark by itself, with its drawings on white', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
    const desk = await Desk.open(['# 甲章\n\n![一线](../line.svg)\n'], { files: { 'line.svg': drawing } });
    await desk.readEbook('ebook');
    await desk.goTo('甲章');
    const colours = () =>
      desk.chapter().evaluate(() => {
        const [own, picture] = [document.body, document.querySelector('img')].map(
          (e) => e && getComputedStyle(e),
        );
        return { scheme: own?.colorScheme, ink: own?.color, behind: picture?.backgroundColor };
      });
    expect(await colours()).toMatchObject({ scheme: 'light', behind: 'rgba(0, 0, 0, 0)' });
    await desk.page.click('#ebookDark');
    await expect.poll(colours).toMatchObject({ scheme: 'dark', behind: 'rgb(255, 255, 255)' });
    const { ink } = await colours();
    expect(lightness(ink)).toBeGreaterThan(180);
    expect(lightness(await backgroundOf(desk.glass(), 'body'))).toBeLessThan(50);
    expect(lightness(await backgroundOf(desk.page.mainFrame(), 'html'))).toBeGreaterThan(180);
    await desk.end();
  }, 60_000);

  it('leads a click back to the line: past notes and ruby, in tables, in a note', async () => {
    const text = [
      '# 甲章',
      '首段有注[^1]，注后有话。',
      '{東京\\|とう\\|きょう}在此，后是常文。'.replaceAll('\\|', '|'),
      '| 名 | 值 |\n| --- | --- |\n| 甲 | 表中字 |\n| 乙 | 末格 |',
      '式 $a^2+b^2$ 之后。',
      '[^1]: 注中之语。',
    ].join('\n\n');
    const desk = await Desk.open([`${text}\n`]);
    await desk.choose('editor', 'copy');
    await desk.readEbook();
    await desk.goTo('甲章');
    for (const words of ['注后有话', '后是常文', '表中字', '末格', '之后', '注中之语']) {
      await desk.clickOn(words);
      const line =
        desk
          .read(1)
          .split('\n')
          .findIndex((each) => each.includes(words)) + 1;
      await desk.untilSaid(`book/chapters/01-chapter.md:${line}`);
    }
    expect(desk.faults).toEqual([]);
    await desk.end();
  }, 60_000);

  it('finds the line in the second file of a chapter that is too long for one', async () => {
    const long = chapterOf('甲章', 1500);
    const desk = await Desk.open([long]);
    await desk.choose('editor', 'copy');
    await desk.readEbook('ebook');
    // The imprint is last; before it stands the end of the chapter.
    await desk.page.keyboard.press('End');
    await desk.untilSeen('千字');
    await settled(desk);
    await desk.page.keyboard.press('PageUp');
    await desk.untilSeen('甲章之第1500段');
    expect(await desk.chapter().evaluate(() => document.body.className)).toContain('continued');
    await desk.clickOn('第1500段');
    await desk.untilSaid(`book/chapters/01-chapter.md:${long.trimEnd().split('\n').length}`);
    await desk.end();
  }, 60_000);

  it('turns by keys, shows a note over the page, and gives the reader back to where he was', async () => {
    const desk = await Desk.open([
      `${chapterOf('甲章', 12)}\n[^1]: 注中之语。\n`.replace('第1段，', '第1段[^1]，'),
      chapterOf('乙章', 3),
    ]);
    for (const view of ['ebook', 'both', 'pages', 'ebook']) {
      await desk.page.keyboard.press('e');
      expect(await desk.page.evaluate(() => document.body.dataset.view)).toBe(view);
    }
    await desk.untilMade(0);
    await desk.goTo('甲章');
    const first = await desk.seen();
    await desk.page.keyboard.press('ArrowRight');
    await expect.poll(() => desk.seen()).not.toBe(first);
    await settled(desk);
    await desk.page.keyboard.press('PageUp');
    await expect.poll(() => desk.seen()).toBe(first);
    await settled(desk);
    await desk.page.mouse.move(650, 450);
    await desk.page.mouse.wheel({ deltaY: 100 });
    await expect.poll(() => desk.seen()).not.toBe(first);
    await settled(desk);
    await desk.page.keyboard.press('ArrowLeft');
    await expect.poll(() => desk.seen()).toBe(first);
    // A call is reached by the keyboard as by the hand.
    await desk.chapter().$eval('a[role=doc-noteref]', (call) => call.focus());
    await desk.page.keyboard.press('Enter');
    const note = () => desk.glass().$eval('dialog', (dialog) => dialog.open);
    await expect.poll(note).toBe(true);
    await expect
      .poll(() => desk.chapter().evaluate(() => document.body.textContent))
      .toMatch(/^\s*1\s*注中之语。\s*$/);
    expect(await desk.seen()).toBe(first);
    await desk.page.keyboard.press('Escape');
    await expect.poll(note).toBe(false);
    await settled(desk);
    await desk.page.keyboard.press('ArrowRight');
    await expect.poll(() => desk.seen()).not.toBe(first);
    expect(desk.faults).toEqual([]);
    await desk.end();
  }, 60_000);

  it('keeps the e-book that was right while the next cannot be made, and says why in its place', async () => {
    const desk = await Desk.open(three);
    await desk.readEbook();
    await desk.goTo('甲章');
    const made = await desk.madeVersion();
    const apart =
      '::: print-only\n\n## 只在书页 {#apart}\n\n:::\n\n::: ebook-only\n\n见[那里](#apart)。\n\n:::\n';
    desk.write(1, `${three[0]}\n${apart}`);
    await desk.untilMade(made);
    const box = () =>
      desk.page.$eval('#ebookFindings', (each) => (each.checkVisibility() ? each.textContent : ''));
    await expect.poll(box).toContain('ebook-link-target-missing');
    expect(await box()).toContain('book/chapters/01-chapter.md:');
    await desk.untilSeen('甲章');
    const then = await desk.madeVersion();
    desk.write(1, (three[0] ?? '').replace('甲章之第1段', '改好了。甲章之第1段'));
    await desk.untilMade(then);
    await desk.untilSeen('改好了。');
    expect(await box()).toBe('');
    await desk.end();
  }, 60_000);

  it('lets an e-book do nothing, even one that no build would make', async () => {
    const mischief = `<script>top.document.title = 'bad'; parent.document.title = 'bad';</script>
      <script src="https://evil.example/a.js"></script>
      <img src="x.png" alt="" onerror="top.document.title = 'bad'" />
      <img src="https://evil.example/pixel.png" alt="" />
      <p style="background: url(https://evil.example/style.png)" onclick="top.document.title = 'bad'">点这里</p>
      <iframe src="https://evil.example/frame.html"></iframe>
      <iframe srcdoc="&lt;script&gt;top.document.title = 'bad'&lt;/script&gt;"></iframe>
      <object data="https://evil.example/object.html"></object>
      <form action="https://evil.example/form"><button id="send">寄</button></form>
      <p><a id="link" href="javascript:void(top.document.title = 'bad')">链接</a>
      <a id="away" href="https://evil.example/away" target="_top">外面</a></p>`;
    const spoil = async (request: HTTPRequest): Promise<void> => {
      if (!request.url().endsWith('.epub')) return request.continue();
      const epub = new Uint8Array(await (await fetch(request.url())).arrayBuffer());
      const body = await spoilt(epub, /text\/c001\.xhtml$/, (text) =>
        text
          .replace(
            '<head>',
            '<!-- <head> --><head><meta http-equiv="refresh" content="0; url=https://evil.example/"/>',
          )
          .replace('</section>', `${mischief}</section>`),
      );
      return request.respond({ status: 200, contentType: 'application/epub+zip', body: Buffer.from(body) });
    };
    const desk = await Desk.open(['# 甲章\n\n好好的一段。\n'], {
      meet: async (page) => {
        await page.setRequestInterception(true);
        page.on('request', (request) => void spoil(request));
      },
    });
    await desk.readEbook();
    await desk.goTo('甲章');
    const address = desk.page.url();
    await desk.clickOn('点这里');
    for (const id of ['#link', '#away', '#send'])
      await desk.chapter().$eval(id, (each) => (each as HTMLElement).click());
    await settled(desk);
    expect(await desk.seen()).toContain('好好的一段。');
    expect(await desk.page.title()).toBe('小书');
    expect(desk.page.url()).toBe(address);
    const reached = desk.asked.filter((url) => !/^(?:http:\/\/127\.0\.0\.1:|blob:|data:|about:)/.test(url));
    expect(reached).toEqual([]);
    await desk.end();
  }, 60_000);

  it('has no fault that axe-core finds, beside the pages and alone, light and dark', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const desk = await Desk.open([chapterOf('甲章', 3)]);
    for (const scheme of ['light', 'dark']) {
      await desk.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      for (const view of ['both', 'ebook']) {
        await desk.readEbook(view);
        await desk.goTo('甲章');
        await desk.page.click('#ebookDark');
        for (const [frame, part] of [
          [desk.page.mainFrame(), '#ebook'],
          [desk.glass(), 'body'],
        ] as const)
          expect(await violations(frame, axe, part)).toEqual([]);
      }
    }
    await desk.end();
  }, 60_000);

  it('goes where a search and the small pages lead, when it is looked at alone', async () => {
    const desk = await Desk.open(three);
    await desk.readEbook('ebook');
    await desk.page.keyboard.press('/');
    await desk.page.keyboard.type('丙章之第8段');
    await desk.page.waitForSelector('#found button');
    await desk.page.keyboard.press('Enter');
    await desk.untilSeen('丙章');
    // And the pages are there too when they are shown again.
    await desk.choose('view', 'pages');
    const label = await desk.page.$eval('#found button > :last-child', (each) => each.textContent);
    expect(await desk.page.$eval('#number', (field) => (field as HTMLInputElement).value)).toBe(label);
    await desk.end();
  }, 60_000);

  it('gives out the engine and the last e-book, and nothing else of the packages', async () => {
    const desk = await Desk.open([chapterOf('甲章', 1)]);
    await desk.readEbook();
    const at = async (path: string) => (await fetch(new URL(path, desk.page.url()))).status;
    expect(await at('ebook/engine/foliate/view.js')).toBe(200);
    for (const path of [
      'reader.js',
      'package.json',
      '../pagedjs/package.json',
      'vendor/fflate.js',
      '%2e%2e/package.json',
    ])
      expect(await at(`ebook/engine/foliate/${path}`)).toBe(404);
    expect(await at('ebook/0123456789abcdef.epub')).toBe(404);
    const policy = (await fetch(new URL('ebook/frame', desk.page.url()))).headers.get(
      'content-security-policy',
    );
    expect(policy).toContain(`script-src ${desk.page.url()}ebook/engine/;`);
    expect(policy).not.toMatch(/connect-src|script-src[^;]*(?:unsafe|blob|self)/);
    await desk.end();
  }, 60_000);
});

/** The engine takes one turn at a time, and rests a tenth of a second after each. */
function settled(desk: Desk): Promise<void> {
  return desk.page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 250)));
}

/** What axe-core finds in a part of a document, by its rules; frames inside it are asked by themselves. */
async function violations(frame: Frame, axe: string, part: string): Promise<readonly string[]> {
  await frame.evaluate(axe);
  return frame.evaluate(async (within) => {
    const { violations: found } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(
      within,
      {
        iframes: false,
      },
    );
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, part);
}

function boxOf(page: Page, selector: string) {
  return page.$eval(selector, (each) => each.getBoundingClientRect().toJSON() as DOMRect);
}

function backgroundOf(frame: Frame, selector: string): Promise<string> {
  return frame.$eval(selector, (each) => getComputedStyle(each).backgroundColor);
}

/** The mean of the channels of a colour, 0 to 255. */
function lightness(colour = ''): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
  return (red + green + blue) / 3;
}
