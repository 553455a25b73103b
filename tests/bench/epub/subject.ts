import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { packageRoot } from '../../../scripts/files/package-root.js';

/** A book that every tool makes an EPUB of: a folder that Banxin builds, with what the others must be told. */
export interface Subject {
  readonly name: string;
  readonly folder: string;
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** Names in `chapters/`, in reading order. */
  readonly chapters: readonly string[];
}

/** The book that comes with Banxin, and Moby-Dick where it is on the shelf; copies in `desk`. */
export async function subjects(desk: string): Promise<readonly Subject[]> {
  const seed = await copied(join(packageRoot, 'manuscript/shanghai-2022-03-31'), join(desk, 'seed'), {
    name: 'newspaper page, 6,000 characters',
    title: '勠力同心背水一战，坚决打赢疫情防控这场大仗硬仗',
    author: '',
    language: 'zh-Hans',
  });
  const shelf = resolve(packageRoot, '../shared/manuscripts/moby-dick');
  return [seed, ...(await mobyDick(shelf, join(desk, 'moby-dick')))];
}

type Said = Pick<Subject, 'name' | 'title' | 'author' | 'language'>;

async function copied(from: string, folder: string, said: Said): Promise<Subject> {
  await cp(from, folder, { recursive: true, filter: (path) => !path.includes('.banxin') });
  const chapters = (await readdir(join(folder, 'chapters'))).filter((name) => name.endsWith('.md')).sort();
  return { ...said, folder, chapters };
}

/** Two of its letters are Hebrew, for which there is no face, and its one picture is not on the shelf. */
async function mobyDick(shelf: string, folder: string): Promise<readonly Subject[]> {
  const said = { name: 'Moby-Dick', title: 'Moby-Dick', author: 'Herman Melville', language: 'en' };
  const subject = await copied(shelf, folder, said).catch(() => undefined);
  if (!subject) return [];
  const etymology = join(folder, 'chapters/002-etymology.md');
  const text = await readFile(etymology, 'utf8');
  await writeFile(etymology, text.replaceAll(/\p{Script=Hebrew}/gu, ''));
  await mkdir(join(folder, 'images'), { recursive: true });
  const cross = '<path d="M4 0h2v4h4v2H6v4H4V6H0V4h4z"/>';
  await writeFile(
    join(folder, 'images/queequegs-mark.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 10 10">${cross}</svg>`,
  );
  await writeFile(
    join(folder, 'book.yaml'),
    'id: moby-dick\ntitle: Moby-Dick\nauthors: [Herman Melville]\nlanguage: en\ntheme: plain\ntrim: a5\n',
  );
  return [subject];
}
