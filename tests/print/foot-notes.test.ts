import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../scripts/print/browser-session.js';
import { type FootNoteLayout, layoutPart } from '../../scripts/print/layout-part.js';
import { openLayoutTab } from '../../scripts/print/layout-tab.js';
import { pageGeometryCss } from '../../scripts/print/page-geometry.js';
import { corrections } from '../../scripts/print/pagedjs/corrections/index.js';
import { correctedPagedjs } from '../../scripts/print/pagedjs/source.js';
import { loadTheme } from '../../scripts/theme/load-theme.js';
import { loadTrim } from '../../scripts/theme/trim-size.js';
import { openTestSession, plainSetup } from './browser-for-tests.js';

const theme = (await loadTheme('shu', '/nowhere', ['zh-Hans'])).value;
const trim = theme && (await loadTrim('b32-140x210', '/nowhere', theme.body)).value;
const css = theme && trim ? `${pageGeometryCss(trim, theme.body)}\n${theme.css.print}` : '';

/** A real face: without one every character is a narrow box, and raised calls stand otherwise in their lines. */
const song = await readFile(
  createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  ),
);
const fontCss = '@font-face { font-family: "Banxin Song"; src: url(song.ttf); }';
const files = new Map([['song.ttf', { bytes: song, mediaType: 'font/ttf' }]]);
const line = '春江潮水连海平海上明月共潮生滟滟随波千万里何处春江';

const call = (id: number) =>
  `<sup class="noteref"><a role="doc-noteref" href="#n${id}">${String.fromCodePoint(0x2460 + id - 1)}</a></sup>`;
const note = (id: number, text: string) =>
  `<span class="footnote" id="n${id}"><p><span class="note-mark">${String.fromCodePoint(0x2460 + id - 1)}</span>${text}</p></span>`;
const chapter = (body: string, ...notes: readonly string[]) =>
  `<section>${body}<section data-footnotes>${notes.join('')}</section></section>`;

interface Page {
  readonly text: string;
  readonly notes: string;
  readonly notesTop: number | undefined;
}

let session: BrowserSession;
beforeAll(async () => {
  session = await openTestSession();
});
afterAll(() => session.end());

async function layOut(
  html: string,
  footNotes: FootNoteLayout = { longest: 600, restart: false },
  only = corrections,
): Promise<{ readonly pages: readonly Page[]; readonly left: readonly string[] }> {
  const setup = await plainSetup({ pagedjs: await correctedPagedjs(only), fontCss, files });
  const { page } = await openLayoutTab(await session.browser(), setup);
  const { pages, notesLeft } = await layoutPart(page, { html, css, footNotes });
  const texts = await page.evaluate(
    (parts) => {
      const box = document.createElement('div');
      return parts.map((part) => {
        box.innerHTML = part;
        const of = (selector: string) => box.querySelector(selector)?.textContent ?? '';
        return { text: of('.pagedjs_page_content'), notes: of('.pagedjs_footnote_inner_content') };
      });
    },
    pages.map(({ html: own }) => own),
  );
  await page.close();
  return { pages: texts.map((text, i) => ({ ...text, notesTop: pages[i]?.notesTop })), left: notesLeft };
}

describe('notes at the foot of a page', () => {
  it('stand on the page of their calls, under the text, in order', async () => {
    const html = chapter(`<p>甲${call(1)}乙${call(2)}</p>`, note(1, '第一'), note(2, '第二'));
    const { pages, left } = await layOut(html);
    expect(pages.map(({ text, notes }) => [text, notes])).toEqual([['甲①乙②', '①第一②第二']]);
    expect(pages[0]?.notesTop).toBeGreaterThan(400);
    expect(left).toEqual([]);
  });

  it('are never lost, whatever their length and place', async () => {
    const body = Array.from({ length: 40 }, (_, i) => `<p>${line.repeat(1 + (i % 4))}${call(i + 1)}。</p>`);
    const notes = Array.from({ length: 40 }, (_, i) => note(i + 1, `${line.repeat(1 + ((i * 7) % 11))}完`));
    const { pages } = await layOut(chapter(body.join(''), ...notes));
    const expected = notes.join('').replace(/<[^>]*>/g, '');
    expect(pages.map((page) => page.notes).join('')).toBe(expected);
    expect(pages.map((page) => page.text).join('')).toBe(body.join('').replace(/<[^>]*>/g, ''));
  });

  it('begin anew on every page where the book asks, and run on where one note is called twice', async () => {
    const body = Array.from({ length: 12 }, (_, i) => `<p>${line.repeat(6)}${call(i + 1)}</p>`).join('');
    const notes = Array.from({ length: 12 }, (_, i) => note(i + 1, `注${i}`));
    const restart = { longest: 600, restart: true };
    const { pages } = await layOut(chapter(body, ...notes), restart);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page.text.match(/[①-⑳]/gu)?.[0] ?? '①').toBe('①');
    for (const page of pages) expect(page.notes.match(/[①-⑳]/gu)).toEqual(page.text.match(/[①-⑳]/gu));
    const twice = await layOut(chapter(`${body}<p>又${call(1)}</p>`, ...notes), restart);
    expect(twice.pages.at(-1)?.notes).toContain('⑫');
  });

  it('stay behind the chapter where one is too long, or is called in another note', async () => {
    const html = chapter(
      `<p>甲${call(1)}乙${call(2)}</p>`,
      note(1, line.repeat(40)),
      note(2, `见${call(3)}`),
      note(3, '里面的注'),
    );
    const { pages, left } = await layOut(html);
    expect(left).toEqual(['n1', 'n3']);
    expect(pages.map(({ text }) => text).join('')).toContain('③里面的注');
    expect(pages.map(({ notes }) => notes).join('')).toBe('②见③');
  });

  it('note-with-its-call: a page with room for the line of a call and its note is not left short', async () => {
    const html = chapter(
      `<p>${line.repeat(22)}</p><p>${line}江${call(1)}潮。</p><p>${line.repeat(8)}</p>`,
      note(1, line.repeat(3)),
    );
    const withoutIt = corrections.filter(({ name }) => name !== 'note-with-its-call');
    const [left] = (await layOut(html, undefined, withoutIt)).pages;
    expect(left?.text).not.toContain('①');
    const [mended] = (await layOut(html)).pages;
    expect(mended?.text).toContain('江①潮。');
    expect(mended?.notes).toBe(`①${line.repeat(3)}`);
  });
});
