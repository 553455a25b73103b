import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextLine } from '../../scripts/check/typeset/text-line.js';
import type { BrowserSession } from '../../scripts/print/browser-session.js';
import { layOutBook } from '../../scripts/print/layout-book.js';
import { pageGeometryCss } from '../../scripts/print/page-geometry.js';
import { chapterPart, type PrintInput } from '../../scripts/print/paginate.js';
import { openTestSession } from './browser-for-tests.js';
import { layOutInOnePiece } from './one-piece.js';
import { constructsBook, randomBook, tiedBook } from './one-piece-books.js';
import { inputOf, joinedBook } from './one-piece-desk.js';
import { tabSetup } from './one-piece-parts.js';
import { printedLabels, printedLines, printedLinks } from './printed-pages.js';

let session: BrowserSession;
beforeAll(async () => {
  session = await openTestSession(2);
});
afterAll(() => session?.end());

const restartOnPages = 'notes: { place: foot, restart: page }\n';
const books: readonly (readonly [string, () => Promise<PrintInput>])[] = [
  ['the book of every construct', async () => inputOf(await constructsBook())],
  [
    'chapters that open on rectos, notes numbered by pages',
    async () => inputOf(await tiedBook('rectos', 4, restartOnPages), { openOn: 'recto' }),
  ],
  [
    'chapters that follow on, notes numbered by chapters',
    async () =>
      inputOf(await tiedBook('next', 2, 'notes: { place: foot, restart: chapter, marks: figures }\n')),
  ],
  ['random chapters', async () => inputOf(await randomBook('one', restartOnPages, [2, 3, 4, 5, 6]))],
  ['other random chapters', async () => inputOf(await randomBook('two', 'trim: a5\n', [75, 9, 10, 11]))],
];

describe.each(books)('a book laid out apart and joined: %s', (_name, make) => {
  let joined: Awaited<ReturnType<typeof joinedBook>>;
  let whole: Awaited<ReturnType<typeof layOutInOnePiece>>;
  beforeAll(async () => {
    const input = await make();
    joined = await joinedBook(session, input);
    whole = await layOutInOnePiece(session, input);
  });

  it('has the pages, sides, blanks and numbers of the book in one piece', async () => {
    const pages = joined.paginated.pages.map(({ part, side, content, label }) => {
      const isBlank = !content || content.classes.includes('pagedjs_blank_page');
      return { part, side, isBlank, label };
    });
    expect(pages).toEqual(whole.pages.map(({ anchors, ...page }) => page));
    expect(await printedLabels(joined.pdf)).toEqual(whole.pages.map(({ label }) => label));
  });

  it('has page for page its text and its line ends, heads, folios and notes included', async () => {
    const [own, other] = [await printedLines(joined.pdf), await printedLines(whole.pdf)];
    expect(textsOf(own)).toEqual(textsOf(other));
    expect(
      own.flatMap((lines, page) => lines.filter((line, at) => isApart(line, other[page]?.[at]))),
    ).toEqual([]);
  });

  it('has its links, which lead to the same places', async () => {
    const links = await printedLinks(joined.pdf);
    expect(links).toEqual(await printedLinks(whole.pdf));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => link.includes('nowhere'))).toEqual([]);
  });
});

describe('chapters laid out in several tabs', () => {
  it('are the same bytes in one tab and in three, in whatever order they are done', async () => {
    const input = await inputOf(await tiedBook('tabs', 3, restartOnPages));
    const { chapters } = input.book;
    const sources = chapters.map((chapter, index) => chapterPart(chapter, chapters[index - 1], input));
    const css = `${pageGeometryCss(input.trim, input.theme.body)}\n${input.theme.css.print}`;
    const setup = await tabSetup(input);
    const orders: string[][] = [];
    const laidOut = async (desk: BrowserSession): Promise<string> => {
      const order: string[] = [];
      orders.push(order);
      const { value } = await layOutBook(desk, setup, css, sources, {
        onPart: ({ part: { id } }) => order.push(id),
      });
      return JSON.stringify(value);
    };
    const [one, three, late] = [
      await laidOut(withTabs(1)),
      await laidOut(withTabs(3)),
      await laidOut(withTabs(3, 1500)),
    ];
    expect(three).toBe(one);
    expect(late).toBe(one);
    expect(orders[0]).toEqual(sources.map(({ id }) => id));
    expect(orders[2]?.[0]).not.toBe(sources[0]?.id);
  });
});

/** The session with so many tabs; the first part waits for its browser (ms) while others are done. */
function withTabs(tabs: number, wait = 0): BrowserSession {
  let calls = 0;
  return {
    generation: session.generation,
    tabs,
    signal: undefined,
    version: session.version,
    browser: async () => {
      if (calls++ === 0) await new Promise((resolve) => setTimeout(resolve, wait));
      return session.browser();
    },
    restart: (generation) => session.restart(generation),
    end: () => session.end(),
  };
}

function textsOf(pages: readonly (readonly TextLine[])[]): string[][] {
  return pages.map((lines) => lines.map(({ text }) => text));
}

/**
 * Whether two lines stand apart or are set otherwise. Chromium puts baselines on whole px (0.75 pt), and the pages of
 * the two documents do not begin on the same part of one.
 */
function isApart(line: TextLine, other: TextLine | undefined): boolean {
  if (!other) return true;
  const far = (a: number, b: number, most: number): boolean => Math.abs(a - b) > most;
  const isFar =
    far(line.left, other.left, 0.2) || far(line.right, other.right, 0.2) || far(line.y, other.y, 0.8);
  return isFar || line.chineseFont !== other.chineseFont || line.latinFont !== other.latinFont;
}
