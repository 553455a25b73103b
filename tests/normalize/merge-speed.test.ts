import { expect, test } from 'vitest';
import { diffLists } from '../../scripts/normalize/merge/diff.js';
import { mergeChapters } from '../../scripts/normalize/merge/merge-chapters.js';
import { planMerge } from '../../scripts/normalize/merge/plan-merge.js';
import { readUnits } from '../../scripts/normalize/merge/units.js';

/** A number from 0 that looks random and is the same every time. */
function scattered(n: number): number {
  let mixed = Math.imul(n ^ (n >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** A paragraph of some 180 characters in clauses. */
function paragraph(seed: number): string {
  return Array.from({ length: 180 }, (_, i) => {
    const n = scattered(seed * 1000 + i);
    return n % 12 === 0 ? '，' : String.fromCodePoint(0x4e00 + (n % 3000));
  }).join('');
}

/** A novel of 120 chapters, three million characters. */
const novel = Array.from({ length: 120 }, (_, c) => {
  const paragraphs = Array.from({ length: 140 }, (_, p) => `${paragraph(c * 200 + p)}。`);
  return `# 第${c + 1}章\n\n${paragraphs.join('\n\n')}\n`;
});
const split = 50;

function timed<T>(work: () => T): { readonly result: T; readonly seconds: number } {
  const start = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - start) / 1000 };
}

const edit = (text: string) =>
  text
    .split('\n\n')
    .map((part, i) => (i % 30 === 5 ? `${part}编者加了一句。` : part))
    .join('\n\n');
const old = novel.map((base, i) => ({
  file: `chapters/${i}.md`,
  sha256: base,
  base,
  ...([3, 20, split, 77, 100].includes(i) && { edited: { text: edit(base), hasConflicts: false } }),
}));
const toMade = (markdown: string, i: number) => ({ file: `chapters/${i}.md`, sha256: markdown, markdown });

test('a novel of three million characters with five edited chapters, one of them cut in two, is merged at once', () => {
  const made = novel
    .flatMap((text, i) => {
      const at = text.indexOf('\n\n', text.length / 2);
      return i === split ? [`${text.slice(0, at)}\n`, `# 新章${text.slice(at)}`] : [text];
    })
    .map(toMade);
  const { result, seconds } = timed(() => planMerge(old, made));
  expect(result.merges).toEqual([[split, split + 1]]);
  expect(seconds).toBeLessThan(1);
});

test('a better scan of the novel, with another character in every paragraph, is merged in seconds', () => {
  const made = novel.map((text) => text.replace(/(?<=^.{20})./gmu, '囗')).map(toMade);
  const { result, seconds } = timed(() => planMerge(old, made));
  expect(result.merges).toHaveLength(5);
  const merged = result.chapters.flatMap((chapter) => (chapter.kind === 'merged' ? [chapter.chapter] : []));
  expect(merged.map(({ kept, conflicts }) => [kept, conflicts.length])).toEqual(merged.map(() => [5, 0]));
  expect(seconds).toBeLessThan(5);
});

const n = 50_000;
const lists: Readonly<Record<string, (i: number) => number>> = {
  'unique paragraphs': (i) => i,
  'a rule after every paragraph': (i) => (i % 2 === 0 ? i : -1),
  'forty paragraphs over and over': (i) => i % 40,
};

test.each(Object.entries(lists))('fifty thousand blocks, %s, are compared in time', (_, item) => {
  const before = Array.from({ length: n }, (_, i) => item(i));
  for (const step of [10_000, 7, 1]) {
    const after = before.map((value, i) => (i % step === 0 ? -2 - i : value));
    expect(timed(() => diffLists(before, after)).seconds).toBeLessThan(5);
  }
  expect(timed(() => diffLists(before, before.toReversed())).seconds).toBeLessThan(5);
});

const texts: Readonly<Record<string, string>> = {
  'one paragraph': '甲乙丙丁，'.repeat(60_000),
  'containers without end': '::: a\n\n'.repeat(40_000),
  'fences of code': '```\n\n'.repeat(40_000),
  'front matter without end': `---\n${'a: 1\n'.repeat(60_000)}`,
};

test.each(Object.entries(texts))('a chapter of %s is taken apart and merged in time', (_, text) => {
  const { seconds } = timed(() => {
    readUnits(text);
    mergeChapters({ base: [text], mine: [`${text.slice(5)}甲`], theirs: [`乙${text.slice(0, -9)}`] });
  });
  expect(seconds).toBeLessThan(10);
});
