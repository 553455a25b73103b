import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A control group of Linux for one run: it knows every process of the run, and what all of them together used. */
export interface ControlGroup {
  /** Runs the command in the group. */
  enter(command: string, args: readonly string[]): readonly [command: string, args: readonly string[]];
  processes(): Promise<readonly number[]>;
  /** CPU time of all processes, also of those that have ended, in seconds. */
  cpuSeconds(): Promise<number>;
  /** Ends what is left of the run. */
  end(): Promise<void>;
}

let runs = 0;

/** Makes a control group; gives `undefined` where this user may not, or where there are none. */
export async function openControlGroup(): Promise<ControlGroup | undefined> {
  try {
    const mounts = await readFile('/proc/mounts', 'utf8');
    const root = mounts.match(/^\S+ (\S+) cgroup2 /m)?.[1];
    if (root === undefined) return undefined;
    runs += 1;
    const folder = join(root, `banxin-bench-${process.pid}-${runs}`);
    await mkdir(folder);
    return controlGroup(folder);
  } catch {
    return undefined;
  }
}

function controlGroup(folder: string): ControlGroup {
  const members = join(folder, 'cgroup.procs');
  const processes = async (): Promise<readonly number[]> =>
    (await readFile(members, 'utf8')).split('\n').filter(Boolean).map(Number);
  return {
    enter: (command, args) => ['/bin/sh', ['-c', 'echo $$ > "$0" && exec "$@"', members, command, ...args]],
    processes,
    cpuSeconds: async () => {
      const usage = (await readFile(join(folder, 'cpu.stat'), 'utf8')).match(/usage_usec (\d+)/)?.[1];
      return Number(usage) / 1e6;
    },
    end: async () => {
      await writeFile(join(folder, 'cgroup.kill'), '1');
      // What was killed keeps the group for a moment; one that stays behind in the end holds nothing up.
      for (let tries = 0; tries < 100 && !(await isRemoved(folder)); tries++) await sleep(20);
    },
  };
}

async function isRemoved(folder: string): Promise<boolean> {
  return rmdir(folder).then(
    () => true,
    () => false,
  );
}
