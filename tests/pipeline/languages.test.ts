import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Face, Font, Blob as FontBlob } from 'harfbuzzjs';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPdf } from '../../scripts/check/pdf-file.js';
import type { PlacedGlyph } from '../../scripts/check/pdf-glyphs.js';
import { readLines } from '../../scripts/check/typeset/read-lines.js';
import type { Format } from '../../scripts/model/build-types.js';
import { build } from '../../scripts/pipeline/build.js';
import { makeBook } from './make-book.js';

type Files = Readonly<Record<string, string>>;

/** A book in one medium or both, all checks clean; gives the folder of the outputs. */
async function built(files: Files, formats: readonly Format[]): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'banxin-out-'));
  const { value, diagnostics } = await build({ book: await makeBook(files), out, formats });
  expect([...diagnostics, ...(value?.checks.flatMap((check) => check.diagnostics) ?? [])]).toEqual([]);
  return out;
}

async function glyphsOf(folder: string): Promise<readonly PlacedGlyph[]> {
  const pdf = await openPdf(await readFile(join(folder, 'book.pdf')));
  const pages: PlacedGlyph[][] = [];
  for (let sheet = 1; sheet <= (pdf?.pages ?? 0); sheet++)
    pages.push([...((await pdf?.readGlyphs(sheet)) ?? [])]);
  return pages.flat();
}

async function epubOf(folder: string): Promise<JSZip> {
  return JSZip.loadAsync(await readFile(join(folder, 'book.epub')));
}

/** The faces of an EPUB by the names of their files. */
function facesOf(epub: JSZip): readonly string[] {
  const fonts = Object.keys(epub.files).filter((name) => name.endsWith('.ttf'));
  return fonts.map((name) => name.replace(/^.*banxin-|\.ttf$/g, '')).sort();
}

const settings = (language: string, theme = 'shu') =>
  `id: book\ntitle: 書\nlanguage: ${language}\ntheme: ${theme}\ndate: 2024-05-17\n`;

/** Where the ink of a character lies in its square, in em from its lower left corner: the middle. */
async function middle(epub: JSZip, file: string, character: string): Promise<readonly [number, number]> {
  const bytes = await epub.file(`OEBPS/fonts/banxin-${file}.ttf`)?.async('uint8array');
  if (!bytes) throw new Error(`${file} is not in the book`);
  const face = new Face(new FontBlob(bytes));
  const font = new Font(face);
  const extents = font.glyphExtents(font.nominalGlyph(character.codePointAt(0) ?? 0) ?? 0);
  if (!extents) throw new Error(`${file} has no ${character}`);
  const { xBearing, yBearing, width, height } = extents;
  return [(xBearing + width / 2) / face.upem, (yBearing + height / 2) / face.upem];
}

const traditional = `# 雨夜

那一夜，雨下得很大；街上沒有人。他說：「你來了嗎？」**真的。**

> 「吾生也有涯，而知也無涯。」莊子如是說。

| 項目 |
|---|
| 蘋果，紅的。 |
`;

describe('a book in Traditional Chinese', () => {
  let glyphs: readonly PlacedGlyph[] = [];
  let epub: JSZip;
  beforeAll(async () => {
    const out = await built({ 'book.yaml': settings('zh-TW'), 'chapters/1.md': traditional }, [
      'pdf',
      'epub',
    ]);
    glyphs = await glyphsOf(out);
    epub = await epubOf(out);
  });

  it('is set in the faces of its script, and has none of Simplified Chinese in it', () => {
    const faces = new Set(glyphs.map(({ font }) => font));
    expect([...faces].filter((face) => face.includes('SC-'))).toEqual([]);
    expect([...faces]).toEqual(expect.arrayContaining(['NotoSerifTC-Regular', 'NotoSerifTC-Bold']));
    const own = ['hei-tc-700', 'kai-400', 'kai-tc-400', 'song-tc-400', 'song-tc-700', 'song-tc-900'];
    expect(facesOf(epub)).toEqual(own);
  });

  it('has its commas and full stops in the middle of their squares, in the text and in quotations', async () => {
    for (const file of ['song-tc-400', 'kai-tc-400']) {
      for (const mark of '，。') {
        const [x, y] = await middle(epub, file, mark);
        expect(Math.abs(x - 0.5), `${file} ${mark}`).toBeLessThan(0.05);
        expect(Math.abs(y - 0.38), `${file} ${mark}`).toBeLessThan(0.05);
      }
    }
  });

  it('gives a mark in the middle of a line its whole square, and squeezes a bracket beside another mark', () => {
    const from = (text: string) => {
      const [first, ...others] = glyphs.slice(glyphs.findIndex((glyph) => glyph.text === text));
      return others.slice(0, 2).map(({ x, text: own }) => [own, (x - (first?.x ?? 0)) / (first?.size ?? 1)]);
    };
    const [rain] = from('，');
    expect(rain?.[0]).toBe('雨');
    expect(Number(rain?.[1])).toBeGreaterThan(0.97);
    const [bracket, you] = from('：');
    expect([bracket?.[0], you?.[0]]).toEqual(['「', '你']);
    expect(Number(you?.[1])).toBeLessThan(1.7);
  });
});

