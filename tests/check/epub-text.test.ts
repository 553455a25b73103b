import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkEpubContainer } from '../../scripts/check/epub-container.js';
import { checkEpubText } from '../../scripts/check/epub-text.js';
import { makeEpub } from '../../scripts/ebook/make-epub.js';
import { bookOf, inputOf } from '../ebook/sample-books.js';

const book = bookOf([
  {
    id: 'c1',
    html: '<h1 id="c1-a">第一章</h1>\n<p>这一段话在第二行，说的是头一件事情。</p>\n<p>Some English words here.</p>',
  },
  { id: 'c2', html: '<h1 id="c2-a">第二章</h1>\n<p>最后一段，完。</p>' },
]);
const first = 'OEBPS/text/c001.xhtml';
let epub: Uint8Array;

beforeAll(async () => {
  epub = (await makeEpub(inputOf(book))).value?.bytes ?? new Uint8Array();
});

/** The EPUB with one file rewritten, packed again as carefully as it was. */
async function rewrite(file: string, change: (text: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(epub);
  zip.file(file, change((await zip.file(file)?.async('string')) ?? ''), { createFolders: false });
  zip.file('mimetype', 'application/epub+zip', { compression: 'STORE' });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

async function told(file: string, change: (text: string) => string) {
  const { status, diagnostics } = await checkEpubText({ epub: await rewrite(file, change), book });
  expect(status).toBe('failed');
  return diagnostics.map(({ code, values, place }) => [
    code,
    values.text ?? values.before,
    place?.file,
    place?.line,
  ]);
}

describe('the text of an EPUB', () => {
  it('is the manuscript’s where nothing was touched', async () => {
    expect(await checkEpubText({ epub, book })).toMatchObject({
      status: 'passed',
      figures: { manuscriptCharacters: 52, epubCharacters: 52 },
    });
  });

  it('that lost a character is told with chapter file and line', async () => {
    expect(await told(first, (text) => text.replace('头一件', '头件'))).toEqual([
      ['epub-text-lost', '一', 'chapters/c1.md', 2],
    ]);
  });

  it('that says more than the manuscript is told', async () => {
    expect(await told('OEBPS/text/c002.xhtml', (text) => text.replace('完。', '未完。'))).toEqual([
      ['epub-text-added', '未', 'chapters/c2.md', 2],
    ]);
  });

  it('with a changed character is told', async () => {
    expect(await told(first, (text) => text.replace('事情', '亊情'))).toEqual([
      ['epub-text-changed', '事', 'chapters/c1.md', 2],
    ]);
  });

  it('with a paragraph at another place is told as moved', async () => {
    const paragraph = '<p>这一段话在第二行，说的是头一件事情。</p>';
    const moved = await told(first, (text) =>
      text.replace(paragraph, '').replace('</section>', `${paragraph}</section>`),
    );
    expect(moved).toEqual([['epub-text-moved', expect.stringContaining('话在第二行'), 'chapters/c1.md', 2]]);
  });

  it('with words run together or a space inside a word is told', async () => {
    expect(await told(first, (text) => text.replace('English words', 'Englishwords'))).toEqual([
      ['epub-space-lost', 'eEnglish', 'chapters/c1.md', 3],
    ]);
    expect(await told(first, (text) => text.replace('一件', '一 件'))).toEqual([
      ['epub-space-added', '，说的是头一', 'chapters/c1.md', 2].map((v) =>
        v === '，说的是头一' ? expect.stringContaining('头一') : v,
      ),
    ]);
  });

  it('is told lost whole where a chapter is missing in the spine', async () => {
    const lost = await told('OEBPS/content.opf', (opf) =>
      opf.replace('<itemref idref="text-c002.xhtml"/>', ''),
    );
    expect(lost).toEqual([['epub-text-lost', '第二章最后一段，完。', 'chapters/c2.md', 1]]);
  });

  it('cannot be read from bytes that are no EPUB', async () => {
    const { status, diagnostics } = await checkEpubText({ epub: new Uint8Array(100), book });
    expect([status, diagnostics.map(({ code }) => code)]).toEqual(['failed', ['epub-package-missing']]);
  });
});

describe('the container of an EPUB', () => {
  const codes = async (bytes: Uint8Array) =>
    (await checkEpubContainer({ epub: bytes })).diagnostics.map(({ code, values }) =>
      [code, values.name].filter(Boolean).join(' '),
    );

  it('is sound as it was made', async () => {
    expect(await codes(epub)).toEqual([]);
  });

  it('has a fault when mimetype is compressed, not first, or has another type', async () => {
    const zip = await JSZip.loadAsync(epub);
    const packed = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(await codes(packed)).toEqual(['epub-mimetype-wrong']);
    expect(await codes(await rewrite('mimetype', () => ''))).toEqual([]);
    const late = new JSZip();
    for (const name of ['META-INF/container.xml', 'mimetype', ...Object.keys(zip.files)]) {
      late.file(name, await (zip.file(name)?.async('uint8array') ?? ''), { createFolders: false });
    }
    expect(await codes(await late.generateAsync({ type: 'uint8array' }))).toEqual(['epub-mimetype-wrong']);
  });

  it('has a fault when a file is not in the manifest, or only there', async () => {
    expect(await codes(await rewrite('OEBPS/stray.txt', () => 'x'))).toEqual([
      'epub-entry-unlisted OEBPS/stray.txt',
    ]);
    const opf = await rewrite('OEBPS/content.opf', (text) =>
      text.replace('href="style.css"', 'href="gone.css"'),
    );
    expect(await codes(opf)).toEqual([
      'epub-entry-unlisted OEBPS/style.css',
      'epub-entry-absent OEBPS/gone.css',
    ]);
  });

  it('has a fault when a path leads out of it', async () => {
    const bytes = Buffer.from(await rewrite('OEBPS/xxx/stray.txt', () => 'x'));
    const evil = Buffer.from(
      bytes.toString('latin1').replaceAll('OEBPS/xxx/stray.txt', 'OEBPS/../../etc.txt'),
      'latin1',
    );
    expect(await codes(evil)).toContain('epub-path-unsafe OEBPS/../../etc.txt');
  });

  it('has a fault when a byte of a file is damaged or the file is cut', async () => {
    const at = Buffer.from(epub).indexOf('OEBPS/text/c001.xhtml') + 'OEBPS/text/c001.xhtml'.length + 40;
    const damaged = Buffer.from(epub);
    damaged.writeUInt8(damaged.readUInt8(at) ^ 0xff, at);
    expect(await codes(damaged)).toEqual(['epub-entry-damaged OEBPS/text/c001.xhtml']);
    expect(await codes(epub.subarray(0, 2000))).toEqual(['epub-not-a-zip']);
  });
});
