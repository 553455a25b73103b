import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../scripts/print/browser-session.js';
import { layoutPart } from '../../scripts/print/layout-part.js';
import { openLayoutTab } from '../../scripts/print/layout-tab.js';
import { openTestSession, plainSetup } from './browser-for-tests.js';

let session: BrowserSession;
beforeAll(async () => {
  session = await openTestSession();
});
afterAll(() => session.end());

/** Thirteen lines a page; words of five letters, two or three to a line. */
const css =
  '@page{size:240px 300px;margin:20px} body{margin:0;font:20px/20px "Open Sans";widows:2;orphans:2} p,pre{margin:0;font:inherit}';
const paragraph = (words: number, mark: string): string =>
  `<p>${Array.from({ length: words }, (_, index) => `${mark}${index}`.padEnd(5, 'y')).join(' ')}</p>`;

/** Lines of each fragment of a paragraph, page by page; `>` continues on the next page. */
async function fragments(html: string): Promise<string> {
  const { page } = await openLayoutTab(await session.browser(), await plainSetup());
  const { pages, css: rewritten } = await layoutPart(page, { html, css });
  const drawn = pages.map((own) => `<div class="pagedjs_page pagedjs_right_page">${own.html}</div>`).join('');
  const counts = await page.evaluate(
    (markup, style) => {
      document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
      document.body.innerHTML = `<div class="pagedjs_pages">${markup}</div>`;
      return [...document.querySelectorAll('.pagedjs_page')].map((sheet) =>
        [...sheet.querySelectorAll<HTMLElement>('p, pre')]
          .map(
            (p) =>
              `${p.hasAttribute('data-split-from') ? '>' : ''}${Math.round(p.offsetHeight / 20)}${p.hasAttribute('data-split-to') ? '>' : ''}`,
          )
          .join(' '),
      );
    },
    drawn,
    rewritten,
  );
  await page.close();
  return counts.join(' | ');
}

describe('page ends', () => {
  it('no line of a paragraph stands alone, whatever stands before it', async () => {
    for (let before = 1; before <= 9; before++) {
      const text =
        paragraph(3 * before, 'a') +
        Array.from({ length: 30 }, (_, i) => paragraph(5 + (i % 5) * 2, `b${i}`)).join('');
      expect(await fragments(text)).not.toMatch(/(?<![\d])1>|>1(?!\d)/);
    }
  });

  it('nor does a line of a short listing', async () => {
    for (let before = 1; before <= 6; before++) {
      const listings = Array.from({ length: 12 }, () => '<pre><code>one\ntwo\nthree</code></pre>').join('');
      expect(await fragments(paragraph(3 * before, 'a') + listings)).not.toMatch(/(?<![\d])1>|>1(?!\d)/);
    }
  });

  it('a word that goes over to the next page is divided where its hyphen stands', async () => {
    const words = Array.from(
      { length: 900 },
      (_, index) => `in\u00addi\u00advid\u00adu${'x'.repeat(index % 4)}al`,
    );
    const { page } = await openLayoutTab(await session.browser(), await plainSetup());
    const hyphens = `${css} [data-align-last-split-element]::after{content:"\\2010"}`;
    const { pages } = await layoutPart(page, { html: `<p>${words.join(' ')}</p>`, css: hyphens });
    await page.close();
    const texts = pages.map(({ html }) => html.replace(/<[^>]*>/g, '').trim());
    const divided = texts.slice(0, -1).filter((text) => !/\bin\u00addi\u00advid\u00adux*al$/.test(text));
    expect(divided.length).toBeGreaterThan(2);
    expect(divided.filter((text) => !text.endsWith('\u00ad'))).toEqual([]);
    expect(texts.join('').replace(/\s/g, '')).toBe(words.join(''));
  });
});
