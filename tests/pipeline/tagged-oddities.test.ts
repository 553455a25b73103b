import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPdf } from '../../scripts/check/pdf-file.js';
import { checkPdfUa } from '../../scripts/check/pdf-ua.js';
import { exitCodeOf } from '../../scripts/commands/exit-code.js';
import { build } from '../../scripts/pipeline/build.js';
import { partRanges } from '../../scripts/print/mend-unicode-maps.js';
import { readPdfObjects } from '../../scripts/print/pdf-facts.js';
import {
  firstPage,
  type ReadElement,
  type ReadKid,
  type TaggedFacts,
} from '../../scripts/print/tags/read-tagged.js';
import { streamBytes } from '../../scripts/print/tags/unicode-map.js';
import { makeBook } from './make-book.js';

// veraPDF 1.29 found fault with the tags of each of these before.
const chapter = `# 章

| 年 | 事 |
|---|---|
| 一九〇〇 | << |
| ^^ | ^^ |
| 一九〇一 | 甲 |

| 只有 | 表头 |
|---|---|

<table><tr><td rowspan="3">跨</td><td>一</td></tr><tr><td>二</td></tr></table>

<table><tr><td>三</td><td>四</td></tr><tr><td>五</td></tr></table>

<ol><li>一</li><li></li><li>三<ol><li></li></ol></li></ol>

![红的一块](red.svg "题")

末段里有忿怀和图![红的一块](red.svg)。
`;

const red =
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="#f00"/></svg>';

let facts: TaggedFacts;
let file: Uint8Array;

