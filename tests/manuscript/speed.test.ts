import { expect, test } from 'vitest';
import { readChapter } from './temporary-book.js';

/** Generous for a loaded machine; what is quadratic takes minutes. */
const limit = 20_000;
const fill = (text: string, size = 500_000) => text.repeat(Math.ceil(size / text.length));

const chapters: Readonly<Record<string, string>> = {
  'plain text': `${fill('真，他说**真，**她[^1]的时候\n并不是。\n\n')}\n[^1]: 注\n`,
  brackets: fill('['),
  'calls without end': `[^1]: x\n\n${fill('[^')}`,
  'open comments': `<div>\n${fill('<!-- ')}`,
  'open tags': `<div>\n${fill('<b id=a><p>x')}`,
  'tags without end': fill('<a "'),
  attributes: `<div${fill(' a="b"')}>`,
  'spaces in a heading': `# ${fill('中 ')}`,
  'equal headings': fill('# 一\n\n', 200_000),
  'containers without end': fill('::: a\n\n', 200_000),
  definitions: Array.from({ length: 20_000 }, (_, i) => `[r${i}]: /u${i}\n`).join(''),
  notes: Array.from({ length: 10_000 }, (_, i) => `甲[^${i}]\n\n[^${i}]: 注\n\n`).join(''),
  'quotes in quotes': fill('> '),
};

test.each(
  Object.entries(chapters),
)('a chapter of half a megabyte of %s is read in time', async (_name, text) => {
  const start = performance.now();
  await readChapter(text);
  expect(performance.now() - start).toBeLessThan(limit);
});
