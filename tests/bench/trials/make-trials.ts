import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Chance } from '../../../scripts/bench/chance.js';
import { packageRoot } from '../../../scripts/files/package-root.js';
import { banxin, buildJob } from '../contestants/banxin.js';
import type { Contestant, Desk } from '../contestants/contestant.js';
import { writeBook } from '../forms/as-book.js';
import { runJob } from '../measure/run-job.js';
import { mixed } from '../texts/mixed.js';
import { novel } from '../texts/novel.js';
import { prose } from '../texts/prose.js';
import { edited, type Text } from '../texts/text.js';
import { words } from '../texts/words.js';
import type { Kind, Trial } from './trial.js';

export interface Plan {
  readonly kinds: readonly Kind[];
  /** Pages of the novels. */
  readonly sizes: readonly number[];
  readonly tools: readonly Contestant[];
  /** A raw text to cut the novels from. */
  readonly textFile: string | undefined;
  /** Seconds that a run may take. */
  readonly limit: number;
  /** Where books and outputs lie. */
  readonly folder: string;
}

/** Pages of the mixed book, and of the novel that is edited and made an e-book. */
const mixedPages = 200;
const editedPages = 500;

/** Writes every text in every tool's language; the order is that of the table. */
export async function makeTrials(plan: Plan, desk: Desk): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  const enter = async (kind: Kind, size: number, text: Text): Promise<void> => {
    for (const tool of plan.tools) {
      const job = await tool.prepare(text, join(plan.folder, text.name, tool.name), desk);
      trials.push({ kind, tool: tool.name, size, job });
    }
  };
  const read = (pages: number): Promise<Text> | Text =>
    plan.textFile === undefined ? prose(pages) : novel(plan.textFile, pages);
  if (plan.kinds.includes('prose'))
    for (const size of plan.sizes) await enter('prose', size, await read(size));
  if (plan.kinds.includes('mixed')) await enter('mixed', mixedPages, mixed(mixedPages));
  if (!plan.tools.includes(banxin)) return trials;
  if (plan.kinds.includes('edit')) trials.push(await editTrial(await read(editedPages), plan));
  if (plan.kinds.includes('epub')) trials.push(await epubTrial(await read(editedPages), plan));
  if (plan.kinds.includes('seed')) trials.push(await seedTrial(plan));
  return trials;
}

/** A paragraph is changed, and the book built again in a new process that finds what the last build kept. */
async function editTrial(text: Text, { folder, limit }: Plan): Promise<Trial> {
  const place = join(folder, 'edit');
  const book = join(place, 'book');
  await writeBook(text, book);
  const job = buildJob(book, place, ['pdf'], 'bench');
  return {
    kind: 'edit',
    tool: banxin.name,
    size: editedPages,
    job,
    warm: true,
    before: (round) => writeBook(edited(text, `${words(new Chance(round), 20)}。`), book),
    after: async () => {
      const warm = await readFile(job.output);
      const cold = await runJob(job, { limit });
      if ('failure' in cold) return `cold build: ${cold.failure}`;
      const same = warm.equals(await readFile(job.output));
      return same ? 'the same bytes as a cold build' : 'OTHER BYTES THAN A COLD BUILD';
    },
  };
}

async function epubTrial(text: Text, { folder }: Plan): Promise<Trial> {
  const place = join(folder, 'epub');
  const book = join(place, 'book');
  await writeBook(text, book);
  return {
    kind: 'epub',
    tool: banxin.name,
    size: editedPages,
    job: buildJob(book, place, ['epub'], 'bench'),
  };
}

/** The first book of the repository, both formats; a copy, so that no cache of it is touched. */
async function seedTrial({ folder }: Plan): Promise<Trial> {
  const name = 'shanghai-2022-03-31';
  const place = join(folder, 'seed');
  const book = join(place, 'book');
  await cp(join(packageRoot, 'manuscript', name), book, { recursive: true });
  return { kind: 'seed', tool: banxin.name, job: buildJob(book, place, ['pdf', 'epub'], name) };
}
