#!/usr/bin/env node
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { type ExitCode, exitCodes } from './commands/command.js';
import { main } from './commands/main.js';
import { chooseStyle, type Terminal } from './commands/terminal.js';
import { diagnose } from './diagnostics/catalogue.js';
import { chooseLocale } from './diagnostics/locale.js';
import { formatDiagnostics } from './diagnostics/report.js';
import { packageVersion } from './files/package-root.js';
import { removeTemporaryFolders } from './files/temporary-folder.js';
import { removeUnfinishedFiles } from './files/write.js';
import type { Diagnostic } from './model/diagnostic.js';

/** How long (in milliseconds) a stopped run may take to put its things away. */
const clearingTime = 10_000;

const stopper = new AbortController();
const { stdout, stderr, env } = process;
const isTerminal = Boolean(stderr.isTTY);
const terminal: Terminal = {
  stdout,
  stderr,
  style: chooseStyle(chooseLocale(env), env, isTerminal),
  interactive: isTerminal && env.TERM !== 'dumb',
  columns: stderr.columns || 80,
  annotates: env.GITHUB_ACTIONS === 'true',
  ...(isTerminal && process.stdin.isTTY && { ask: askPerson }),
};

process.on('SIGINT', () => stop(exitCodes.interrupted));
process.on('SIGTERM', () => stop(exitCodes.terminated));
process.on('SIGHUP', () => stop(exitCodes.hungUp));
process.on('uncaughtException', fail);
stdout.on('error', reportBrokenOutput);
// Where standard error is gone, nobody is left to tell.
stderr.on('error', () => undefined);

/** Asks on standard error, where talk goes. Ctrl+C ends the run as everywhere. */
async function askPerson(question: string, usual: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const asking = createInterface({ input: process.stdin, output: stderr });
  asking.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    const answer = await asking.question(`${question}${usual === '' ? '' : ` (${usual})`}: `, {
      signal: stopper.signal,
    });
    return answer.trim() === '' ? usual : answer;
  } finally {
    asking.close();
  }
}

const running = main(process.argv.slice(2), terminal, stopper.signal);
running.then(end, fail);

/** Ends the process when all is written; the only place that sets the exit code. */
function end(code: ExitCode): void {
  if (stopper.signal.aborted) return;
  exit(code);
}

function exit(code: ExitCode): void {
  process.exitCode ??= code;
  // Some library's forgotten timer must not hold a finished run; an error of writing is told first.
  stdout.write('', () => setImmediate(() => process.exit()));
}

/**
 * First time: lets the run put its things away, then ends; a run that goes on until it is stopped gives
 * its own exit code. Second time: ends at once.
 */
function stop(code: ExitCode): void {
  if (stopper.signal.aborted) process.exit(code);
  stopper.abort();
  const settled = running.catch(() => code);
  const late = sleep(clearingTime).then(() => code);
  void Promise.race([settled, late]).then(clearUp);
}

/** Tells of an exception that no stage foresaw, in one line; the trace is for who mends it. */
function fail(error: unknown): void {
  // A stopped run throws the reason of its stopping, and what it holds may fail in turn.
  if (stopper.signal.aborted) return;
  const reason = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replace(
    /\s+/g,
    ' ',
  );
  say(diagnose('banxin-fault', { version: packageVersion, reason }));
  if (env.BANXIN_DEBUG === '1') stderr.write(`${inspect(error)}\n`);
  void clearUp(exitCodes.ownFault);
}

async function clearUp(code: ExitCode): Promise<void> {
  await Promise.all([removeUnfinishedFiles(), removeTemporaryFolders()]);
  exit(code);
}

/** A reader that has seen enough (`banxin … | head`) is no fault; a full disk is. */
function reportBrokenOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  say(diagnose('stdout-unwritable', { reason: error.code ?? error.message }));
  process.exit(exitCodes.bookHasErrors);
}

function say(diagnostic: Diagnostic): void {
  stderr.write(formatDiagnostics([diagnostic], terminal.style));
}
