import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '../contestants/contestant.js';
import { openControlGroup } from './control-group.js';
import { memoryOf, processTree } from './process-tree.js';
import { startProcess } from './start-process.js';

/** What one run took; a run that failed or came too late has no figures. */
export type Run = Timing | { readonly failure: string };

export interface Timing {
  /** From the start of the process to its exit. */
  readonly seconds: number;
  /** Of all its processes; unknown where the system has no control groups for this user. */
  readonly cpuSeconds: number | undefined;
  /** Bytes of all its processes at their highest, where it was watched. */
  readonly peakMemory: number | undefined;
}

export interface RunOptions {
  /** A run that takes longer is ended; seconds. */
  readonly limit: number;
  /** Whether caches of earlier runs are left to be found. */
  readonly warm?: boolean;
  /** Whether memory is watched, which costs the run some of its time. */
  readonly watchMemory?: boolean;
}

/** How often memory is looked at, ms. */
const watchInterval = 100;

/** Runs a job as a process of its own, timed from its start to its exit. */
export async function runJob(job: Job, options: RunOptions): Promise<Run> {
  const { limit, warm = false, watchMemory = false } = options;
  const old = warm ? [] : [...job.caches, job.output];
  for (const path of old) await rm(path, { recursive: true, force: true });
  const group = await openControlGroup();
  const running = startProcess(job, limit, group);
  const watch = { over: false };
  const processes = async (): Promise<readonly number[]> =>
    group ? group.processes() : processTree(running.pid ?? 0);
  const peak = watchMemory ? watchPeak(processes, watch) : undefined;
  const end = await running.ended;
  watch.over = true;
  const cpuSeconds = await group?.cpuSeconds();
  const peakMemory = await peak;
  await group?.end();
  return 'failure' in end ? end : { seconds: end.seconds, cpuSeconds, peakMemory };
}

async function watchPeak(
  processes: () => Promise<readonly number[]>,
  watch: { readonly over: boolean },
): Promise<number | undefined> {
  let peak = 0;
  while (!watch.over) {
    peak = Math.max(peak, await memoryOf(await processes().catch(() => [])));
    await sleep(watchInterval);
  }
  return peak > 0 ? peak : undefined;
}
