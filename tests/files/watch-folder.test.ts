import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { watchFolder } from '../../scripts/files/watch-folder.js';

/** A watched folder with a chapter; `out` in it is left out. */
async function watched() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'banxin-watch-')));
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, 'a.md'), '一');
  const stop = new AbortController();
  const watch = await watchFolder(folder, new Set([join(folder, 'out')]), stop.signal);
  onTestFinished(async () => {
    await watch.end();
    rmSync(folder, { recursive: true });
  });
  return { watch, stop, write: (name: string) => writeFileSync(join(folder, name), `${Math.random()}`) };
}

it('tells what was saved while nobody asked', async () => {
  const { watch, write } = await watched();
  write('a.md');
  await sleep(800);
  expect(await watch.changes()).toEqual(['a.md']);
  write('b.md');
  expect(await watch.changes()).toEqual(['b.md']);
});

it('says nothing of outputs, hidden files and copies of an editor', async () => {
  const { watch, write } = await watched();
  const changes = watch.changes();
  for (const name of ['out/book.pdf', '.a.md.swp', 'a.md~']) write(name);
  await sleep(500);
  write('a.md');
  expect(await changes).toEqual(['a.md']);
});

it('ends with the reason of who stops it', async () => {
  const { watch, stop } = await watched();
  const changes = watch.changes();
  stop.abort(new Error('enough'));
  await expect(changes).rejects.toThrow('enough');
});

it('goes on beside a folder that it may not read', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'banxin-watch-')));
  for (const open of [tmpdir(), folder]) chmodSync(open, 0o755);
  mkdirSync(join(folder, 'closed'), { mode: 0 });
  // Root may read everything: for this test it is somebody else.
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  const watching = watchFolder(folder, new Set(), new AbortController().signal);
  const watch = await watching.finally(() => isRoot && process.seteuid?.(0));
  onTestFinished(async () => {
    await watch.end();
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, 'a.md'), '一');
  expect(await watch.changes()).toEqual(['a.md']);
});
