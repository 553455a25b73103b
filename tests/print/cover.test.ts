import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/files/package-root.js';
import type { BookMeta } from '../../scripts/model/book.js';
import type { Theme } from '../../scripts/model/theme.js';
import type { BrowserSession } from '../../scripts/print/browser-session.js';
import { fontCss } from '../../scripts/print/font-css.js';
import { loadFonts } from '../../scripts/print/layout-tab.js';
import { coverHtml } from '../../scripts/print/leaves/cover.js';
import { openOfflinePage, origin } from '../../scripts/print/offline-page.js';
import { loadTheme } from '../../scripts/theme/load-theme.js';
import { bookOf, songOf } from '../ebook/sample-books.js';
import { openTestSession } from './browser-for-tests.js';

const long = '二十世纪中国北方农村社会变迁与家庭关系研究资料选编';
const three = ['张三丰', '李四光', '欧阳修远'].map((name) => ({ name, role: 'aut' }));

const books: readonly (readonly [string, Partial<BookMeta>])[] = [
  ['a title of two characters', { title: '呐喊' }],
  ['a title of three, and no author', { title: '诗经选', authors: [] }],
  ['a title of nine with a subtitle', { title: '上海的早晨与黄昏', subtitle: '一座城市的私人记忆' }],
  [
    'a long title with all that a cover may say',
    {
      title: long,
      subtitle: '以冀中平原三个村庄的口述史为中心',
      authors: three,
      publisher: '某某大学出版社',
      date: '2024-05',
    },
  ],
  ['a title four times as long', { title: long.repeat(4), subtitle: long, authors: three }],
  ['a traditional title', { title: '紅樓夢', language: 'zh-Hant', authors: three }],
  ['a Japanese title', { title: '吾輩は猫である', subtitle: '上巻', language: 'ja' }],
  ['a title in two scripts', { title: 'ChatGPT与中文写作' }],
  [
    'an English title',
    {
      title: 'A Voyage to the Distant Shores of the Yellow Sea',
      subtitle: 'Being a True Account of Three Winters',
      language: 'en',
      authors: [{ name: 'Margaret Atherton', role: 'aut' }],
      publisher: 'Harbour Press',
    },
  ],
  ['one very long word', { title: 'Donaudampfschifffahrtsgesellschaftskapitän', language: 'de' }],
];

interface Box {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

let session: BrowserSession;
beforeAll(async () => {
  session = await openTestSession();
});
afterAll(() => session.end());

/** Where the letters of each line of text of a cover stand, in px of 1600 × 2560. */
async function boxesOf(meta: Partial<BookMeta>, theme: Theme): Promise<readonly Box[]> {
  const html = coverHtml(bookOf([{ id: 'c1', html: '<h1 id="c1-t">一</h1>' }], meta), theme);
  const text = html.replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, '');
  const { css, files } = fontCss([await songOf(text)]);
  const markup = `<!doctype html><meta charset="utf-8"><style>${css} body { margin: 0 }</style>${html}`;
  const all = new Map(files);
  all.set('cover.html', { bytes: new TextEncoder().encode(markup), mediaType: 'text/html; charset=utf-8' });
  const { page } = await openOfflinePage(await session.browser(), all);
  try {
    await page.setViewport({ width: 1600, height: 2560 });
    await page.goto(`${origin}/cover.html`);
    await loadFonts(page);
    return await page.evaluate(() =>
      [...document.querySelectorAll('.cover p')].map((paragraph) => {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const { left, top, right, bottom } = range.getBoundingClientRect();
        return { text: paragraph.textContent ?? '', left, top, right, bottom };
      }),
    );
  } finally {
    await page.close();
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
}

describe.each(['shu', 'bao', 'plain'])('a cover drawn in the theme %s', (name) => {
  it.each(books)('has %s whole within its frame, and nothing on top of anything else', async (_, meta) => {
    const { value: theme } = await loadTheme(name, packageRoot, [meta.language ?? 'zh-Hans']);
    if (!theme) throw new Error('no theme');
    const boxes = await boxesOf(meta, theme);
    // The inner line of the frame stands 113 px from the edge.
    const outside = boxes.filter(
      (box) => box.left < 118 || box.top < 118 || box.right > 1482 || box.bottom > 2442,
    );
    expect(outside).toEqual([]);
    expect(boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a, b)))).toEqual([]);
    const said = boxes.map(({ text }) => text).join('');
    for (const text of [meta.title, meta.subtitle, ...(meta.authors ?? []).map((author) => author.name)])
      expect(said).toContain(text ?? '');
  });
});
