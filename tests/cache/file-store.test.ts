import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileStore } from '../../scripts/cache/file-store.js';
import { keyOf } from '../../scripts/files/key-of.js';

const scratch = () => mkdtemp(join(tmpdir(), 'banxin-cache-'));
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (found: Uint8Array | undefined) => found && new TextDecoder().decode(found);

/** Absolute paths of a cache's entries. */
async function entries(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true });
  return found
    .filter((entry) => entry.isFile() && entry.name !== '.gitignore')
    .map((entry) => join(entry.parentPath, entry.name));
}

let own: string | undefined;
beforeEach(async () => {
  own = process.env.BANXIN_CACHE;
  process.env.BANXIN_CACHE = await scratch();
});
afterEach(() => {
  if (own === undefined) delete process.env.BANXIN_CACHE;
  else process.env.BANXIN_CACHE = own;
});

describe('a cache', () => {
  it('gives what it was given, to a later run too, and is kept out of version control', async () => {
    const folder = await scratch();
    const key = keyOf('layout', '甲');
    await (await openFileStore(folder)).put(key, bytes('页'));
    const later = await openFileStore(folder);
    expect(textOf(await later.get(key))).toBe('页');
    expect(await later.get(keyOf('layout', '乙'))).toBeUndefined();
    expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
  });

  it('tells apart where one piece of a key ends and the next begins', () => {
    expect(keyOf('ab', 'c')).not.toBe(keyOf('a', 'bc'));
    expect(keyOf('a', '')).not.toBe(keyOf('a'));
  });

  it('removes its own entries only, whatever else lies in the folder that it was given', async () => {
    const folder = await scratch();
    const store = await openFileStore(folder);
    await store.put(keyOf('x'), bytes('正文'));
    const others = ['letter.txt', join('ab', 'photo.jpg'), join('letters', 'a'.repeat(62))];
    for (const other of others) {
      await mkdir(dirname(join(folder, other)), { recursive: true });
      await writeFile(join(folder, other), 'mine');
    }
    const elsewhere = await scratch();
    await writeFile(join(elsewhere, 'b'.repeat(62)), 'mine');
    await symlink(elsewhere, join(folder, 'cd'));
    await store.tidy(0);
    expect([...(await entries(folder))].sort()).toEqual(others.map((other) => join(folder, other)).sort());
    expect(await readdir(elsewhere)).toHaveLength(1);
  });

  it.each([
    ['cut off', (entry: Buffer) => entry.subarray(0, entry.length - 1)],
    ['shorter than a signature', () => Buffer.from('x')],
    ['changed in one byte', (entry: Buffer) => Buffer.from(entry).fill(0, entry.length - 1)],
  ])('throws an entry away that is %s', async (_, damage) => {
    const folder = await scratch();
    const store = await openFileStore(folder);
    const key = keyOf('x');
    await store.put(key, bytes('正文'));
    const [path = ''] = await entries(folder);
    await writeFile(path, damage(await readFile(path)));
    expect(await store.get(key)).toBeUndefined();
    expect(await entries(folder)).toEqual([]);
  });

  it('does not believe an entry under another key, or one that another user made', async () => {
    const folder = await scratch();
    const store = await openFileStore(folder);
    const [one, other] = [keyOf('1'), keyOf('2')];
    await store.put(one, bytes('一'));
    await store.put(other, bytes('二'));
    const path = (key: string) => join(folder, key.slice(0, 2), key.slice(2));
    await writeFile(path(other), await readFile(path(one)));
    expect(await store.get(other)).toBeUndefined();

    process.env.BANXIN_CACHE = await scratch();
    const stranger = await openFileStore(folder);
    expect(await stranger.get(one)).toBeUndefined();
    expect(await entries(folder)).toEqual([]);
  });

  it('keeps within its bounds, the oldest first to go; what is used is not old', async () => {
    const folder = await scratch();
    const store = await openFileStore(folder);
    const keys = ['1', '2', '3'].map((name) => keyOf(name));
    for (const key of keys) {
      await store.put(key, new Uint8Array(1000));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await store.get(keys[0] ?? '');
    await store.tidy(2200);
    const left = await Promise.all(keys.map(async (key) => (await store.get(key)) !== undefined));
    expect(left).toEqual([true, false, true]);
  });

  it('keeps what comes at once into a folder that is not there yet', async () => {
    const root = await scratch();
    const keys = ['一', '二', '三'].map((name) => keyOf(name));
    for (let round = 0; round < 200; round += 1) {
      const store = await openFileStore(join(root, String(round), '.banxin', 'cache'));
      await Promise.all(keys.map((key) => store.put(key, bytes(key))));
      const found = await Promise.all(keys.map(async (key) => textOf(await store.get(key))));
      expect(found).toEqual(keys);
    }
  });

  it('is no fault where it cannot be written to', async () => {
    const file = join(await scratch(), 'a-file');
    await writeFile(file, '');
    const store = await openFileStore(join(file, 'cache'));
    await store.put(keyOf('x'), bytes('x'));
    expect(await store.get(keyOf('x'))).toBeUndefined();
    await store.tidy();
  });
});
