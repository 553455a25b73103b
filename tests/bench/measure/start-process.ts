import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Job } from '../contestants/contestant.js';
import type { ControlGroup } from './control-group.js';
import { processTree } from './process-tree.js';

export interface RunningProcess {
  readonly pid: number | undefined;
  readonly ended: Promise<Ending>;
}

export type Ending = { readonly seconds: number } | { readonly failure: string };

/** How much of what a process says is kept, to tell why it failed; characters. */
const keptWords = 4000;

/** Starts a job; after `limit` seconds it is ended with all its children, as it is when the bench is stopped. */
export function startProcess(job: Job, limit: number, group: ControlGroup | undefined): RunningProcess {
  const [command, args] = group ? group.enter(job.command, job.args) : [job.command, job.args];
  const started = performance.now();
  const child = spawn(command, args, {
    cwd: job.folder,
    env: { ...process.env, ...job.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      said = (said + data.toString()).slice(-keptWords);
    });
  }
  let late = false;
  const stop = async (): Promise<void> => {
    late = true;
    if (child.pid !== undefined) endAll(await processTree(child.pid));
  };
  const interrupt = (): void => void stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupt);
  const timer = setTimeout(() => void stop(), limit * 1000);
  const ended = once(child, 'exit')
    .then(([code]): Ending => {
      if (late) return { failure: `over ${limit} s` };
      if (code !== 0) return { failure: `exit code ${code}: ${complaint(said)}` };
      return { seconds: (performance.now() - started) / 1000 };
    })
    .catch((error: Error): Ending => ({ failure: error.message }))
    .finally(() => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt);
    });
  return { pid: child.pid, ended };
}

function endAll(processes: readonly number[]): void {
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
