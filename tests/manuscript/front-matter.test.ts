import { expect, test } from 'vitest';
import { readChapter } from './temporary-book.js';

test('front matter without its closing line is an error at the first line', async () => {
  const { found, diagnostics } = await readChapter('---\ntitle: x\nmatter: front\n\n# 一\n\n文。\n');
  expect(found).toEqual(['chapters/a.md:1 front-matter-unclosed']);
  expect(diagnostics[0]?.values).toEqual({ key: 'title' });
  const last = await readChapter('--- \r\n# 注\r\nlang:\r\n');
  expect(last.found).toContain('chapters/a.md:1 front-matter-unclosed');
});

test('a rule at the head of a chapter is none, whatever follows it', async () => {
  for (const text of ['\ntitle: x', '甲：乙', 'http: x', 'constructor: x', '文。\n\nmatter: x', '第 3:00 点'])
    expect((await readChapter(`---\n${text}\n\n# 一\n`)).found).toEqual([]);
});

test('front matter that is a list or a text is called front matter; of comments only, it says nothing', async () => {
  for (const text of ['- a', 'hello'])
    expect((await readChapter(`---\n${text}\n---\n# 一\n`)).found).toEqual([
      'chapters/a.md:2:1 front-matter-not-a-map',
    ]);
  expect((await readChapter('---\n# 注\n---\n# 一\n')).found).toEqual([]);
});

test('direction controls are warned of once a chapter, at the first, with their number', async () => {
  const { found, diagnostics } = await readChapter('# 一\n\n甲\n乙\u202e丙\u202c\n\n\u2066丁\u2069\n');
  expect(found).toEqual(['chapters/a.md:4 direction-control']);
  expect(diagnostics[0]?.values).toEqual({ character: 'U+202E', count: 4 });
  const byReference = await readChapter('# 一\n\n甲\n\n乙&#x202e;丙&#x202c;\n');
  expect(byReference.found).toEqual(['chapters/a.md:5 direction-control']);
  expect(byReference.diagnostics[0]?.values).toEqual({ character: 'U+202E', count: 2 });
  expect((await readChapter('# 一\n\n\u200e\u200f\u200d\u2065\n')).found).toEqual([]);
});
