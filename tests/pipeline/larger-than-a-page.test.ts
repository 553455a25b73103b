import { describe, expect, it } from 'vitest';
import { build } from '../../scripts/pipeline/build.js';
import { makeBook } from './make-book.js';

const sentence = '春江潮水连海平海上明月共潮生滟滟随波千万里何处春江无月明。';
const list = Array.from({ length: 20 }, (_, depth) => `${'  '.repeat(depth)}- ${sentence}`).join('\n');
const columns = Array.from({ length: 40 }, (_, column) => `列${column}`).join('|');

/** A page of 22 characters by 22 lines, and what is larger than it. */
const chapters: Readonly<Record<string, string>> = {
  epigraph: `# 长题记\n\n::: epigraph\n${Array.from({ length: 16 }, () => sentence.repeat(3)).join('\n\n')}\n:::\n\n正文。\n`,
  title: `# ${sentence.repeat(30)}\n\n正文。\n\n## ${sentence.repeat(30)}\n\n正文。\n`,
  kicker: `::: kicker\n${sentence.repeat(40)}\n:::\n\n# 眉题\n\n正文。\n`,
  row: `# 高行\n\n| 甲 | 乙 |\n|---|---|\n| ${sentence.repeat(60)} | 乙 |\n\n正文。\n`,
  span: `# 跨行\n\n<table><tr><td rowspan="2">${sentence.repeat(60)}</td><td>甲</td></tr><tr><td>${sentence}</td></tr></table>\n\n正文。\n`,
  columns: `# 宽表\n\n|${columns}|\n|${'---|'.repeat(40)}\n|${columns}|\n\n正文。\n`,
  quotation: `# 深引\n\n${'> '.repeat(24)}${sentence.repeat(3)}\n\n正文。\n`,
  list: `# 深列\n\n${list}\n\n正文。\n`,
  code: `# 代码\n\n\`\`\`\n${'x'.repeat(3000)}\n\`\`\`\n\n\`${'y'.repeat(900)}\`\n`,
};
const settings = 'id: large\ntitle: 大块\nlanguage: zh-Hans\ntrim: b32-130x184\n';

describe('what is larger than a page', () => {
  it('is fitted or divided: titles, epigraphs, rows, tables, code, what is nested deep', async () => {
    const files = Object.entries(chapters).map(([name, text]) => [`chapters/${name}.md`, text]);
    const book = await makeBook({ 'book.yaml': settings, ...Object.fromEntries(files) });
    const { value, diagnostics } = await build({ book, out: `${book}/out`, formats: ['pdf'] });
    expect(diagnostics).toEqual([]);
    expect(value?.checks.filter(({ status }) => status !== 'passed')).toEqual([]);
  });

  it('is refused with its place where it cannot be: ruby over more than a line', async () => {
    const text = `# 长注音\n\n正文。\n\n<ruby>${sentence.repeat(3)}<rt>长长的注</rt></ruby>\n`;
    const book = await makeBook({ 'book.yaml': settings, 'chapters/1.md': text });
    const { value, diagnostics } = await build({ book, out: `${book}/out`, formats: ['pdf'] });
    expect(value).toBeUndefined();
    expect(new Set(diagnostics.map(({ code, place }) => `${code} ${place?.line}`))).toEqual(
      new Set(['layout-outside 5']),
    );
  });
});
