import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadExtensions } from '../../scripts/extensions/load-extensions.js';
import type { Book } from '../../scripts/model/book.js';
import { openStores } from '../../scripts/pipeline/stores.js';
import { ownFolder } from '../commands/run-banxin.js';
import { bookOf } from './own-book.js';

describe('what a build keeps for the next', () => {
  it('is not found by a build with other code of the book’s own', async () => {
    const folder = join(ownFolder(), 'cache');
    const book = { folder: bookOf({}) } as Book;
    const store = async (code: string) => (await openStores(book, folder, code)).store;
    const found = async (code: string) => (await (await store(code)).get('pages'))?.length;
    await (await store('one')).put('pages', new Uint8Array(3));
    expect([await found('one'), await found('two'), await found('')]).toEqual([3, undefined, undefined]);
  });

  it('knows the code by each of its bytes, and by those of what it imports', async () => {
    const book = bookOf({ 'banxin.config.ts': "import './a.mjs';\nexport default {};\n", 'a.mjs': '//\n' });
    const print = async () => (await loadExtensions(book, { allowConfig: true })).value?.fingerprint;
    const first = await print();
    expect(await print()).toBe(first);
    writeFileSync(join(book, 'a.mjs'), '//1\n');
    const second = await print();
    writeFileSync(join(book, 'banxin.config.ts'), "import './a.mjs';\nexport default {} ;\n");
    expect(new Set([first, second, await print()]).size).toBe(3);
  });
});
