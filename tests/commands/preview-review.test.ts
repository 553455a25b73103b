import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader, untilText } from './open-preview.js';
import { banxin, ownFolder, startServing } from './run-banxin.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openReader();
});
afterAll(() => browser.close());

const raw = `第一章 出门

春江潮水连海平，海上明月共潮生。滟滟随波千万里，何处春江无月明！江流宛转绕芳甸，月照花林皆似
霰。空里流霜不觉飞，汀上白沙看不见。

第二章 回家

江天一色无纤尘，皎皎空中孤月轮。江畔何人初见月？江月何年初照人？人生代代无穷已，江月年年望相
似。不知江月待何人，但见长江送流水。
`;

/** A book made from a raw text, its preview open in a browser. */
async function openBook(config?: string) {
  const folder = ownFolder();
  writeFileSync(join(folder, 'raw.txt'), raw);
  const made = await banxin(['init', 'book', '--from', 'raw.txt', '--language', 'zh-Hans'], { cwd: folder });
  expect(made.code).toBe(0);
  if (config !== undefined) writeFileSync(join(folder, 'book', 'banxin.config.mjs'), config);
  const words = config === undefined ? [] : ['--allow-config'];
  const run = await startServing(['preview', 'book', ...words], folder);
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.setViewport({ width: 1400, height: 800 });
  await page.goto(run.stdout().trim());
  await page.waitForFunction(() => document.body.dataset.version !== undefined);
  return {
    book: join(folder, 'book'),
    page,
    faults,
    url: run.stdout().trim(),
    stop: async () => {
      await page.close();
      run.child.kill('SIGINT');
      return run.ended;
    },
  };
}

describe('the review beside the pages', () => {
  it('leads from a page to the raw text of its chapter, and from there to the page, a key each', async () => {
    const { page, faults, stop } = await openBook();
    await page.keyboard.press('End');
    await untilText(page, '江天一色无纤尘');
    const before = await page.$eval('#number', (field) => (field as HTMLInputElement).value);
    await page.keyboard.press('r');
    await page.waitForFunction(
      () => document.querySelector('#sheet')?.textContent?.includes('江天一色无纤尘'),
      {
        timeout: 20_000,
      },
    );
    expect(page.url()).toMatch(/\/review\/$/);
    await page.keyboard.press('p');
    await page.waitForFunction(() => document.querySelector('#pages') && document.body.dataset.version, {
      timeout: 20_000,
    });
    await untilText(page, '江天一色无纤尘');
    expect(await page.$eval('#number', (field) => (field as HTMLInputElement).value)).toBe(before);
    expect(page.url()).not.toContain('#');
    expect(faults).toEqual([]);
    expect(await stop()).toMatchObject({ code: 0 });
  }, 60_000);

  it('shows in the pages what is decided there', async () => {
    const { page, book, url, stop } = await openBook();
    await page.goto(`${url}review/`);
    await page.waitForSelector('#app *');
    const answer = await page.evaluate(async () => {
      const data = JSON.parse(document.getElementById('data')?.textContent ?? '{}');
      const text = await fetch('chapter/0').then((response) => response.json());
      const block = text.blocks.at(-1);
      const set = [{ do: 'heading', level: 2, at: block.start }];
      const sent = await fetch('decide', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ source: data.review.source, set, unset: [] }),
      });
      return sent.json();
    });
    expect(answer.refused).toBeUndefined();
    expect(readFileSync(join(book, 'chapters', '01-chapter-1.md'), 'utf8')).toContain('## ');
    await page.goto(url);
    await page.waitForFunction(() => document.body.dataset.version !== undefined);
    await page.evaluate(() => document.querySelector<HTMLElement>('#toContents')?.click());
    await page.waitForFunction(() => document.querySelector('#contents .depth-2'), { timeout: 20_000 });
    await stop();
  }, 60_000);

  it('follows the book’s own rules where the preview may run them', async () => {
    const { page, book, url, stop } = await openBook(
      `export default { normalizer: [{ name: 'moon', find: (text) =>
        [...text.matchAll(/明月/g)].map(({ index }) => ({ start: index, end: index + 2, after: '朗月' })) }] };`,
    );
    await page.goto(`${url}review/`);
    await page.waitForSelector('#app *');
    const chapter = readFileSync(join(book, 'chapters', '01-chapter-1.md'), 'utf8');
    expect(chapter).toContain('海上朗月共潮生');
    await stop();
  }, 60_000);

  it('is not offered where no raw text lies beside the book', async () => {
    const folder = ownFolder();
    await banxin(['init', 'book', '--language', 'zh-Hans', '--title', '书'], { cwd: folder });
    const run = await startServing(['preview', 'book'], folder);
    const page = await browser.newPage();
    await page.goto(run.stdout().trim());
    await page.waitForFunction(() => document.body.dataset.version !== undefined);
    expect(await page.$eval('#toReview', (button) => (button as HTMLElement).hidden)).toBe(true);
    const answer = await page.goto(`${run.stdout().trim()}review/`);
    expect(await answer?.text()).toContain('source/');
    await page.close();
    run.child.kill('SIGINT');
    expect(await run.ended).toMatchObject({ code: 0 });
  }, 60_000);
});
