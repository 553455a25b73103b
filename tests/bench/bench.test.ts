import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job } from './contestants/contestant.js';
import { writeBook } from './forms/as-book.js';
import { runJob } from './measure/run-job.js';
import { growth, spreadOf } from './measure/statistics.js';
import { destinationPages } from './presses/destination-pages.js';
import { writeReadme } from './report/write-readme.js';
import { mixed } from './texts/mixed.js';
import { chineseNumber, prose } from './texts/prose.js';
import { edited } from './texts/text.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banxin-bench-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the texts of the bench', () => {
  it('are the same every time', () => {
    const [one, other] = [mixed(30), mixed(30)];
    expect(other.chapters).toEqual(one.chapters);
    expect(one.pictures.size).toBeGreaterThan(0);
    for (const [name, bytes] of one.pictures) {
      expect(Buffer.compare(bytes, other.pictures.get(name) ?? new Uint8Array())).toBe(0);
    }
  });

  it('are long paragraphs in chapters, with as many different characters as a novel has', () => {
    const { chapters } = prose(500);
    const lengths = chapters.flatMap(({ blocks }) =>
      blocks.map((block) => (block.kind === 'paragraph' ? block.text.length : 0)),
    );
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(80);
    expect(Math.max(...chapters.map(({ blocks }) => blocks.length))).toBeLessThanOrEqual(60);
    const different = new Set(JSON.stringify(chapters).match(/\p{Script=Han}/gu));
    expect(different.size).toBeGreaterThan(3000);
    expect(different.size).toBeLessThan(4500);
  });

  it('have about a note a page and now and then a figure and a table, where they are mixed', () => {
    const kinds = mixed(200).chapters.flatMap(({ blocks }) =>
      blocks.map((block) => (block.kind === 'paragraph' && block.note ? 'note' : block.kind)),
    );
    const count = (kind: string): number => kinds.filter((other) => other === kind).length;
    expect(count('note')).toBeGreaterThan(150);
    expect(count('figure')).toBeGreaterThan(10);
    expect(count('table')).toBeGreaterThan(8);
  });

  it('count their chapters as Chinese books do', () => {
    expect([1, 10, 12, 40, 103, 110, 215].map(chineseNumber)).toEqual([
      '一',
      '十',
      '十二',
      '四十',
      '一百〇三',
      '一百一十',
      '二百一十五',
    ]);
  });

  it('are edited in one chapter: no other file is touched', async () => {
    const book = join(folder, 'book');
    const text = prose(50);
    await writeBook(text, book);
    const names = text.chapters.map((_, index) => `${String(index + 1).padStart(4, '0')}.md`);
    const read = () => Promise.all(names.map((name) => readFile(join(book, 'chapters', name), 'utf8')));
    const before = await read();
    await writeBook(edited(text, '新来的话。'), book);
    const after = await read();
    const changed = after.filter((chapter, index) => chapter !== before[index]);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toContain('新来的话。');
  });
});

describe('a run', () => {
  const job = (script: string): Job => ({
    command: process.execPath,
    args: ['-e', script],
    folder,
    output: join(folder, 'none'),
    caches: [],
  });

  it('lasts until the process ends', async () => {
    const run = await runJob(job('setTimeout(() => {}, 400)'), { limit: 30, watchMemory: true });
    expect(run).toMatchObject({ seconds: expect.any(Number) });
    expect('seconds' in run && run.seconds).toBeGreaterThan(0.4);
  });

  it('that fails tells why', async () => {
    const run = await runJob(job('throw new Error("no ink")'), { limit: 30 });
    expect(run).toEqual({ failure: expect.stringContaining('no ink') });
  });

  it('that takes too long is ended, and its children too', async () => {
    const note = join(folder, 'child');
    const child = `require('node:fs').writeFileSync(${JSON.stringify(note)}, String(process.pid)); setInterval(() => {}, 1000)`;
    const parent = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}]); setInterval(() => {}, 1000)`;
    expect(await runJob(job(parent), { limit: 2 })).toEqual({ failure: 'over 2 s' });
    const pid = Number(await readFile(note, 'utf8'));
    expect(pid).toBeGreaterThan(1);
    await expect.poll(() => isRunning(pid), { timeout: 5000 }).toBe(false);
  });
});

describe('the figures', () => {
  it('have a middle and two ends', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3, count: 3 });
    expect(spreadOf([1, 2])?.median).toBe(1.5);
    expect(spreadOf([])).toBeUndefined();
  });

  it('grow by 1 where twice the pages take twice the time, and by 2 where they take four times', () => {
    expect(growth({ pages: 200, seconds: 3 }, { pages: 400, seconds: 6 })).toBeCloseTo(1);
    expect(growth({ pages: 200, seconds: 3 }, { pages: 400, seconds: 12 })).toBeCloseTo(2);
  });

  it('take the place of older ones in the README, and of nothing else', async () => {
    const path = join(folder, 'README.md');
    const marks = ['<!-- bench: npm run bench -- --write -->', '<!-- /bench -->'];
    await writeFile(path, `before\n${marks[0]}\nold\n${marks[1]}\nafter\n`);
    await writeReadme(path, '| new |');
    expect(await readFile(path, 'utf8')).toBe(`before\n${marks[0]}\n\n| new |\n\n${marks[1]}\nafter\n`);
  });
});

describe('a PDF that Chromium printed', () => {
  it('tells on which page each destination is', () => {
    const pdf = [
      '1 0 obj\n<</Type /Pages\n/Count 3\n/Kids [2 0 R 5 0 R]>>\nendobj',
      '2 0 obj\n<</Type /Pages\n/Count 2\n/Kids [3 0 R 4 0 R]\n/Parent 1 0 R>>\nendobj',
      '9 0 obj\n<</c1 [4 0 R /XYZ 0 1 0]\n/c2 [5 0 R /XYZ 0 1 0]>>\nendobj',
    ].join('\n');
    expect([...destinationPages(Buffer.from(pdf))]).toEqual([
      ['c1', 2],
      ['c2', 3],
    ]);
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