describe('languages', () => {
  it('Simplified Chinese has its own faces, and marks at the foot of their squares', async () => {
    const chapter = '# 雨夜\n\n那一夜，雨下得很大。\n';
    const out = await built({ 'book.yaml': settings('zh-Hans'), 'chapters/1.md': chapter }, ['epub']);
    const epub = await epubOf(out);
    expect(facesOf(epub)).toEqual(['song-400', 'song-700', 'song-900']);
    expect((await middle(epub, 'song-400', '。'))[0]).toBeLessThan(0.3);
  });

  it.each(['bao', 'plain'])('theme %s takes the faces of the language too', async (theme) => {
    const song = 'NotoSerifTC-Regular';
    const chapter = `${traditional}\n<ruby>嗎<rt>ㄇㄚ˙</rt></ruby>\n`;
    const files = { 'book.yaml': settings('zh-Hant', theme), 'chapters/1.md': chapter };
    const glyphs = await glyphsOf(await built(files, ['pdf']));
    expect(glyphs.filter(({ font }) => font.includes('SC-'))).toEqual([]);
    expect(glyphs.some(({ font }) => font === song)).toBe(true);
    const tone = glyphs.find(({ text }) => text === '˙');
    expect([tone?.font, glyphs.find(({ text }) => text === 'ㄇ')?.font]).toEqual([song, song]);
  });

  it('a passage in another language takes that language’s faces, in the voice that surrounds it', async () => {
    const out = await built(
      {
        'book.yaml': settings('zh-Hans'),
        'chapters/1.md':
          '# 章\n\n这是骨字。<span lang="ja">ここは**海**辺だ</span>。\n\n> 引文里有<span lang="zh-Hant">臺灣，</span>也有大陆。\n',
        'chapters/2.md': '---\nlang: zh-Hant\n---\n# 臺北\n\n街上沒有人。\n',
      },
      ['pdf', 'epub'],
    );
    const glyphs = await glyphsOf(out);
    const faceOf = (text: string) => glyphs.findLast((glyph) => glyph.text === text)?.font;
    expect(faceOf('骨')).toBe('NotoSerifSC-Regular');
    expect(faceOf('辺')).toBe('NotoSerifJP-Regular');
    expect(faceOf('海')).toBe('NotoSerifJP-Bold');
    expect(faceOf('灣')).toMatch(/wenkai/i);
    expect(faceOf('，')).toBe('NotoSerifTC-Regular');
    expect(faceOf('陆')).toMatch(/wenkai/i);
    expect(faceOf('街')).toBe('NotoSerifTC-Regular');
    const style = await (await epubOf(out)).file('OEBPS/style.css')?.async('string');
    expect(style).toMatch(/^blockquote :where\(\[lang\]:lang\(zh-Hant\)\).*"Banxin Kai TC", "Banxin Kai"/m);
    expect(style).not.toContain('var(');
  });

  it('a Japanese book has Japanese faces in text, headings and tables', async () => {
    const chapter = '# 海辺\n\n直と骨、という。\n\n> 引用の文。\n\n| 項目 |\n|---|\n| 海 |\n';
    const out = await built({ 'book.yaml': settings('ja'), 'chapters/1.md': chapter }, ['epub']);
    expect(facesOf(await epubOf(out))).toEqual(['hei-jp-700', 'song-jp-400', 'song-jp-700', 'song-jp-900']);
  });
});

