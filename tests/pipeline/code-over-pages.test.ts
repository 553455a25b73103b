import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../scripts/pipeline/build.js';
import { printedLines } from '../print/printed-pages.js';
import { makeBook } from './make-book.js';

const keys = Array.from({ length: 70 }, (_, index) => `key${index}: 值${index} # 注${index}`);

it('coloured code that goes over pages keeps its lines and its spaces', async () => {
  const book = await makeBook({
    'book.yaml': 'id: code\ntitle: 代码\nlanguage: zh-Hans\ntheme: shu\ntrim: a5\n',
    'chapters/1.md': `# 一\n\n${'段落。\n\n'.repeat(5)}\`\`\`yaml\n${keys.join('\n')}\n\`\`\`\n`,
  });
  const out = await mkdtemp(join(tmpdir(), 'banxin-out-'));
  const { diagnostics } = await build({ book, out, formats: ['pdf'] });
  expect(diagnostics).toEqual([]);
  const pages = await printedLines(await readFile(join(out, 'code.pdf')));
  const lines = pages.flat().map(({ text }) => text.replace(/\s/g, ''));
  expect(lines.filter((line) => line.startsWith('key'))).toEqual(keys.map((key) => key.replace(/\s/g, '')));
});
