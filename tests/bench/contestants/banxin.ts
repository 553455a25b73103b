import { join } from 'node:path';
import { packageRoot, packageVersion } from '../../../scripts/files/package-root.js';
import { writeBook } from '../forms/as-book.js';
import type { Contestant, Job } from './contestant.js';

/** Banxin's command line, as users run it: the proof of what it made included. */
export const banxin: Contestant = {
  name: 'banxin',
  label: 'Banxin',
  packages: [],
  find: async () => ({ version: packageVersion }),
  prepare: async (text, folder) => {
    const book = join(folder, 'book');
    await writeBook(text, book);
    return buildJob(book, folder, ['pdf'], 'bench');
  },
};

/** `banxin build` of a book folder whose id is `name`. */
export function buildJob(
  book: string,
  folder: string,
  formats: readonly ('pdf' | 'epub')[],
  name: string,
): Job {
  const out = join(folder, 'out');
  const cli = join(packageRoot, 'dist', 'lib', 'cli.js');
  return {
    command: process.execPath,
    args: [cli, 'build', book, '--format', formats.join(','), '--out', out],
    folder,
    output: join(out, `${name}.${formats[0]}`),
    caches: [join(book, '.banxin'), out],
  };
}
