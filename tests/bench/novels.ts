import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { hasErrors, type Outcome } from '../../scripts/model/outcome.js';
import { build } from '../../scripts/pipeline/build.js';
import { normalizeInto } from '../../scripts/pipeline/normalize.js';
import { measure } from '../../scripts/pipeline/typeset.js';

/**
 * Whole novels from ../shared/manuscripts through every stage, to dist/bench/: 红楼梦 from its raw text, Moby-Dick from
 * its chapters. Tells pages, seconds, what the proof held against them, and how the lines are set; ends with 1 where a
 * check failed or the lines are not what the issue of typography asks. The books are made in a temporary folder.
 */
const shelf = resolve('../shared/manuscripts');
const limits = 'forbidden-mark=0,single-character=0,loose=1/200';

async function main(): Promise<void> {
  if (!existsSync(shelf)) {
    console.error(`${shelf} is not here: there is nothing to measure`);
    return;
  }
  const desk = await mkdtemp(join(tmpdir(), 'banxin-novels-'));
  try {
    for (const make of [makeHongloumeng, makeMobyDick]) await tell(await make(desk));
  } finally {
    await rm(desk, { recursive: true, force: true });
  }
}

async function makeHongloumeng(desk: string): Promise<string> {
  const book = join(desk, 'hongloumeng');
  const raw = join(shelf, 'hongloumeng/24264-0.txt');
  sound(await normalizeInto({ raw, out: book }));
  return book;
}

/** Two of its letters are Hebrew, for which there is no face, and its one picture is not on the shelf. */
async function makeMobyDick(desk: string): Promise<string> {
  const book = join(desk, 'moby-dick');
  await cp(join(shelf, 'moby-dick/chapters'), join(book, 'chapters'), { recursive: true });
  const etymology = join(book, 'chapters/002-etymology.md');
  const text = await readFile(etymology, 'utf8');
  await writeFile(etymology, text.replaceAll(/\p{Script=Hebrew}/gu, ''));
  await mkdir(join(book, 'images'));
  const cross = '<path d="M4 0h2v4h4v2H6v4H4V6H0V4h4z"/>';
  await writeFile(
    join(book, 'images/queequegs-mark.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 10 10">${cross}</svg>`,
  );
  await writeFile(
    join(book, 'book.yaml'),
    'id: moby-dick\ntitle: Moby-Dick\nauthors: [Herman Melville]\nlanguage: en\ntheme: plain\ntrim: a5\n',
  );
  return book;
}

async function tell(book: string): Promise<void> {
  const name = book.split('/').at(-1) ?? '';
  const out = join('dist/bench', name);
  await mkdir(out, { recursive: true });
  const { figures, checks } = sound(await build({ book, out }));
  const failed = checks.filter(({ status }) => status === 'failed').map(({ check }) => check);
  const { pages, characters, chapters, seconds } = figures;
  console.log(
    `${name}: ${chapters} chapters, ${characters} characters, ${pages} pages, ${seconds.toFixed(1)} s; ` +
      `${checks.length} checks, failed: ${failed.join(', ') || 'none'}`,
  );
  const pdf = (await readdir(out)).find((file) => file.endsWith('.pdf')) ?? '';
  const report = await measure({ pdf: join(out, pdf), limit: limits });
  const counts = report.value?.counts ?? [];
  console.log(counts.map(({ kind, found, among }) => `  ${kind} ${found} of ${among}`).join('\n'));
  if (failed.length > 0 || hasErrors(report.diagnostics)) process.exitCode = 1;
}

function sound<T>({ value, diagnostics }: Outcome<T>): T {
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value;
}

await main();
