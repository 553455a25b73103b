import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberIn, openPreview, openReader, textOf, untilText } from './open-preview.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openReader();
});
afterAll(() => browser.close());

describe('banxin preview', () => {
  it('shows real pages, and after a save the new ones where the reader was', async () => {
    const { page, chapter, faults, stop } = await openPreview(browser);
    await page.evaluate(() => {
      const number = document.querySelector<HTMLInputElement>('#number');
      if (number) number.value = '3';
      number?.dispatchEvent(new Event('change'));
    });
    await untilText(page, '第3章');
    expect(await numberIn(page)).toBe('3');
    appendFileSync(chapter(3), '\n新的一段。\n');
    await untilText(page, '新的一段。');
    expect(await numberIn(page)).toBe('3');
    // A page more before it: the reader stays with the chapter.
    appendFileSync(chapter(1), `\n${'春江潮水连海平，海上明月共潮生。\n\n'.repeat(60)}`);
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#number')?.value !== '3');
    expect(Number(await numberIn(page))).toBeGreaterThan(3);
    await untilText(page, '新的一段。');
    expect(faults).toEqual([]);
    expect(await stop()).toMatchObject({ code: 0 });
  }, 60_000);

  it('leads a click on a character back to the line where it was written', async () => {
    const { page, book, chapter, stop } = await openPreview(browser);
    writeFileSync(chapter(2), '# 第二章\n\n第一段。\n\n第二段在这里。\n');
    await page.evaluate(() => {
      const editor = document.querySelector<HTMLSelectElement>('#editor');
      if (editor) editor.value = 'copy';
      editor?.dispatchEvent(new Event('change'));
      document.querySelector<HTMLElement>('#toContents')?.click();
    });
    await page.waitForFunction(() => document.querySelector('#contents')?.textContent?.includes('第二章'));
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#contents button')]
        .find((button) => button.textContent?.includes('第二章'))
        ?.click(),
    );
    await untilText(page, '第二段在这里。');
    const frame = page.frames().find((each) => each.url().endsWith('frame'));
    const paragraph = await frame?.waitForSelector('xpath///p[contains(., "第二段在这里")]');
    await paragraph?.click();
    await page.waitForFunction(() => document.querySelector('#status')?.textContent?.includes(':5'));
    expect(await page.evaluate(() => document.querySelector('#status')?.textContent)).toContain(
      'book/chapters/02-chapter.md:5',
    );
    expect(readFileSync(chapter(2), 'utf8').split('\n')[4]).toBe('第二段在这里。');
    expect(book).toBeTruthy();
    await stop();
  }, 60_000);

  it('keeps the right pages while the manuscript is wrong, says what is, and goes on when it is mended', async () => {
    const { page, book, stop } = await openPreview(browser, { chapters: 1 });
    const right = readFileSync(join(book, 'book.yaml'), 'utf8');
    writeFileSync(join(book, 'book.yaml'), right.replace('zh-Hans', '中文'));
    await page.waitForFunction(() => document.querySelector('#status.fault')?.textContent !== undefined);
    expect(await page.evaluate(() => document.querySelector('#findings')?.textContent)).toContain(
      'book.yaml:3',
    );
    expect(await textOf(page)).toContain('第1章');
    writeFileSync(join(book, 'book.yaml'), right.replace('小书', '大书'));
    await untilText(page, '大书');
    expect(await page.evaluate(() => document.querySelector('#status')?.textContent)).toBe('');
    await stop();
  }, 60_000);

  it('ends in the state of the last of fifty quick edits', async () => {
    const { page, chapter, stop } = await openPreview(browser, { chapters: 1 });
    for (let edit = 1; edit <= 50; edit++) appendFileSync(chapter(1), `\n改动${edit}。\n`);
    // The last paragraph comes to stand on a page that is not there yet.
    await expect
      .poll(async () => [await page.keyboard.press('End'), await textOf(page)].join(''), { timeout: 20_000 })
      .toContain('改动50。');
    await stop();
  }, 60_000);

  it('answers this page alone: not without the token, not by another name, not from another site', async () => {
    const { url, stop } = await openPreview(browser, { chapters: 1 });
    const { origin, port } = new URL(url);
    expect((await fetch(`${origin}/`)).status).toBe(404);
    expect((await fetch(`${origin}/${'x'.repeat(24)}/state`)).status).toBe(404);
    expect((await fetch(`${url}../../etc/passwd`)).status).toBe(404);
    expect((await fetch(`${url}files/..%2Fbook.yaml`)).status).toBe(404);
    const json = { 'content-type': 'application/json' };
    const body = JSON.stringify({ page: 0, characters: 0 });
    const foreign = { ...json, origin: `http://evil.example:${port}` };
    expect((await fetch(`${url}place`, { method: 'POST', headers: foreign, body })).status).toBe(403);
    const own = { ...json, origin };
    expect((await fetch(`${url}place`, { method: 'POST', headers: own, body })).status).toBe(200);
    await stop();
  }, 60_000);

  it('runs nothing that a manuscript holds', async () => {
    const { page, chapter, faults, stop } = await openPreview(browser, { chapters: 1 });
    writeFileSync(
      chapter(1),
      '# 一\n\n<img src="x.png" onerror="parent.document.title=\'bad\'"><script>parent.document.title="bad"</script>\n\n好了。\n',
    );
    await page.waitForFunction(() => document.querySelectorAll('#findings li').length > 0);
    expect(await page.title()).toBe('小书');
    expect(faults).toEqual([]);
    await stop();
  }, 60_000);
});