beforeAll(async () => {
  const folder = await makeBook({
    'book.yaml':
      'id: odd\ntitle: 异\nlanguage: zh-Hans\nauthors:\n  - name: 某某\nidentifiers:\n  print: 978-7-02-000220-7\n',
    'chapters/1.md': chapter,
    'chapters/red.svg': red,
  });
  const out = await mkdtemp(join(tmpdir(), 'banxin-odd-'));
  const { value } = await build({ book: folder, out, formats: ['pdf'] });
  expect(value?.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  file = await readFile(join(out, 'odd.pdf'));
  const read = (await readPdfObjects(file))?.tagged();
  if (!read) throw new Error('the PDF cannot be read');
  facts = read;
}, 60_000);

function all(type: string, kids: readonly ReadKid[] = facts.tree): readonly ReadElement[] {
  return kids.flatMap((kid) => {
    if (!('type' in kid)) return [];
    return [...(kid.type === type ? [kid] : []), ...all(type, kid.kids)];
  });
}

function textOf(kid: ReadKid): string {
  if ('type' in kid) return kid.kids.map(textOf).join('');
  return 'mcid' in kid ? (facts.contents[kid.page - 1]?.texts.get(kid.mcid) ?? '') : '';
}

function boxOf({ attributes }: ReadElement): readonly number[] {
  return (attributes.get('BBox') ?? '')
    .split(/[[\] ]+/)
    .filter(Boolean)
    .map(Number);
}

/** Dots to a pt at which a page is looked at. */
const fineness = 4;

/** Where a page is red: the middle of each dot, pt from its lower left corner. */
async function redOn(page: number): Promise<readonly (readonly [number, number])[]> {
  const pdf = await openPdf(file);
  const width = (await pdf?.readPage(page))?.width ?? 0;
  const drawn = await loadImage(Buffer.from((await pdf?.drawPage(page, width * fineness)) ?? []));
  const context = createCanvas(drawn.width, drawn.height).getContext('2d');
  context.drawImage(drawn, 0, 0);
  const { data } = context.getImageData(0, 0, drawn.width, drawn.height);
  return Array.from({ length: drawn.width * drawn.height }, (_, dot) => dot)
    .filter((dot) => (data[4 * dot] ?? 0) > 200 && (data[4 * dot + 1] ?? 0) < 60)
    .map((dot) => {
      const row = Math.floor(dot / drawn.width);
      return [((dot % drawn.width) + 0.5) / fineness, (drawn.height - row - 0.5) / fineness];
    });
}

/** The cells of a table's rows, with the rows and columns that each fills. */
function grid(table: ReadElement | undefined): readonly (readonly string[])[] {
  return all('TR', table?.kids).map(({ kids }) =>
    kids.flatMap((cell) => {
      if (!('type' in cell)) return [];
      const spans = [cell.attributes.get('RowSpan') ?? 1, cell.attributes.get('ColSpan') ?? 1];
      return [`${textOf(cell)} ${spans.join('×')}`];
    }),
  );
}

describe('what a page shows and a tree has to say', () => {
  it('a row that the cells above fill is a row', () => {
    expect(grid(all('Table')[0])).toEqual([
      ['年 1×1', '事 1×1'],
      ['一九〇〇 2×2'],
      [],
      ['一九〇一 1×1', '甲 1×1'],
    ]);
  });

  it('a head without a body is a row', () => {
    expect(all('Table')[1]?.kids.map((kid) => 'type' in kid && kid.type)).toEqual(['TR']);
    expect(grid(all('Table')[1])).toEqual([['只有 1×1', '表头 1×1']]);
  });

  it('no cell reaches below its table, and a short row has empty cells', () => {
    expect(grid(all('Table')[2])).toEqual([['跨 2×1', '一 1×1'], ['二 1×1']]);
    expect(grid(all('Table')[3])).toEqual([
      ['三 1×1', '四 1×1'],
      ['五 1×1', ' 1×1'],
    ]);
  });

  it('a picture stands where its ink is, and the barcode is one', async () => {
    const [barcode, ...pictures] = all('Figure');
    expect([barcode?.alt, boxOf(barcode as ReadElement).length]).toEqual(['ISBN 978-7-02-000220-7', 4]);
    expect(pictures.map(({ alt, attributes }) => [alt, attributes.get('Placement')])).toEqual([
      ['红的一块', '/Block'],
      ['红的一块', undefined],
    ]);
    const page = firstPage(pictures[0] as ReadElement) ?? 0;
    expect(pictures.map(firstPage)).toEqual([page, page]);
    const boxes = pictures.map(boxOf);
    const seen = await redOn(page);
    const counts = boxes.map(
      ([left = 0, bottom = 0, right = 0, top = 0]) =>
        seen.filter(([x, y]) => x > left - 0.3 && x < right + 0.3 && y > bottom - 0.3 && y < top + 0.3)
          .length,
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(seen.length);
    for (const [index, [left = 0, bottom = 0, right = 0, top = 0]] of boxes.entries()) {
      const filled = (counts[index] ?? 0) / fineness ** 2 / ((right - left) * (top - bottom));
      expect(Math.abs(filled - 1), `picture ${index}`).toBeLessThan(0.03);
    }
  });

  it('the mark of an empty item is not that of the next, and nothing is left unmarked', () => {
    expect(all('LI').map(textOf).slice(-2)).toEqual(['1. 一', '3. 三']);
    expect(checkPdfUa(facts, 'odd.pdf').diagnostics).toEqual([]);
  });
});

describe('the Unicode maps of fonts', () => {
  it('have no range whose last byte turns over: 忿 is U+5FFF, 怀 U+6000, and readers differ in what follows', async () => {
    const pdf = await PDFDocument.load(file, { updateMetadata: false });
    const maps = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const map = object instanceof PDFDict ? object.lookup(PDFName.of('ToUnicode')) : undefined;
      const bytes = streamBytes(map);
      return bytes ? [Buffer.from(bytes).toString('latin1')] : [];
    });
    expect(maps.join()).toMatch(/<5FFF>/i);
    expect(maps.map(partRanges)).toEqual(maps);
    const seen = await (await openPdf(file))?.readPage(firstPage(all('Figure')[1] as ReadElement) ?? 0);
    expect(seen?.texts.map(({ text }) => text).join('')).toContain('忿怀');
  });

  it('are parted at the turn, in blocks of a hundred lines at most, and else left as they are', () => {
    const map = (...lines: readonly string[]) =>
      ['/CMapName /X def', `${lines.length} beginbfrange`, ...lines, 'endbfrange', 'end'].join('\n');
    const whole = map('<0001> <0002> <4E00>', '<0003> <0004> [<4E03> <4E09>]');
    expect(partRanges(whole)).toBe(whole);
    expect(partRanges(map('<041E> <0420> <5FFF>'))).toBe(map('<041E> <041E> <5FFF>', '<041F> <0420> <6000>'));
    // A pair of surrogates counts by its second half, and turns over there too.
    expect(partRanges(map('<01> <02> <D840DCFF>'))).toBe(map('<01> <01> <D840DCFF>', '<02> <02> <D840DD00>'));
    const full = Array.from(
      { length: 100 },
      (_, at) =>
        `<${(4096 + 2 * at).toString(16).toUpperCase()}> <${(4097 + 2 * at).toString(16).toUpperCase()}> <4E00>`,
    );
    const parted = partRanges(map(...full.slice(1), '<2000> <2001> <4EFF>'));
    expect(parted.match(/\d+ beginbfrange/g)).toEqual(['100 beginbfrange', '1 beginbfrange']);
  });
});

describe('a file that calls itself PDF/UA-1 and is not', () => {
  it('has content that no element has, as has one that is not marked at all', () => {
    const [first] = facts.tree;
    const tree = first ? [{ ...first, kids: first.kids.slice(1) }] : [];
    const result = checkPdfUa({ ...facts, tree }, 'odd.pdf');
    expect(result.diagnostics.map(({ code }) => code)).toContain('pdf-ua-untagged');
  });

  it('ends the run with 3, though each finding is a warning: the file would say what is not so', () => {
    const result = checkPdfUa({ ...facts, language: undefined }, 'odd.pdf');
    expect(result.diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
    expect(exitCodeOf([], [result])).toBe(3);
    expect(exitCodeOf([], [checkPdfUa(facts, 'odd.pdf')])).toBe(0);
  });
});
