import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { banxin, ownFolder, startBanxin, withoutJava, writeBook } from './run-banxin.js';

const isLinux = process.platform === 'linux';

describe.skipIf(!isLinux)(`a build that is stopped${isLinux ? '' : ' (skipped: needs /proc)'}`, () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s ends with %i and leaves no browser and no file', async (signal, code) => {
    const { started, cwd, mark } = startMarked();
    await until(() => processesMarked(mark).length > 1);
    started.child.kill(signal);
    const run = await started.ended;
    expect(run).toMatchObject({ code, stdout: '' });
    expect(processesMarked(mark)).toEqual([]);
    expect(filesIn(join(cwd, 'dist'))).toEqual([]);
  });

  it('twice ends at once, and the next build of the book is not locked out', async () => {
    const { started, cwd, mark } = startMarked();
    await until(() => processesMarked(mark).length > 1);
    started.child.kill('SIGINT');
    // Two signals in one instant would arrive as one.
    await sleep(20);
    started.child.kill('SIGINT');
    expect(await started.ended).toMatchObject({ code: 130 });
    await until(() => processesMarked(mark).length === 0);
    const next = await banxin(['build', 'book', '--format', 'epub'], { cwd, env: withoutJava });
    expect(next).toMatchObject({ code: 0 });
  });
});

describe('two builds of one book at once', () => {
  it('let the first finish and turn the second away', async () => {
    const cwd = ownFolder();
    writeBook(cwd, 3);
    const first = startBanxin(['build', 'book'], { cwd, env: withoutJava });
    await until(() => existsSync(join(cwd, 'dist', 'small', '.banxin-lock')));
    const second = await banxin(['build', 'book'], { cwd });
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toContain(`error[build-locked]: another build (process ${first.child.pid})`);
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(filesIn(join(cwd, 'dist')).filter((name) => /lock|tmp/.test(name))).toEqual([]);
  });
});

/** Starts a build whose processes all carry a mark in their environment. */
function startMarked() {
  const cwd = ownFolder();
  writeBook(cwd, 6);
  return { cwd, mark: cwd, started: startBanxin(['build', 'book'], { cwd, env: { BANXIN_TEST_MARK: cwd } }) };
}

/** Process numbers of all that inherited the mark, browsers included. */
function processesMarked(mark: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(join('/proc', pid, 'environ'), 'utf8').includes(`BANXIN_TEST_MARK=${mark}\0`);
    } catch {
      return false;
    }
  });
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name);
}

async function until(happens: () => boolean): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!happens()) {
    if (performance.now() > deadline) throw new Error('waited 30 s in vain');
    await sleep(20);
  }
}
