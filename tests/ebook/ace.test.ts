import { beforeAll, describe, expect, it } from 'vitest';
import { checkEpubAce } from '../../scripts/check/ace.js';
import { makeEpub } from '../../scripts/ebook/make-epub.js';
import { fullMeta, inputOf, pagesOf, richBook, richFiles } from './sample-books.js';
import { seedEpub } from './seed-epub.js';

const clean = { status: 'passed', figures: { errors: 0, warnings: 0 }, diagnostics: [] };

describe('DAISY Ace, the checker of accessible EPUBs', () => {
  let seed: Uint8Array;
  beforeAll(async () => {
    seed = await seedEpub();
  });

  it('finds nothing in the newspaper page of 31 March 2022', async () => {
    expect(await checkEpubAce({ epub: seed })).toMatchObject(clean);
  });

  it('finds nothing in a book with notes, lists, tables, pictures, formulas and pages of its print edition', async () => {
    const pagination = pagesOf(['i', 'c00'], ['1', 'c01'], ['5', 'c02']);
    const { value } = await makeEpub({ ...inputOf(richBook(fullMeta), richFiles), pagination });
    expect(await checkEpubAce({ epub: value?.bytes ?? new Uint8Array() })).toMatchObject(clean);
  });
});