describe('注音', () => {
  const ruby = (base: string, reading: string) => `<ruby>${base}<rt>${reading}</rt></ruby>`;
  const verse = [...'床前明月光'].map((base) => ruby(base, 'ㄇㄧㄥˊ')).join('');
  let glyphs: readonly PlacedGlyph[] = [];
  let epub: JSZip;
  beforeAll(async () => {
    const readings = [
      ['國', 'ㄍㄨㄛˊ'],
      ['們', 'ㄋㄣ˙'],
      ['漢', 'hàn'],
    ].map(([base = '', reading = '']) => ruby(base, reading));
    const chapter = `# 課\n\n他說${readings.join('')}字。${`${verse}，${verse}。「${verse}」`.repeat(12)}\n`;
    const out = await built({ 'book.yaml': settings('zh-Hant'), 'chapters/1.md': chapter }, ['pdf', 'epub']);
    glyphs = await glyphsOf(out);
    epub = await epubOf(out);
  });
  const glyph = (text: string): PlacedGlyph => {
    const found = glyphs.find((one) => one.text === text);
    if (!found) throw new Error(`${text} is not in the PDF`);
    return found;
  };

  it('stands in a column beside its character, the tone at its last letter, a light tone over it', () => {
    const base = glyph('國');
    const column = [...'ㄍㄨㄛ'].map(glyph);
    for (const { x, advance, font } of column) {
      expect(x).toBeCloseTo(base.x + base.size, 0);
      expect(x + advance).toBeLessThan(base.x + 1.5 * base.size);
      expect(font).toBe('NotoSerifTC-Regular');
    }
    const heights = column.map(({ y }) => (base.y - y) / base.size);
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
    expect((heights[0] ?? 0) - (heights[2] ?? 0)).toBeCloseTo(0.6, 1);
    const tone = glyph('ˊ');
    expect(tone.y).toBeCloseTo(glyph('ㄛ').y, 1);
    expect(tone.x).toBeGreaterThan(glyph('ㄛ').x);
    expect(glyph('˙').y).toBeLessThan(glyph('ㄋ').y);
    expect(glyph('h').y).toBeLessThan(glyph('漢').y - 0.8 * base.size);
  });

  it('takes half a character of the line, and makes no line higher', () => {
    const base = glyph('國');
    // A line that is filled has a little between its characters.
    expect(Math.abs((glyph('們').x - base.x) / base.size - 1.5)).toBeLessThan(0.1);
    expect(glyph('們').y).toBe(base.y);
    const lines = [
      ...new Set(
        readLines(
          1,
          glyphs.slice(glyphs.indexOf(base)).filter(({ text }) => /[國們床前明月光]/.test(text)),
        ).map(({ y }) => y),
      ),
    ];
    const distances = lines.slice(1).map((y, index) => y - (lines[index] ?? 0));
    expect(distances.length).toBeGreaterThan(10);
    for (const distance of distances) expect(distance).toBeCloseTo(18, 0);
  });

  it('lets no line begin with a mark or a reading', () => {
    const edge = glyph('國').x - 4 * glyph('國').size;
    const text = glyphs.slice(glyphs.indexOf(glyph('國')));
    const starts = text.filter(({ x, size }) => Math.abs(x - edge) < 0.4 * size && size < 11);
    expect(starts.length).toBeGreaterThan(10);
    expect(starts.filter(({ text }) => !/[床前明月光「\d]/.test(text))).toEqual([]);
  });

  it('is asked of an e-reader for the rubies that have it alone', async () => {
    const page = await epub.file('OEBPS/text/c001.xhtml')?.async('string');
    expect(page).toContain('<ruby class="zhuyin">國<rt>ㄍㄨㄛˊ</rt></ruby>');
    expect(page).toContain('<ruby>漢<rt>hàn</rt></ruby>');
    const style = await epub.file('OEBPS/style.css')?.async('string');
    expect(style).toMatch(/\.zhuyin \{[^}]*ruby-position: inter-character/);
  });
});
