import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { normalizeInto } from '../../scripts/pipeline/normalize.js';
import { locateBrowser } from '../../scripts/print/browser.js';
import { chaptersIn, startReview } from './open-review.js';

const body = '他沿着河走了一整天，谁也没有遇见。天黑的时候，他在树下坐了下来。';
const torn = '他一直等到天亮以\n后来他又走了。';
const text = `第一章 出门\n${body}\n${torn}\n${body}\n第二章 回家\n${body}可是,他没有\ue000回头。`;

let browser: Browser;

beforeAll(async () => {
  const { value: found } = await locateBrowser();
  if (!found) throw new Error('no browser');
  browser = await puppeteer.launch({
    executablePath: found.executable,
    headless: 'shell',
    pipe: true,
    env: { ...process.env, ...found.environment },
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
});
afterAll(() => browser.close());

/** A tab, and all that went wrong or was asked for in it. */
interface Tab {
  readonly page: Page;
  readonly faults: string[];
  readonly requests: string[];
}

async function openTab(url: string, language = 'zh-CN'): Promise<Tab> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.setViewport({ width: 1400, height: 900 });
  await page.evaluateOnNewDocument((wanted) => {
    Object.defineProperty(navigator, 'language', { get: () => wanted });
  }, language);
  await page.goto(url);
  return { page, faults, requests };
}

/** Normalizes a text into a folder of its own and gives the path of the page beside it. */
async function makeStaticPage(raw: string): Promise<{ readonly out: string; readonly file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'river.txt'), raw);
  const out = join(folder, 'book');
  await normalizeInto({ raw: join(folder, 'river.txt'), out });
  return { out, file: join(out, 'source', 'river.txt.review.html') };
}

const shown = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent ?? '');

/** Waits until the server has written all that was decided. */
async function written(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getElementById('saving')?.textContent === '');
  await page.waitForNetworkIdle({ idleTime: 60 });
}

/** Clicks into the text right before the first place where a phrase stands in it. */
async function clickBefore(page: Page, phrase: string): Promise<void> {
  // What was drawn just now can be clicked once it is on the screen.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const at = await page.evaluate((wanted) => {
    for (const piece of document.querySelectorAll('.sheet .stretch')) {
      const index = piece.textContent?.indexOf(wanted) ?? -1;
      if (index < 0 || !piece.firstChild) continue;
      const range = document.createRange();
      range.setStart(piece.firstChild, index);
      range.setEnd(piece.firstChild, index + 1);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 1, y: top + height / 2 };
    }
    return undefined;
  }, phrase);
  if (!at) throw new Error(`${phrase} is not in the text`);
  await page.mouse.click(at.x, at.y);
}

