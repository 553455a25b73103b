import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveInside } from '../../scripts/files/inside.js';
import { lockFolder } from '../../scripts/files/lock.js';
import { naturalOrder } from '../../scripts/files/read.js';
import { writeAll } from '../../scripts/files/write.js';

const scratch = () => mkdtemp(join(tmpdir(), 'banxin-files-'));

describe('writing', () => {
  it('makes the folders it needs and leaves no temporary file', async () => {
    const folder = await scratch();
    expect(await writeAll([{ path: join(folder, 'a', 'b', 'c.txt'), bytes: '文' }])).toEqual([]);
    expect(await readFile(join(folder, 'a', 'b', 'c.txt'), 'utf8')).toBe('文');
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['c.txt']);
  });

  it('is all or none: one file that cannot be written leaves the others untouched', async () => {
    const folder = await scratch();
    await writeFile(join(folder, 'old.txt'), 'old');
    await writeFile(join(folder, 'file'), '');
    const faults = await writeAll([
      { path: join(folder, 'old.txt'), bytes: 'new' },
      { path: join(folder, 'file', 'inside.txt'), bytes: 'x' },
    ]);
    expect(faults.map(({ code }) => code)).toEqual(['file-in-the-way']);
    expect(await readFile(join(folder, 'old.txt'), 'utf8')).toBe('old');
    expect((await readdir(folder)).sort()).toEqual(['file', 'old.txt']);
  });

  it('onto a folder of the same name changes nothing else', async () => {
    const folder = await scratch();
    await mkdir(join(folder, 'b.txt'));
    const faults = await writeAll([
      { path: join(folder, 'a.txt'), bytes: 'a' },
      { path: join(folder, 'b.txt'), bytes: 'b' },
    ]);
    expect(faults.map(({ code }) => code)).toEqual(['folder-in-the-way']);
    expect(await readdir(folder)).toEqual(['b.txt']);
  });

  it.skipIf(process.platform !== 'linux')('ends where no folder can be made', async () => {
    const faults = await writeAll([{ path: '/proc/no-such-folder/a.txt', bytes: 'x' }]);
    expect(faults.map(({ code }) => code)).toEqual(['file-unwritable']);
  });
});

describe('a lock', () => {
  it('turns a second holder away until it is released', async () => {
    const folder = await scratch();
    const first = await lockFolder(folder);
    const second = await lockFolder(folder);
    expect(second.diagnostics).toMatchObject([{ code: 'build-locked', values: { pid: process.pid } }]);
    await first.value?.release();
    expect((await lockFolder(folder)).diagnostics).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')(
    'of an earlier process with the same number is taken over',
    async () => {
      const folder = await scratch();
      await writeFile(join(folder, '.banxin-lock'), `${process.pid} 1\n`);
      expect((await lockFolder(folder)).diagnostics).toEqual([]);
    },
  );

  it('of a process that is gone is taken over', async () => {
    const folder = await scratch();
    await writeFile(join(folder, '.banxin-lock'), '999999999\n');
    expect((await lockFolder(folder)).diagnostics).toEqual([]);
  });
});

describe('paths that a manuscript names', () => {
  it('stay inside the book, also through links', async () => {
    const folder = await scratch();
    const outside = await scratch();
    await writeFile(join(outside, 'secret.png'), '');
    await mkdir(join(folder, 'images'));
    await writeFile(join(folder, 'images', 'a.png'), '');
    await symlink(join(outside, 'secret.png'), join(folder, 'images', 'link.png'));
    expect(await resolveInside(folder, 'images/a.png')).toMatchObject({
      file: expect.stringContaining('a.png'),
    });
    expect(await resolveInside(folder, 'images/link.png')).toBe('outside');
    expect(await resolveInside(folder, '../secret.png')).toBe('outside');
    expect(await resolveInside(folder, 'images/none.png')).toBe('missing');
  });
});

describe('names', () => {
  it('are in natural order', () => {
    expect(['10.md', '2.md', '1.md'].sort(naturalOrder)).toEqual(['1.md', '2.md', '10.md']);
  });
});
