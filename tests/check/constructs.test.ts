import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type OpenPdf, openPdf } from '../../scripts/check/pdf-file.js';
import { readLines } from '../../scripts/check/typeset/read-lines.js';
import type { TextLine } from '../../scripts/check/typeset/text-line.js';
import { type TypesetReport, typesetReport } from '../../scripts/check/typeset/typeset-report.js';
import { build } from '../../scripts/pipeline/build.js';

const fixture = fileURLToPath(new URL('../fixtures/constructs', import.meta.url));
let report: TypesetReport;
let lines: readonly TextLine[];

/** The line that begins with a text. */
function line(text: string): TextLine {
  const found = lines.find((own) => own.text.replaceAll(' ', '').startsWith(text));
  if (!found) throw new Error(`no line begins with ${text}`);
  return found;
}

/** How far a line begins from the left edge of the type area, and ends before the right one, in em. */
function insets(text: string): [left: number, right: number] {
  const { sheet, left, right, size } = line(text);
  const edges = sheet % 2 === 1 ? report.design.recto : report.design.verso;
  // The zero keeps -0 away.
  return [Math.round((left - edges.left) / size) + 0, Math.round((edges.right - right) / size) + 0];
}

/** Lines between two baselines of the same page, in lines of text. */
function distance(upper: string, lower: string): number {
  const [a, b] = [line(upper), line(lower)];
  expect(a.sheet).toBe(b.sheet);
  return Number(((b.y - a.y) / report.design.line).toFixed(2));
}

async function allLines(pdf: OpenPdf): Promise<readonly TextLine[]> {
  const pages = [];
  for (let sheet = 1; sheet <= pdf.pages; sheet++) pages.push(readLines(sheet, await pdf.readGlyphs(sheet)));
  return pages.flat();
}

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-constructs-'));
  await cp(fixture, join(folder, 'book'), { recursive: true });
  const outcome = await build({ book: join(folder, 'book'), out: folder, formats: ['pdf'] });
  expect(outcome.diagnostics).toEqual([]);
  const pdf = await openPdf(await readFile(join(folder, 'constructs.pdf')));
  const measured = pdf && (await typesetReport(pdf));
  if (!measured) throw new Error('the book cannot be measured');
  report = measured;
  lines = await allLines(pdf);
});

describe('a book of every construct, in print', () => {
  it.each([
    'ragged',
    'single-character',
    'forbidden-mark',
    'off-grid',
    'not-level',
    'lone-line',
    'heading-at-foot',
    'short-page',
  ])('has no fault of the kind %s', (kind) => {
    expect(report.faults.filter((fault) => fault.kind === kind)).toEqual([]);
  });

  it('keeps lines with ruby, and lines after tables and lists, at the distance of lines', () => {
    expect(distance('小学课本里的字要注音', '僻的字只注一个')).toBe(1);
    expect(distance('还有一张小表', '表下面写着一行小字')).toBe(7);
  });

  it('sets a letter: salutation and wish at the edge, sign-off and date two characters from the right', () => {
    expect(insets('老友台鉴')[0]).toBe(0);
    expect(insets('见字如面')[0]).toBe(2);
    expect(insets('此致')[0]).toBe(2);
    expect(insets('敬礼')[0]).toBe(0);
    expect(insets('弟')[1]).toBe(2);
    expect(insets('一九五八年十月三日')[1]).toBe(2);
  });

  it('hangs what turns over in verse, and puts its stanzas in the middle by their longest line', () => {
    expect(insets('我在灯下排着一行')[0]).toBe(0);
    expect(insets('好转行再缩进两格')[0]).toBe(2);
    const [left, right] = insets('在我的心头荡漾');
    expect(Math.abs(left - right)).toBeLessThanOrEqual(1);
  });

  it('sets quotations in Kai, two characters in, and the source of an epigraph at the right', () => {
    expect(line('排印之事').chineseFont).toMatch(/wenkai/i);
    expect(insets('里；一行之斜')[0]).toBe(2);
    expect(insets('——《古诗十九首》')[1]).toBe(0);
  });

  it('begins a page that goes on at its first line, whatever stands there', () => {
    const firsts = new Map<number, number>();
    const { first, last } = report.design;
    for (const { sheet, y } of lines) {
      if (y < first - 9 || y > last + 9 || firsts.has(sheet)) continue;
      firsts.set(sheet, y);
    }
    expect(firsts.get(line('那河畔的金柳').sheet)).toBeCloseTo(first, 0);
    expect(line('那河畔的金柳').y).toBeCloseTo(first, 0);
  });
});