describe('the page beside the raw text', () => {
  it('opens without a server or a network, asks for nothing, and has its text as text', async () => {
    const hostile =
      '<img src=x onerror="document.title=1">他说：“</script><script>hacked=1</script>&amp;\u2028”，没有人听见。';
    const { file } = await makeStaticPage(
      `第一章 ${'<b>出门</b>'}\n${hostile} ${body}\n${torn}\n第二章 回家\n${body}`,
    );
    const { page, faults, requests } = await openTab(pathToFileURL(file).href);
    expect(await shown(page, '.item h2')).toContain('？');
    await page.keyboard.press('g');
    await page.waitForSelector('.block');
    expect(await shown(page, '.sheet')).toContain('“</script><script>hacked=1</script>&amp;');
    expect(
      await page.evaluate(() => [document.querySelectorAll('img, b').length, 'hacked' in window]),
    ).toEqual([0, false]);
    expect(faults).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
  });

  it('is the same bytes for the same text', async () => {
    const [one, other] = [await makeStaticPage(text), await makeStaticPage(text)];
    expect(readFileSync(one.file, 'utf8')).toBe(readFileSync(other.file, 'utf8'));
  });

  it('collects what is chosen, and gives it as a file that the normalizer follows', async () => {
    const { file, out } = await makeStaticPage(text);
    const { page, faults } = await openTab(pathToFileURL(file).href);
    expect(await shown(page, '#progress')).toBe('已看 0 / 2');
    await page.keyboard.press('j');
    await page.keyboard.press('2');
    expect(await shown(page, '#progress')).toBe('已看 1 / 2');
    await page.keyboard.press('g');
    await page.waitForSelector('.block');
    await clickBefore(page, '天黑的时候');
    await page.keyboard.press('Enter');
    const folder = join(out, 'source');
    const client = await page.createCDPSession();
    await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await page.click('.static-bar a[download]');
    const decisions = join(folder, 'river.txt.decisions.yaml');
    for (let i = 0; i < 100 && !existsSync(decisions); i++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const { diagnostics } = await normalizeInto({ raw: join(folder, 'river.txt'), out });
    expect(diagnostics.map(({ code }) => code)).not.toContain('decision-stale');
    expect(chaptersIn(out)).toContain('他一直等到天亮以后来他又走了。');
    expect(chaptersIn(out)).toContain('谁也没有遇见。\n\n天黑的时候');
    expect(faults).toEqual([]);
  });

  it('can be read without scripts: what is in doubt, and the chapters', async () => {
    const { file } = await makeStaticPage(text);
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.setJavaScriptEnabled(false);
    await page.goto(pathToFileURL(file).href);
    const words = await page.$eval('.plain', (element) =>
      element instanceof HTMLElement ? element.innerText : '',
    );
    expect(words).toContain('他一直等到天亮以⏎后来他又走了。');
    expect(words).toContain('等到天亮以¶后来他又走了。');
    expect(words).toMatch(/第二章 回家\s+\d+/);
  });

  it('says where to read a text that is too long for it', async () => {
    const { file } = await makeStaticPage(`第一章 长\n${`${body}\n`.repeat(22_000)}第二章 短\n${body}`);
    const { page } = await openTab(pathToFileURL(file).href, 'en');
    await page.keyboard.press('g');
    await page.waitForSelector('.too-long');
    expect(await shown(page, '.too-long')).toContain('--review');
    expect(readFileSync(file).length).toBeLessThan(1_000_000);
  });
});

describe('the page that is served', () => {
  it('takes an editor through what is in doubt by keys; each word goes to the file and the chapters', async () => {
    const review = await startReview(text);
    const { page, faults } = await openTab(review.url);
    expect(await shown(page, '.item .rule-name')).toBe('私用区字符');
    await page.keyboard.press('r');
    await page.keyboard.type('再');
    await page.keyboard.press('Enter');
    await written(page);
    expect(review.chapters()).toContain('他没有再回头。');
    await page.click('.outcomes li:nth-child(2) button');
    await written(page);
    expect(review.chapters()).toContain('天亮以后来他又走了。');
    expect(await shown(page, '#progress')).toBe('已看 2 / 2');
    expect(await shown(page, '.empty')).toContain('已全部看完');
    await page.keyboard.press('u');
    await page.waitForFunction(() => document.getElementById('progress')?.textContent === '已看 1 / 2');
    expect(review.chapters()).toContain('天亮以\n\n后来');
    expect(readFileSync(review.decisionsFile, 'utf8')).toContain('to: 再');
    expect(faults).toEqual([]);
  });

  it('lets any place of the text be corrected: a break, a join, a heading, a chapter, other characters', async () => {
    const review = await startReview(text);
    const { page, faults } = await openTab(review.url);
    await page.click('.views button:nth-child(2)');
    await page.waitForSelector('.block');
    await clickBefore(page, '天黑的时候');
    await page.keyboard.press('Enter');
    await written(page);
    expect(review.chapters()).toContain('谁也没有遇见。\n\n天黑的时候');
    await clickBefore(page, '天黑的时候');
    await page.keyboard.press('Backspace');
    await written(page);
    expect(review.chapters()).not.toContain('谁也没有遇见。\n\n天黑的时候');
    await clickBefore(page, '他一直等到');
    await page.keyboard.press('2');
    await written(page);
    expect(review.chapters()).toContain('## 他一直等到天亮以\n');
    await clickBefore(page, '后来他又走');
    await page.keyboard.press('1');
    await written(page);
    expect(readdirSync(join(review.out, 'chapters'))).toHaveLength(3);
    await page.waitForFunction(() => document.querySelectorAll('#contents li').length === 3);
    await clickBefore(page, '他一直等到');
    for (let i = 0; i < 2; i++)
      await page.keyboard.down('Shift').then(() => page.keyboard.press('ArrowRight'));
    await page.keyboard.up('Shift');
    await page.type('.inspector .instead', '她已');
    await page.keyboard.press('Enter');
    await written(page);
    expect(review.chapters()).toContain('## 她已直等到天亮以');
    expect(faults).toEqual([]);
  });

  it('shows what was refused, in the reader’s language, and writes nothing', async () => {
    const review = await startReview(text);
    const { page } = await openTab(review.url, 'en-US');
    writeFileSync(review.decisionsFile, '- do: fly\n  before: 甲\n  after: 乙\n');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.message.error');
    expect(await shown(page, '.message.error')).toContain('`do: fly` is unknown'.replaceAll('`', ''));
    expect(readFileSync(review.decisionsFile, 'utf8')).toContain('do: fly');
    expect(await shown(page, '#progress')).toBe('0 of 2 looked at');
  });

  it('settles places that are alike together, but for those left out', async () => {
    const comma = Array.from({ length: 12 }, (_, i) => `第${i}天他又来了,可是没有人。`).join('\n');
    const review = await startReview(`第一章 出门\n${comma}\n第二章 回家\n${body}`);
    const { page } = await openTab(review.url);
    await page.click('.tabs button:nth-child(3)');
    await page.click('.concordance li:nth-child(2) input');
    expect(await shown(page, '.tally')).toBe('用于所选 11 / 12 处');
    await page.keyboard.press('Escape');
    await page.click('.outcomes li:nth-child(2) button');
    await written(page);
    expect(review.chapters().match(/来了,/g)).toHaveLength(11);
    expect(review.chapters().match(/来了，/g)).toHaveLength(1);
  });

  it('speaks both languages, and names everything that can be worked', async () => {
    const review = await startReview(text);
    const { page } = await openTab(review.url, 'en-GB');
    const nameless = () =>
      page.$$eval('button, a, input, select, [role=button]', (elements) =>
        elements
          .filter((element) => !(element.getAttribute('aria-label') ?? element.textContent ?? '').trim())
          .map((element) => element.outerHTML),
      );
    expect(await shown(page, '.views')).toBe('DoubtsReadChapters');
    expect(await page.$eval('html', (element) => element.lang)).toBe('en');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    expect(await page.$eval('#announcements', (element) => element.getAttribute('aria-live'))).toBe('polite');
    for (const view of [1, 2, 3]) {
      await page.click(`.views button:nth-child(${view})`);
      if (view === 2) await page.waitForSelector('.block');
      expect(await nameless()).toEqual([]);
    }
    await page.click('.tools button[lang="zh-CN"]');
    expect(await shown(page, '.views')).toBe('存疑通读章目');
    expect(await page.$eval('html', (element) => element.lang)).toBe('zh-CN');
  });
});
