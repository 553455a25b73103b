import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { checkEpubContainer } from '../../scripts/check/epub-container.js';
import { manuscriptPlaces } from '../../scripts/check/epub-place.js';
import { checkEpubText } from '../../scripts/check/epub-text.js';
import { checkEpubLight } from '../../scripts/check/epubcheck-light.js';
import { makeEpub } from '../../scripts/ebook/make-epub.js';
import { bookOf, inputOf } from './sample-books.js';

const call = (number: number): string =>
  `<sup class="noteref"><a id="c1-call-${number}" href="#c1-note-${number}" role="doc-noteref">${number}</a></sup>`;
const note = (number: number): string =>
  `<li id="c1-note-${number}" class="note"><p>注${number}，${'说'.repeat(60)}</p></li>`;

/** Some 900 KB: 600 paragraphs, a section after every 50th, a note in every tenth. */
const paragraphs = Array.from({ length: 600 }, (_, index) => {
  const heading = index % 50 === 0 ? `<h2 id="c1-s${index / 50}">第${index / 50}节</h2>` : '';
  const text = `第${index}段${'长'.repeat(450)}`;
  return `${heading}<p>${text}${index % 10 === 0 ? call(index) : ''}</p>`;
});
const notes = `<section class="notes" data-footnotes role="doc-endnotes"><ol>${Array.from({ length: 60 }, (_, index) => note(index * 10)).join('')}</ol></section>`;
const book = bookOf([
  {
    id: 'c1',
    html: `<h1 id="c1-t">长章</h1><p><a href="#c1-s11">末节</a></p>${paragraphs.join('\n')}${notes}`,
  },
  {
    id: 'c2',
    html: '<h1 id="c2-t">后一章</h1><p>见<a href="#c1-s11">第十一节</a>与<a href="#c1">长章</a>。</p>',
  },
]);

describe('a chapter too long for one file', () => {
  const made = async () => {
    const pages = [400, 450_00, 200_000].map((at, index) => ({
      label: String(index + 1),
      part: 'c1',
      start: { at, text: '' },
    }));
    const { value, diagnostics } = await makeEpub({ ...inputOf(book), pagination: { noteMarks: {}, pages } });
    expect(diagnostics).toEqual([]);
    const { files } = await JSZip.loadAsync(value?.bytes ?? new Uint8Array());
    const texts = Object.keys(files)
      .filter((name) => name.endsWith('html'))
      .map(async (name) => [name, (await files[name]?.async('string')) ?? ''] as const);
    return { bytes: value?.bytes ?? new Uint8Array(), texts: Object.fromEntries(await Promise.all(texts)) };
  };

  it('is cut before sections into files under 250 KB, and nothing of it is lost', async () => {
    const { bytes, texts } = await made();
    const parts = Object.entries(texts).filter(([name]) => name.startsWith('OEBPS/text/c001'));
    expect(parts.map(([name]) => name)).toEqual([
      'OEBPS/text/c001.xhtml',
      'OEBPS/text/c001-2.xhtml',
      'OEBPS/text/c001-3.xhtml',
      'OEBPS/text/c001-4.xhtml',
    ]);
    for (const [, text] of parts) expect(Buffer.byteLength(text)).toBeLessThan(250_000);
    for (const [, text] of parts.slice(1)) expect(text).toMatch(/<section [^>]*>\s*<h2/);
    for (const check of [checkEpubContainer, checkEpubLight, checkEpubText]) {
      const { status, diagnostics } = await check({ epub: bytes, book });
      expect({ status, diagnostics }).toEqual({ status: 'passed', diagnostics: [] });
    }
  });

  it('is still known by its lines: what a checker finds in a further file is led back to the manuscript', async () => {
    const { bytes, texts } = await made();
    const source = texts['OEBPS/text/c001-3.xhtml'] ?? '';
    const wanted = /第(\d+)段/.exec(source);
    const line = source.slice(0, wanted?.index).split('\n').length;
    const column = (wanted?.index ?? 0) - source.lastIndexOf('\n', wanted?.index) + 1;
    const place = manuscriptPlaces(bytes, book)({ path: 'OEBPS/text/c001-3.xhtml', line, column });
    // The chapter's first line holds its title and the first paragraph; each paragraph has a line.
    expect(place).toEqual({ file: 'chapters/c1.md', line: Number(wanted?.[1]) + 1 });
  });

  it('keeps its links, from within and from other chapters, its contents and its printed pages', async () => {
    const { texts } = await made();
    expect(texts['OEBPS/text/c001.xhtml']).toContain('<a href="c001-4.xhtml#c1-s11">末节</a>');
    expect(texts['OEBPS/text/c002.xhtml']).toContain('<a href="c001-4.xhtml#c1-s11">第十一节</a>');
    expect(texts['OEBPS/text/c002.xhtml']).toContain('<a href="c001.xhtml">长章</a>');
    const addresses = Object.entries(texts).flatMap(([name, text]) =>
      [...text.matchAll(/href="([^":]*)#([^"]+)"/g)].map(([, file = '', id = '']) => {
        const folder = name.slice(0, name.lastIndexOf('/') + 1);
        return [file === '' ? name : folder + file, id];
      }),
    );
    expect(addresses.length).toBeGreaterThan(140);
    for (const [file = '', id] of addresses) expect(texts[file], `${file}#${id}`).toContain(` id="${id}"`);
  });
});
