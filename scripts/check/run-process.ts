import { type ChildProcess, spawn } from 'node:child_process';

/** How a child process ended; the time limit and the signal both end it by force. */
export interface ProcessEnd {
  readonly exitCode: number | undefined;
  readonly output: string;
  readonly errors: string;
  readonly timedOut: boolean;
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly timeLimitMs: number;
  /** Beside this process's own environment. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** Whether the program is a launcher of others, which are ended with it. */
  readonly isLauncher?: boolean | undefined;
}

/** Most characters kept of each stream: a checker gone wild must not fill the memory. */
const mostOutput = 64_000_000;

/**
 * Runs a program without a shell; undefined where there is no such program. Throws the signal's reason when aborted;
 * the process is gone by then.
 */
export async function runProcess(
  command: string,
  args: readonly string[],
  { signal, timeLimitMs, environment, isLauncher = false }: RunOptions,
): Promise<ProcessEnd | undefined> {
  signal?.throwIfAborted();
  const end = await new Promise<ProcessEnd | undefined>((resolve) => {
    const env = { ...process.env, ...environment };
    // What a launcher starts is in its group; alone it would hold the pipes open, and this would wait for it.
    const detached = isLauncher && process.platform !== 'win32';
    const child = start(command, args, { env, detached });
    if (!child) {
      resolve(undefined);
      return;
    }
    const streams = { output: '', errors: '' };
    let timedOut = false;
    const kill = () => endProcess(child, detached);
    const timer = setTimeout(() => {
      timedOut = true;
      kill();
    }, timeLimitMs);
    signal?.addEventListener('abort', kill, { once: true });
    const finish = (result: ProcessEnd | undefined) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', kill);
      resolve(result);
    };
    gather(child.stdout, (text) => {
      streams.output = (streams.output + text).slice(0, mostOutput);
    });
    gather(child.stderr, (text) => {
      streams.errors = (streams.errors + text).slice(0, mostOutput);
    });
    child.on('error', () => finish(undefined));
    child.on('close', (code) => finish({ exitCode: code ?? undefined, ...streams, timedOut }));
  });
  signal?.throwIfAborted();
  return end;
}

/** Nothing for what the system starts by a shell alone (a `.bat` on Windows): that is refused at once, not told later. */
function start(
  command: string,
  args: readonly string[],
  options: { readonly env: NodeJS.ProcessEnv; readonly detached: boolean },
) {
  try {
    return spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  } catch {
    return undefined;
  }
}

function endProcess(child: ChildProcess, isGroup: boolean): void {
  try {
    if (isGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
  child.kill('SIGKILL');
}

/** What a process said last, in one line: why it failed, most often. */
export function lastLine(end: ProcessEnd | undefined): string {
  const lines = `${end?.output ?? ''}\n${end?.errors ?? ''}`.split('\n').map((line) => line.trim());
  return (
    lines
      .filter((line) => line !== '')
      .at(-1)
      ?.slice(0, 200) ?? `exit code ${end?.exitCode ?? 'unknown'}`
  );
}

function gather(stream: NodeJS.ReadableStream, add: (text: string) => void): void {
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string | Buffer) => add(String(chunk)));
}
