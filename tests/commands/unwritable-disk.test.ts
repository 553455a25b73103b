import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { banxin, ownFolder, withoutJava, writeBook } from './run-banxin.js';

const canMount = tryMount();

describe.skipIf(!canMount)(
  `a folder for outputs that cannot take them${canMount ? '' : ' (skipped: only root can mount a small disk)'}`,
  () => {
    it('because the disk is full is an error that leaves nothing half written', async () => {
      const { cwd, out } = bookAndDisk('size=64k');
      const run = await banxin(['build', 'book', '--out', out], { cwd, env: withoutJava });
      expect(run).toMatchObject({ code: 1, stdout: '' });
      expect(run.stderr).toContain('error[disk-full]');
      expect(readdirSync(out)).toEqual([]);
    });

    it('because it is read-only is an error that names it', async () => {
      const { cwd, out } = bookAndDisk('ro');
      const run = await banxin(['build', 'book', '--out', out], { cwd });
      expect(run).toMatchObject({ code: 1, stdout: '' });
      expect(run.stderr).toMatch(/error\[disk-read-only\]: `.*disk` lies on a read-only disk/);
    });
  },
);

function bookAndDisk(options: string): { cwd: string; out: string } {
  const cwd = ownFolder();
  writeBook(cwd);
  const out = join(cwd, 'disk');
  mkdirSync(out);
  mount(out, options);
  onTestFinished(() => {
    spawnSync('umount', [out]);
  });
  return { cwd, out };
}

function mount(folder: string, options: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
}

/** In containers root may not mount either; only trying tells. */
function tryMount(): boolean {
  return spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
}
