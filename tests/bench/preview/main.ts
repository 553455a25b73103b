import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { packageRoot } from '../../../scripts/files/package-root.js';
import { writeBook } from '../forms/as-book.js';
import { memoryOf, processTree } from '../measure/process-tree.js';
import { spreadOf } from '../measure/statistics.js';
import { prose } from '../texts/prose.js';
import { firstLine, openReader } from './open-reader.js';

/**
 * `npm run bench:preview -- [edits]`: how long it takes from a save to the new page on the screen of a browser, in a book
 * of 500 pages, and how much memory the preview (Node.js and its browser) has meanwhile. Every edit changes one sentence
 * of one chapter of about ten pages in the middle of the book, which is looked at.
 */
const usualEdits = 200;

async function main(edits: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-bench-preview-'));
  const text = prose(500);
  await writeBook(text, folder);
  const preview = spawn(process.execPath, [join(packageRoot, 'dist/lib/cli.js'), 'preview', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const from = performance.now();
    const url = await firstLine(preview);
    const browser = await openReader();
    const page = await browser.newPage();
    await page.setViewport({ width: 1400, height: 900 });
    await page.goto(url);
    await page.waitForFunction(() => document.body.dataset.version !== undefined);
    console.log(`first page on screen, cold: ${((performance.now() - from) / 1000).toFixed(1)} s`);
    const middle = Math.floor(text.chapters.length / 2);
    const { times, memory } = await edit(page, preview.pid ?? 0, folder, middle, edits);
    await browser.close();
    tell(times, memory);
  } finally {
    preview.kill('SIGINT');
    await new Promise((resolve) => preview.once('close', resolve));
    await rm(folder, { recursive: true, force: true });
  }
}

async function edit(
  page: Page,
  process: number,
  folder: string,
  chapter: number,
  edits: number,
): Promise<{ readonly times: readonly number[]; readonly memory: readonly number[] }> {
  const file = join(folder, 'chapters', `${String(chapter + 1).padStart(4, '0')}.md`);
  const written = await readFile(file, 'utf8');
  await page.evaluate((at) => {
    document.querySelector<HTMLElement>('#toContents')?.click();
    document.querySelectorAll<HTMLElement>('#contents button')[at]?.click();
  }, chapter);
  const times: number[] = [];
  const memory: number[] = [];
  for (let count = 1; count <= edits; count++) {
    const mark = `（第${count}次）`;
    const start = performance.now();
    await writeFile(file, written.replace('。', `${mark}。`));
    await page.waitForFunction(isShown, { polling: 10, timeout: 30_000 }, mark);
    times.push(performance.now() - start);
    if (count % 10 === 0) memory.push(await memoryOf(await processTree(process)));
    // An editor saves, looks, and goes on.
    await sleep(300);
  }
  return { times, memory };
}

/** Runs in the browser. */
function isShown(mark: string): boolean {
  const frame = document.querySelector<HTMLIFrameElement>('#pages iframe');
  return frame?.contentDocument?.body.textContent?.includes(mark) ?? false;
}

function tell(times: readonly number[], memory: readonly number[]): void {
  const spread = spreadOf(times);
  const sorted = [...times].sort((a, b) => a - b);
  const late = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  console.log(
    `save to new page, ${times.length} edits: median ${spread?.median.toFixed(0)} ms, 95 % ${late.toFixed(0)} ms, most ${spread?.max.toFixed(0)} ms`,
  );
  const mb = memory.map((bytes) => Math.round(bytes / 1024 / 1024));
  console.log(`memory after every tenth edit, MB: ${mb.join(' ')}; most ${Math.max(...mb)}`);
}

await main(Number(process.argv[2] ?? usualEdits));
