import { beforeAll, describe, expect, it } from 'vitest';
import { checkEpubJava } from '../../scripts/check/epubcheck-java.js';
import { checkEpubLight } from '../../scripts/check/epubcheck-light.js';
import { findJava, type Java } from '../../scripts/check/java.js';
import { makeEpub } from '../../scripts/ebook/make-epub.js';
import type { Book } from '../../scripts/model/book.js';
import { bookOf, fullMeta, inputOf, pagesOf, richBook, richFiles, songOf } from '../ebook/sample-books.js';

const java = await findJava();
const whyNot = java ? '' : ' (skipped: there is no Java here)';

async function epubOf(book: Book): Promise<Uint8Array> {
  const { value } = await makeEpub({
    ...inputOf(book, richFiles),
    fonts: [await songOf('样书')],
    pagination: pagesOf(['1', 'c01']),
  });
  if (!value) throw new Error('no EPUB was made');
  return value.bytes;
}

/** Line 3 has an id twice, which both checkers find, and a list in a span, which only EPUBCheck finds. */
const faulty = bookOf([
  {
    id: 'c1',
    title: '一',
    html: '<p>甲</p>\n<p>乙</p>\n<div><span id="a">丙<ul>丁</ul></span><span id="a"></span></div>\n<p>戊</p>',
  },
]);
let wellMade: Uint8Array;
let broken: Uint8Array;

beforeAll(async () => {
  [wellMade, broken] = await Promise.all([epubOf(richBook(fullMeta)), epubOf(faulty)]);
});

describe('EPUBCheck without Java (epubcheck-ts)', () => {
  it('leads a fault back to chapter file and line', async () => {
    const { status, diagnostics } = await checkEpubLight({ epub: broken, book: faulty });
    expect(status).toBe('failed');
    expect(diagnostics[0]).toMatchObject({
      code: 'epub-checker-error',
      place: { file: 'chapters/c1.md', line: 3 },
      values: { id: 'RSC-005', position: expect.stringContaining('OEBPS/text/c001.xhtml:') },
    });
  });
});

describe('EPUBCheck', () => {
  it('is skipped where there is no Java, and the result says so plainly', async () => {
    const { status, note, diagnostics } = await checkEpubJava({ epub: wellMade }, { java: null });
    expect(status).toBe('skipped');
    expect(note).toEqual(diagnostics[0]);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['epubcheck-skipped', 'info'],
    ]);
  });

  it('is broken, not skipped, where Java does not run the jar', async () => {
    const noJava: Java = { command: process.execPath, version: '0' };
    const { status, diagnostics } = await checkEpubJava({ epub: wellMade }, { java: noJava });
    expect([status, diagnostics.map(({ code }) => code)]).toEqual(['failed', ['epubcheck-broken']]);
  });

  it.skipIf(!java)(
    `finds no error and no warning in a book with all that a chapter can hold${whyNot}`,
    async () => {
      const { status, figures, diagnostics } = await checkEpubJava(
        { epub: wellMade, book: richBook() },
        { java },
      );
      expect({ status, figures, diagnostics }).toEqual({
        status: 'passed',
        figures: { errors: 0, warnings: 0 },
        diagnostics: [],
      });
    },
  );

  it.skipIf(!java)(`leads a fault back to chapter file and line${whyNot}`, async () => {
    const { status, diagnostics } = await checkEpubJava({ epub: broken, book: faulty }, { java });
    expect(status).toBe('failed');
    expect(diagnostics[0]).toMatchObject({
      code: 'epub-checker-error',
      place: { file: 'chapters/c1.md', line: 3 },
    });
  });

  it.skipIf(!java)(`is stopped when it takes too long, or when the build is cancelled${whyNot}`, async () => {
    const late = await checkEpubJava({ epub: wellMade }, { java, timeLimitMs: 50 });
    expect([late.status, late.diagnostics.map(({ code }) => code)]).toEqual([
      'failed',
      ['epubcheck-timeout'],
    ]);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('cancelled')), 50);
    await expect(checkEpubJava({ epub: wellMade }, { java, signal: controller.signal })).rejects.toThrow(
      'cancelled',
    );
  });
});
