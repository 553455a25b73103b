import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../scripts/model/book.js';
import { checkNormalization } from '../../scripts/normalize/ledger/check-normalization.js';
import { normalizeInto } from '../../scripts/pipeline/normalize.js';
import { openStores } from '../../scripts/pipeline/stores.js';
import { ownFolder } from '../commands/run-banxin.js';

/** A folder of somebody's own, and the folder of a book that somebody else has sent. */
function homeAndBook() {
  const [home, book] = [ownFolder(), join(ownFolder(), 'book')];
  writeFileSync(join(home, 'letter.txt'), '第一章 私信\n\n亲启。\n');
  mkdirSync(join(book, 'source'), { recursive: true });
  return { home, book };
}

const codes = async (raw: string, out: string) =>
  (await normalizeInto({ raw, out })).diagnostics.map(({ code }) => code);

describe('a book that was sent by somebody else', () => {
  it('is not normalized from what a link in its source/ leads to', async () => {
    const { home, book } = homeAndBook();
    symlinkSync(join(home, 'letter.txt'), join(book, 'source', 'page.txt'));
    expect(await codes(join(book, 'source', 'page.txt'), book)).toEqual(['text-outside']);
    expect(readdirSync(book)).toEqual(['source']);
  });

  it.each(['chapters', 'source/page.txt.ledger.json'])('writes nothing where %s leads to', async (part) => {
    const { home, book } = homeAndBook();
    writeFileSync(join(book, 'source', 'page.txt'), '第一章 正文\n\n文。\n');
    symlinkSync(part === 'chapters' ? home : join(home, 'letter.txt'), join(book, part));
    expect(await codes(join(book, 'source', 'page.txt'), book)).toEqual(['text-outside']);
    expect(readdirSync(home)).toEqual(['letter.txt']);
  });

  it('is checked to the end, though its ledger is a pipe that nobody writes into', async () => {
    const { book } = homeAndBook();
    execFileSync('mkfifo', [join(book, 'source', 'page.txt.ledger.json')]);
    const { diagnostics } = await checkNormalization(book);
    expect(diagnostics.map(({ code }) => code)).toEqual(['file-not-regular']);
  });

  it.each(['.banxin', '.banxin/cache'])('keeps no cache where its %s leads to', async (part) => {
    const { home, book } = homeAndBook();
    if (part !== '.banxin') mkdirSync(join(book, '.banxin'));
    symlinkSync(home, join(book, part));
    const { store, tidy } = await openStores({ folder: book } as Book, undefined, '');
    await store.put('ab'.repeat(32), new Uint8Array(1));
    await tidy();
    expect(readdirSync(home)).toEqual(['letter.txt']);
  });
});
