import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { packageRoot } from '../../../scripts/files/package-root.js';
import type { Desk } from '../contestants/contestant.js';
import { openDesk } from '../contestants/desk.js';
import { installTools } from '../contestants/install.js';
import { runJob } from '../measure/run-job.js';
import { type Marks, writeReadme } from '../report/write-readme.js';
import { factsOf, madeEpub, sameBytes } from './facts.js';
import { type Maker, makers } from './maker.js';
import { type Subject, subjects } from './subject.js';
import { type Row, tableOf } from './table.js';

/**
 * `npm run bench:epub -- [--install] [--write]`: the EPUBs that Banxin and other tools make of the same chapters, held
 * against the same checkers. `--install` brings what npm has; pandoc is used where it is on the PATH.
 */
const marks: Marks = ['<!-- bench:epub: npm run bench:epub -- --write -->', '<!-- /bench:epub -->'];
const limitSeconds = 300;

async function main(words: readonly string[]): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'banxin-bench-epub-'));
  try {
    const desk = await openDesk(join(place, 'desk'));
    if (words.includes('--install'))
      await installTools(
        makers.flatMap(({ contestant }) => contestant ?? []),
        desk,
      );
    const rows: Row[] = [];
    for (const subject of await subjects(join(place, 'books')))
      for (const maker of makers)
        rows.push(await compare(maker, subject, join(place, String(rows.length)), desk));
    const table = tableOf(rows, new Date().toISOString().slice(0, 10));
    console.log(table);
    await mkdir(join(packageRoot, 'dist/bench'), { recursive: true });
    await writeFile(join(packageRoot, 'dist/bench/epub.json'), `${JSON.stringify(rows, undefined, 2)}\n`);
    if (words.includes('--write')) await writeReadme(join(packageRoot, 'README.md'), table, marks);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Makes the book twice, some seconds apart, as another day would show what a clock writes. */
async function compare({ label, job }: Maker, subject: Subject, folder: string, desk: Desk): Promise<Row> {
  await mkdir(folder, { recursive: true });
  const row = { book: subject.name, tool: label };
  const made = await job(subject, folder, desk);
  if (!made) return { ...row, failure: 'not installed' };
  const first = await runJob(made, { limit: limitSeconds });
  if ('failure' in first) return { ...row, failure: plainLine(first.failure) };
  const one = await madeEpub(made.output);
  await sleep(2_500);
  const again = await runJob(made, { limit: limitSeconds });
  const isSame = !('failure' in again) && sameBytes(one, await madeEpub(made.output));
  console.error(`${subject.name}, ${label}: ${first.seconds.toFixed(1)} s`);
  return { ...row, seconds: first.seconds, isSame, facts: await factsOf(one) };
}

/** The first line of what a tool said, without its colours. */
function plainLine(text: string): string {
  return stripVTControlCharacters(text).split('\n')[0] ?? '';
}

await main(process.argv.slice(2));
