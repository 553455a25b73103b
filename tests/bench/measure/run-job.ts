import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '../contestants/contestant.js';
import { openControlGroup } from './control-group.js';
import { memoryOf, processTree } from './process-tree.js';

/** What one run took; a run that failed or came too late has no figures. */
export type Run =
  | {
      readonly seconds: number;
      readonly cpuSeconds: number | undefined;
      readonly peakMemory: number | undefined;
    }
  | { readonly failure: string };

export interface RunOptions {
  /** A run that takes longer is ended; seconds. */
  readonly limit: number;
  /** Whether caches of earlier runs are left to be found. */
  readonly warm?: boolean;
  /** Whether memory is watched, which costs the run some of its time. */
  readonly watchMemory?: boolean;
}

/** How often memory is looked at, ms. */
const watchInterval = 200;

/** Runs a job as a process of its own, timed from its start to its exit. */
export async function runJob(
  job: Job,
  { limit, warm = false, watchMemory = false }: RunOptions,
): Promise<Run> {
  for (const path of warm ? [] : [...job.caches, job.output])
    await rm(path, { recursive: true, force: true });
  const group = await openControlGroup();
  const [command, args] = group ? group.enter(job.command, job.args) : [job.command, job.args];
  const started = performance.now();
  const child = spawn(command, args, {
    cwd: job.folder,
    env: { ...process.env, ...job.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Leads a process group, so that it can be ended with its children.
    detached: true,
  });
  const exited = once(child, 'exit');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      said = (said + data.toString()).slice(-4000);
    });
  }
  const { pid } = child;
  const late = new AbortController();
  const stop = async (): Promise<void> => {
    if (pid !== undefined) endTree(await processTree(pid));
    late.abort();
  };
  const timer = setTimeout(() => void stop(), limit * 1000);
  const watch = { over: false };
  const peak =
    watchMemory && pid !== undefined
      ? watchPeak(() => (group ? group.processes() : processTree(pid)), watch)
      : undefined;
  try {
    const [code] = await exited;
    const seconds = (performance.now() - started) / 1000;
    watch.over = true;
    if (late.signal.aborted) return { failure: `over ${limit} s` };
    if (code !== 0) return { failure: `exit code ${code}: ${complaint(said)}` };
    return { seconds, cpuSeconds: await group?.cpuSeconds(), peakMemory: await peak };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  } finally {
    watch.over = true;
    clearTimeout(timer);
    await group?.end();
  }
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

function endTree(processes: readonly number[]): void {
  for (const pid of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/** The line in which a program says what is wrong: the first that speaks of an error, else its last. */
function complaint(said: string): string {
  const lines = said.split('\n').map((line) => line.trim());
  return (lines.find((line) => /error/i.test(line)) ?? lines.findLast(Boolean) ?? '').replaceAll('|', '/');
}
