import { join } from 'node:path';
import { type ProcessEnd, type RunOptions, runProcess } from './run-process.js';

/** A Java that runs, and what it says of itself. */
export interface Java {
  /** Path, or the bare name where the system finds it on the PATH. */
  readonly command: string;
  /** E.g. `17.0.15`. */
  readonly version: string;
}

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
