import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A Java that runs, and what it says of itself. */
export interface Java {
  /** Path, or the bare name where the system finds it on the PATH. */
  readonly command: string;
  /** E.g. `17.0.15`. */
  readonly version: string;
}

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
}

/** Most characters kept of each stream: a checker gone wild must not fill the memory. */
const mostOutput = 64_000_000;

/** Finds a Java that runs: `JAVA_HOME` first, then the PATH. A stub that only offers to install Java does not count. */
export async function findJava(signal?: AbortSignal): Promise<Java | undefined> {
  const home = process.env.JAVA_HOME;
  for (const command of [...(home ? [join(home, 'bin', 'java')] : []), 'java']) {
    const end = await runProcess(command, ['-version'], { signal, timeLimitMs: 20_000 });
    const version = /version "([^"]+)"/.exec(`${end?.errors}${end?.output}`)?.[1];
    if (end?.exitCode === 0 && version) return { command, version };
  }
  return undefined;
}

const forShortRuns = [
  // EPUBCheck's schemas recurse deeply; the default stack of some Javas is too small for long chapters.
  '-Xss4m',
  '-Djava.awt.headless=true',
  // A run of seconds: compiling well and collecting on many threads costs more than it saves (6.4 s of work become 3).
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseSerialGC',
];

/** Runs a jar. Throws the signal's reason when aborted; the process is gone by then. */
export async function runJar(
  java: Java,
  jar: string,
  args: readonly string[],
  options: RunOptions,
): Promise<ProcessEnd | undefined> {
  return runProcess(java.command, [...forShortRuns, '-jar', jar, ...args], options);
}

/** Runs a program without a shell; undefined where there is no such program. */
async function runProcess(
  command: string,
  args: readonly string[],
  { signal, timeLimitMs }: RunOptions,
): Promise<ProcessEnd | undefined> {
  signal?.throwIfAborted();
  const end = await new Promise<ProcessEnd | undefined>((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const streams = { output: '', errors: '' };
    let timedOut = false;
    const kill = () => child.kill('SIGKILL');
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

function gather(stream: NodeJS.ReadableStream, add: (text: string) => void): void {
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string | Buffer) => add(String(chunk)));
}
