import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const cli = join(import.meta.dirname, '../../dist/lib/cli.js');
const report = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write('\\nKB ' + maxRSS + ' CPU ' + (userCPUTime + systemCPUTime) / 1e6);
})`;

/** A number from 0 that looks random and is the same every time. */
function scattered(n: number): number {
  let mixed = Math.imul(n ^ (n >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** A paragraph of some 180 characters in clauses, wrapped at 35 with an indent. */
function paragraph(seed: number): string {
  const text = Array.from({ length: 180 }, (_, i) => {
    const n = scattered(seed * 1000 + i);
    return n % 12 === 0 ? '，' : String.fromCodePoint(0x4e00 + (n % 3000));
  }).join('');
  return (`　　${text}。`.match(/.{1,35}/gu) ?? []).join('\n');
}

// Measured: 4 to 7 s and 360 MB. Time is the processor's, for other work on the machine is no fault of this; its bound is
// wide, as machines differ; that of memory is not.
test('ten megabytes of a novel are normalized within 30 s of work and 500 MB', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-speed-'));
  try {
    const chapters = Array.from({ length: 120 }, (_, c) => {
      const paragraphs = Array.from({ length: 140 }, (_, p) => paragraph(c * 200 + p));
      return `第${c + 1}章\n${paragraphs.join('\n')}\n`;
    });
    const raw = join(folder, 'novel.txt');
    const text = chapters.join('');
    expect(new TextEncoder().encode(text).length).toBeGreaterThan(9_000_000);
    await writeFile(raw, text);
    const run = `${report}; process.argv.splice(1, 0, 'banxin'); await import(${JSON.stringify(cli)})`;
    const args = ['--input-type=module', '-e', run, 'normalize', raw, '--out', join(folder, 'book')];
    const { stderr } = await promisify(execFile)(process.execPath, args);
    expect(Number(/CPU ([\d.]+)/.exec(stderr)?.[1])).toBeLessThan(30);
    expect(Number(/KB (\d+)/.exec(stderr)?.[1])).toBeLessThan(500_000);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
