import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPdf } from '../../scripts/check/pdf-file.js';
import { type TypesetReport, typesetReport } from '../../scripts/check/typeset/typeset-report.js';
import { build } from '../../scripts/pipeline/build.js';
import { banxin } from '../commands/run-banxin.js';
import { makeBook } from '../pipeline/make-book.js';

const sentence = '春江潮水连海平海上明月共潮生滟滟随波千万里何处春江无月明江流宛转绕芳甸月照花林皆似霰';
/** A paragraph of so many characters without a mark; it begins with its own number. */
const plain = (length: number, number = 0): string =>
  [...`第${'一二三四五六七八九十'[number % 10]}${sentence.repeat(9)}`].slice(0, length).join('');
const paragraphs = (count: number, length: (index: number) => number): string =>
  Array.from({ length: count }, (_, index) => plain(length(index), index)).join('\n\n');
/** Thirty lines and more: a page and a bit. */
const filling = paragraphs(12, (index) => 60 + index);

/** Each chapter is in a container of its name, to which the style sheet gives one fault. */
const chapters: Readonly<Record<string, string>> = {
  sound: `${filling}\n\n> ${plain(70)}\n\n## 小节\n\n${filling}`,
  ragged: `${paragraphs(3, () => 90)}\n\n${'一句话，Antidisestablishmentarianism，'.repeat(6)}\n\n${filling}`,
  single: paragraphs(4, () => 25 + 27 + 1),
  marks: Array.from(
    { length: 6 },
    (_, index) => `${plain(24 + (index % 3))}，《${plain(20)}》。${plain(20)}`,
  ).join('\n\n'),
  shifted: `${filling}\n\n## 小节\n\n${filling}`,
  loose: Array.from(
    { length: 4 },
    () => `${plain(20)}<span class="whole">${plain(12)}</span>${plain(30)}`,
  ).join('\n\n'),
  tight: paragraphs(4, () => 90),
  lone: Array.from({ length: 12 }, (_, index) => `${plain(52, index)}\n\n::: tail\n${plain(12)}\n:::`).join(
    '\n\n',
  ),
  foot: `${Array.from({ length: 14 }, () => '一行。').join('\n\n')}\n\n## 落在页末的标题\n\n${filling}`,
  hyphens: `<span lang="en">${'un&shy;be&shy;liev&shy;a&shy;bly '.repeat(40)}</span>`,
  hole: `${paragraphs(3, () => 90)}\n\n${plain(380)}\n\n${filling}`,
};

const faults = `
.ragged p:nth-of-type(4) { text-align: left; }
.single p { text-wrap: wrap; }
.marks p { line-break: anywhere; text-spacing-trim: space-all; }
.shifted h2 { margin-top: 5pt; }
.whole { white-space: nowrap; }
.tight p { letter-spacing: -0.06em; }
.tail p { text-indent: 0; }
.foot h2 { break-after: auto; }
.hyphens p { margin-right: 10em; }
.hole p { break-inside: avoid; }
`;

let file = '';
let report: TypesetReport;
/** Names of the chapters by sheet. */
const chapterOf = new Map<number, string>();

beforeAll(async () => {
  const names = Object.keys(chapters);
  const files = names.map((name, index) => {
    const text = `# 第${index}章\n\n:::: ${name}\n${chapters[name]}\n::::\n`;
    return [`chapters/${String(index).padStart(2, '0')}-${name}.md`, text];
  });
  const print = await readFile(new URL('../../styles/themes/shu/print.css', import.meta.url), 'utf8');
  const book = await makeBook({
    'book.yaml': 'id: measured\ntitle: 量过的书\nlanguage: zh-Hans\ntheme: shu\ntrim: b32-140x210\n',
    'styles/themes/shu/print.css': `${print}${faults}`,
    ...Object.fromEntries(files),
  });
  const out = await mkdtemp(join(tmpdir(), 'banxin-out-'));
  const outcome = await build({ book, out, formats: ['pdf'] });
  expect(outcome.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  file = join(out, 'measured.pdf');
  const pdf = await openPdf(await readFile(file));
  const measured = pdf && (await typesetReport(pdf));
  if (!measured) throw new Error('the book cannot be measured');
  report = measured;
  const proof = JSON.parse(await readFile(join(out, 'proof.json'), 'utf8')) as {
    chapters: { page: string }[];
    figures: { pages: number };
  };
  const labels = (await pdf.readLabels()) ?? [];
  for (let sheet = labels.indexOf('1') + 1, name = ''; sheet <= report.pages; sheet++) {
    const index = proof.chapters.findIndex(({ page }) => page === labels[sheet - 1]);
    name = names[index] ?? name;
    chapterOf.set(sheet, name);
  }
});

/** What is found in a chapter: the kinds of fault, each once. */
function foundIn(chapter: string): readonly string[] {
  const kinds = report.faults.filter(({ sheet }) => chapterOf.get(sheet) === chapter).map(({ kind }) => kind);
  return [...new Set(kinds)].sort();
}

describe('the report on a finished PDF', () => {
  it('finds measure, lines and indent from the pages alone', () => {
    const { size, line, indent, first, last, recto, justified } = report.design;
    expect([size, Math.round(line), Math.round(indent), justified]).toEqual([10.5, 18, 21, true]);
    expect((recto.right - recto.left) / size).toBeCloseTo(27, 1);
    expect(Math.round((last - first) / line) + 1).toBe(26);
  });

  it('has nothing to say of a chapter that is well set', () => {
    expect(foundIn('sound')).toEqual([]);
  });

  it.each([
    ['ragged', 'ragged'],
    ['single', 'single-character'],
    ['marks', 'forbidden-mark'],
    ['shifted', 'off-grid'],
    ['shifted', 'not-level'],
    ['loose', 'loose'],
    ['tight', 'tight'],
    ['lone', 'lone-line'],
    ['foot', 'heading-at-foot'],
    ['hyphens', 'hyphens'],
    ['hole', 'short-page'],
  ])('in the chapter `%s` finds %s', (chapter, kind) => {
    expect(foundIn(chapter)).toContain(kind);
  });
});

describe('`banxin typeset`', () => {
  it('shows the pages with the most faults first, each with its lines', async () => {
    const { code, stdout } = await banxin(['typeset', file]);
    expect(code).toBe(0);
    const counts = [...stdout.matchAll(/^page \S+ \(sheet \d+\): (\d+)$/gm)].map(([, count]) =>
      Number(count),
    );
    expect(counts.length).toBeGreaterThan(5);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(stdout).toContain('heading-at-foot              落在页末的标题');
  });

  it('fails in CI where a count goes beyond its limit, a number or a share, and names it', async () => {
    const failed = await banxin(['typeset', file, '--limit', 'heading-at-foot=0,loose=1/2,hyphens=100%']);
    expect([failed.code, failed.stderr]).toEqual([3, expect.stringContaining('heading-at-foot: 1 of')]);
    expect(failed.stderr).not.toMatch(/loose:|hyphens:/);
    expect((await banxin(['typeset', file, '--limit', 'heading-at-foot=1'])).code).toBe(0);
  });

  it('gives the whole report as one object', async () => {
    const { stdout } = await banxin(['typeset', file, '--json']);
    const told = JSON.parse(stdout) as TypesetReport;
    expect(told.counts).toEqual(report.counts);
    expect(told.faults).toEqual(report.faults);
  });

  it('takes an unknown fault for wrong usage', async () => {
    const { code, stderr } = await banxin(['typeset', file, '--limit', 'lose=0']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('the nearest known fault is `loose`')]);
  });
});
