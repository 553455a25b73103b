import { readFile } from 'node:fs/promises';
import { openPdf } from '../../../scripts/check/pdf-file.js';
import { type Run, runJob, type Timing } from '../measure/run-job.js';
import { spreadOf } from '../measure/statistics.js';
import type { Row, Trial } from './trial.js';

export interface RunOptions {
  /** Timed runs of each trial. */
  readonly runs: number;
  /** Seconds that a run may take. */
  readonly limit: number;
  readonly onRun: (trial: Trial, round: number, run: Run) => void;
}

/** A trial that takes longer than this, in seconds, is timed once; the table says how often each was. */
const longRun = 60;

/** What is known of a trial while the rounds go on. */
interface Record {
  readonly trial: Trial;
  readonly timings: Timing[];
  watched?: Timing;
  pages?: number | undefined;
  bytes?: number;
  failure?: string;
}

/**
 * Runs all trials in rounds, so that a busy minute of the machine falls on all of them: one round in which memory is
 * watched and nothing timed, then the timed ones.
 */
export async function runTrials(trials: readonly Trial[], options: RunOptions): Promise<readonly Row[]> {
  const records: readonly Record[] = trials.map((trial) => ({ trial, timings: [] }));
  for (let round = 0; round <= options.runs; round++) {
    // To and fro, so that no tool always comes after the same other.
    for (const record of round % 2 === 0 ? records : [...records].reverse()) {
      if (isDone(record, round)) continue;
      const given = round === 0 ? hopeless(record, records) : undefined;
      const run = given ?? (await runOnce(record.trial, round, options.limit));
      options.onRun(record.trial, round, run);
      await note(record, round, run);
    }
  }
  return Promise.all(records.map(toRow));
}

function isDone({ failure, watched, timings }: Record, round: number): boolean {
  if (failure !== undefined) return true;
  return round > 0 && timings.length > 0 && (watched?.seconds ?? 0) > longRun;
}

/** A tool that came too late with a shorter book is not asked for a longer one. */
function hopeless({ trial }: Record, records: readonly Record[]): Run | undefined {
  const late = records.find(
    ({ trial: other, failure }) =>
      failure?.startsWith('over') &&
      other.tool === trial.tool &&
      other.kind === trial.kind &&
      (other.size ?? 0) < (trial.size ?? 0),
  );
  return late && { failure: `not tried: ${late.trial.size} pages took ${late.failure}` };
}

async function runOnce(trial: Trial, round: number, limit: number): Promise<Run> {
  const { job, warm = false, before } = trial;
  if (warm && round === 0) await runJob(job, { limit });
  await before?.(round);
  return runJob(job, { limit, warm, watchMemory: round === 0 });
}

async function note(record: Record, round: number, run: Run): Promise<void> {
  if ('failure' in run) {
    record.failure = run.failure;
  } else if (round === 0) {
    record.watched = run;
    const file = await readFile(record.trial.job.output).catch(() => undefined);
    if (!file) record.failure = 'wrote nothing';
    else Object.assign(record, { bytes: file.length, pages: await pagesOf(file) });
  } else {
    record.timings.push(run);
  }
}

async function pagesOf(file: Buffer): Promise<number | undefined> {
  if (!file.subarray(0, 5).equals(Buffer.from('%PDF-'))) return undefined;
  const pdf = await openPdf(file);
  await pdf?.close();
  return pdf?.pages;
}

async function toRow({ trial, timings, watched, pages, bytes, failure }: Record): Promise<Row> {
  const { kind, tool, size, after } = trial;
  const wall = spreadOf(timings.map(({ seconds }) => seconds));
  const cpu = spreadOf(timings.flatMap(({ cpuSeconds }) => cpuSeconds ?? []));
  return {
    kind,
    tool,
    ...(size !== undefined && { size }),
    ...(pages !== undefined && { pages }),
    ...(bytes !== undefined && { bytes }),
    ...(wall && { wall }),
    ...(cpu && { cpu }),
    ...(watched?.peakMemory !== undefined && { peakMemory: watched.peakMemory }),
    ...(failure !== undefined && { failure }),
    ...(after && failure === undefined && { remark: await after() }),
  };
}
