import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(projectFolder, 'dist', 'lib', 'cli.js');

/** Environment in which no Java is found: the same build, some seconds shorter. */
export const withoutJava = { PATH: '/nonexistent', JAVA_HOME: '' };

/** How a run of the command line ended. `code` is null where a signal killed it. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Beside a bare environment without language or colour. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts `banxin` as a child process; `ended` tells how it went. */
export function startBanxin(
  words: readonly string[],
  { cwd, env }: RunOptions = {},
): { readonly child: ChildProcess; readonly ended: Promise<Run> } {
  const child = spawn(process.execPath, [cli, ...words], {
    cwd: cwd ?? projectFolder,
    env: { ...bareEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  const ended = new Promise<Run>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output }));
  });
  return { child, ended };
}

/** Runs `banxin` to its end. */
export function banxin(words: readonly string[], options?: RunOptions): Promise<Run> {
  return startBanxin(words, options).ended;
}

/** Starts a command that goes on, and waits for what it prints on standard output. */
export async function startServing(words: readonly string[], cwd: string) {
  const started = startBanxin(words, { cwd });
  // A test that fails leaves nothing running.
  onTestFinished(async () => {
    started.child.kill('SIGINT');
    await started.ended;
  });
  let stdout = '';
  started.child.stdout?.on('data', (text: string) => {
    stdout += text;
  });
  const deadline = performance.now() + 20_000;
  while (!stdout.endsWith('\n')) {
    if (performance.now() > deadline) throw new Error(`no word after 20 s: ${stdout}`);
    await sleep(20);
  }
  return { ...started, stdout: () => stdout };
}

/** An empty folder that the running test has for itself. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A book of so many short chapters in a folder of its own; `yaml` is added to its `book.yaml`. */
export function writeBook(folder: string, chapters = 1, yaml = ''): string {
  const book = join(folder, 'book');
  mkdirSync(join(book, 'chapters'), { recursive: true });
  writeFileSync(join(book, 'book.yaml'), `id: small\ntitle: 小书\nlanguage: zh-Hans\n${yaml}`);
  for (let n = 1; n <= chapters; n++) {
    const name = `${String(n).padStart(2, '0')}-chapter.md`;
    writeFileSync(
      join(book, 'chapters', name),
      `# 第${n}章\n\n${'春风又绿江南岸，明月何时照我还。'.repeat(20)}\n`,
    );
  }
  return book;
}

/** What a program needs to run and to find its cache; nothing that says how messages look. */
function bareEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'JAVA_HOME', 'XDG_CACHE_HOME', 'BANXIN_CACHE'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
