import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../scripts/pipeline/build.js';
import { makeBook } from './make-book.js';

/** Characters whose glyphs are also those of Kangxi radicals, marks in pairs, Latin, ruby, emphasis. */
const paragraphs = [
  '一月一日，金木水火土、人口手足，里程一千二百，长风青山。',
  '他说：“‘道’可道，非常道。”——《老子》（第一章）……完。',
  'Banxin 的 office 与 fluffy，价格是 12.50 元，占 37%。',
  '此处有着重的字，也有粗体的字，还有代码 a_b.c。',
];
const written = [
  ...paragraphs.slice(0, 3),
  '此处有*着重*的字，也有**粗体**的字，还有代码 `a_b.c`。',
  '<ruby>漢<rt>hàn</rt></ruby><ruby>字<rt>zì</rt></ruby>之美在於形。',
];
const readers = [
  ['poppler', 'pdftotext', (pdf: string) => [pdf, '-']],
  ['poppler in the order of drawing', 'pdftotext', (pdf: string) => ['-raw', pdf, '-']],
  ['MuPDF', 'mutool', (pdf: string) => ['draw', '-q', '-F', 'txt', '-o', '-', pdf]],
] as const;

let pdf: string;

beforeAll(async () => {
  const folder = await makeBook({
    'book.yaml': 'id: read\ntitle: 读出来\nlanguage: zh-Hans\n',
    'chapters/1.md': `# 一章\n\n${written.join('\n\n')}\n`,
  });
  const out = await mkdtemp(join(tmpdir(), 'banxin-readers-'));
  await build({ book: folder, out, formats: ['pdf'] });
  pdf = join(out, 'read.pdf');
}, 60_000);

describe.each(readers)('the text of a printed book in %s', (_, program, orders) => {
  const isMissing = spawnSync(program, ['-v']).error !== undefined;

  it.skipIf(isMissing)(`is the manuscript’s${isMissing ? ` (skipped: no ${program})` : ''}`, () => {
    const text = execFileSync(program, orders(pdf), { encoding: 'utf8' }).replace(/\s/g, '');
    for (const paragraph of paragraphs) expect(text).toContain(paragraph.replace(/\s/g, ''));
    expect(text).toContain('漢字之美在於形。');
    expect(text).not.toMatch(/[\u2e80-\u2fdf\ufffd]/);
  });
});
