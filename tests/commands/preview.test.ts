import { appendFileSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processTree } from '../bench/measure/process-tree.js';
import { numberIn, openPreview, openReader, textOf, untilText } from './open-preview.js';
import { banxin } from './run-banxin.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openReader();
});
afterAll(() => browser.close());

/** Runs in the browser: the letters with which lines begin, by the pages that are drawn. */
function lineBegins(): Record<string, string[]> {
  const inside = document.querySelector<HTMLIFrameElement>('#pages iframe')?.contentDocument;
  const found: Record<string, string[]> = {};
  for (const paragraph of inside?.querySelectorAll('.pagedjs_page_content p') ?? []) {
    const text = paragraph.firstChild as Text;
    const range = paragraph.ownerDocument.createRange();
    const lines: string[] = [];
    let top = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < text.length; at++) {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const box = range.getBoundingClientRect();
      if (box.width === 0 || box.top < top + 2) continue;
      top = box.top;
      lines.push(text.data.slice(at, at + 12));
    }
    found[paragraph.closest<HTMLElement>('.slot')?.dataset.page ?? ''] = lines;
  }
  return found;
}

function killIfThere(process: number): void {
  try {
    globalThis.process.kill(process, 'SIGKILL');
  } catch {
    // Its parent took it along.
  }
}

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

  it('ends lines where print ends them, however large the pages are shown', async () => {
    const words = ['incomprehensibility', 'of', 'characteristic', 'winds', 'the', 'notwithstanding', 'a'];
    const text = Array.from({ length: 2500 }, (_, at) => words[(at * 5 + (at % 11)) % words.length]).join(
      ' ',
    );
    const { page, book, faults, stop } = await openPreview(browser, {
      chapters: 1,
      prepare: (made) => {
        const yaml = 'id: small\ntitle: Small\nlanguage: en\ntheme: plain\n';
        writeFileSync(join(made, 'book.yaml'), yaml);
        writeFileSync(join(made, 'chapters/01-chapter.md'), `# One\n\n${text}\n`);
      },
    });
    expect(book).toBeTruthy();
    await page.keyboard.press('c');
    await page.click('#contents button');
    await page.keyboard.press('ArrowRight');
    await untilText(page, 'winds');
    const ends = (): Promise<Record<string, string[]>> => page.evaluate(lineBegins);
    const known = await ends();
    expect(Object.values(known).flat().length).toBeGreaterThan(50);
    for (const key of [...'-----'.concat('+++++++++')]) {
      await page.keyboard.press(key as '-');
      for (const [sheet, lines] of Object.entries(await ends())) {
        known[sheet] ??= lines;
        expect(lines, `page ${sheet}`).toEqual(known[sheet]);
      }
    }
    const isWhole = await page.evaluate(() =>
      [
        ...(document
          .querySelector<HTMLIFrameElement>('#pages iframe')
          ?.contentDocument?.querySelectorAll('.pagedjs_page_content') ?? []),
      ].every(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth + 1),
    );
    expect(isWhole).toBe(true);
    expect(faults).toEqual([]);
    await stop();
  }, 60_000);

  it('shows what a style sheet says after it was saved', async () => {
    const { page, book, faults, stop } = await openPreview(browser, { chapters: 1 });
    const colour = (): Promise<string> =>
      page.evaluate(() => {
        const inside = document.querySelector<HTMLIFrameElement>('#pages iframe')?.contentDocument;
        const heading = inside?.querySelector('.chapter h1');
        return heading ? getComputedStyle(heading).color : '';
      });
    await page.evaluate(() => document.querySelector<HTMLElement>('#toContents')?.click());
    await page.click('#contents button');
    await untilText(page, '第1章');
    await expect.poll(colour, { timeout: 20_000 }).toBe('rgb(0, 0, 0)');
    mkdirSync(join(book, 'styles/themes/shu'), { recursive: true });
    writeFileSync(join(book, 'styles/themes/shu/print.css'), '.chapter h1 { color: rgb(140, 47, 38) }\n');
    await expect.poll(colour, { timeout: 20_000 }).toBe('rgb(140, 47, 38)');
    expect(await numberIn(page)).toBe('1');
    expect(faults).toEqual([]);
    await stop();
  }, 60_000);

  it('goes on with the next save when its own browser has died', async () => {
    const { page, chapter, process: preview, faults, stop } = await openPreview(browser);
    await page.keyboard.press('End');
    const own = (await processTree(preview)).filter((found) => found !== preview);
    expect(own.length).toBeGreaterThan(0);
    for (const found of own) killIfThere(found);
    appendFileSync(chapter(3), '\n还在这里。\n');
    await untilText(page, '还在这里。');
    expect(faults).toEqual([]);
    expect(await stop()).toMatchObject({ code: 0 });
  }, 60_000);

  it('leads from a note at the foot of a page to the line of the note', async () => {
    const { page, stop } = await openPreview(browser, {
      chapters: 1,
      words: ['--editor', 'myed://open?file={path}&at={line}'],
      prepare: (book) =>
        writeFileSync(
          join(book, 'chapters/01-chapter.md'),
          '# 一章\n\n正文[^a]，还有[^b]。\n\n[^a]: 先注。\n\n[^b]: 后注在这里。\n\n    又一段。\n',
        ),
    });
    await page.evaluate(() => {
      HTMLAnchorElement.prototype.click = function record() {
        document.body.dataset.opened = this.href;
      };
      document.querySelector<HTMLElement>('#toContents')?.click();
    });
    await page.click('#contents button');
    await untilText(page, '又一段');
    const frame = page.frames().find((each) => each.url().endsWith('frame'));
    for (const [words, line] of [
      ['后注在这里', 7],
      ['又一段', 9],
      ['先注', 5],
    ] as const) {
      const selector = `xpath///*[contains(@class, "footnote")]//p[contains(., "${words}")]`;
      await (await frame?.waitForSelector(selector))?.click();
      await page.waitForFunction((end) => document.body.dataset.opened?.endsWith(end), {}, `&at=${line}`);
    }
    await stop();
  }, 60_000);

  it('opens the editor that the command names, at the file and the line', async () => {
    const words = ['--editor', 'myed://open?file={path}&at={line}'];
    const { page, book, stop } = await openPreview(browser, { chapters: 1, words });
    await page.evaluate(() => {
      HTMLAnchorElement.prototype.click = function record() {
        document.body.dataset.opened = this.href;
      };
      document.querySelector<HTMLElement>('#toContents')?.click();
    });
    await page.click('#contents button');
    await untilText(page, '春风又绿');
    const frame = page.frames().find((each) => each.url().endsWith('frame'));
    await (await frame?.waitForSelector('xpath///p[contains(., "春风又绿")]'))?.click();
    await page.waitForFunction(() => document.body.dataset.opened !== undefined);
    const opened = await page.evaluate(() => document.body.dataset.opened);
    const path = join(realpathSync(book), 'chapters/01-chapter.md');
    expect(opened).toBe(`myed://open?file=${encodeURI(path)}&at=3`);
    await stop();
  }, 60_000);

  it('knows no editor by a name that is none, nor by an address that a browser follows itself', async () => {
    for (const editor of ['vim', 'javascript:alert({path})', 'https://example.org/{path}']) {
      const { code, stderr } = await banxin(['preview', '--editor', editor]);
      expect(code).toBe(2);
      expect(stderr).toContain('editor-unknown');
    }
  });

  it('is worked by the keyboard alone', async () => {
    const { page, faults, stop } = await openPreview(browser);
    const active = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.closest('#contents, #findings, dialog')?.id ?? '');
    const tabTo = async (id: string): Promise<void> => {
      for (let presses = 0; presses < 60 && (await active()) !== id; presses++)
        await page.keyboard.press('Tab');
      expect(await active()).toBe(id);
    };
    await page.keyboard.press('c');
    await tabTo('contents');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await untilText(page, '第2章');
    const label = await numberIn(page);
    await page.keyboard.press('ArrowRight');
    expect(await numberIn(page)).not.toBe(label);
    await page.keyboard.press('?');
    expect(await active()).toBe('help');
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    expect(await page.$eval('#spread', (button) => button.getAttribute('aria-pressed'))).toBe('false');
    await page.keyboard.press('+');
    await page.keyboard.press('0');
    await page.keyboard.press('g');
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await untilText(page, '第1章');
    expect(await numberIn(page)).toBe('1');
    await page.keyboard.press('e');
    await page.waitForSelector('iframe[src="ebook/frame"]', { timeout: 20_000 });
    expect(faults).toEqual([]);
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
