import { packageVersion } from '../files/package-root.js';
import { type Command, type ExitCode, exitCodes, type Speaker } from './command.js';
import { commandHelp, generalHelp } from './help.js';
import { showProgress } from './progress-display.js';
import { type Invocation, readArguments } from './read-arguments.js';
import { commands } from './table.js';
import type { Terminal } from './terminal.js';
import { writeReport } from './write-report.js';

/**
 * A whole run of the command line: reads the words, does what they ask, reports, and gives the exit
 * code. Throws the signal's reason if it is aborted, and what is a fault of Banxin itself.
 */
export async function main(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { stdout, stderr, style } = terminal;
  if (words.length === 0) {
    stderr.write(generalHelp(commands, style.locale));
    return exitCodes.wrongUsage;
  }
  const invocation = readArguments(words, commands);
  switch (invocation.kind) {
    case 'help':
      stdout.write(help(invocation.command, terminal));
      return exitCodes.fine;
    case 'version':
      stdout.write(`${packageVersion}\n`);
      return exitCodes.fine;
    case 'misuse':
      return misuse(invocation, terminal);
    case 'run':
      return run(invocation, terminal, signal);
  }
}

function help(command: Command | undefined, { style: { locale } }: Terminal): string {
  return command ? commandHelp(command, locale) : generalHelp(commands, locale);
}

function misuse(
  { command, diagnostics, json }: Extract<Invocation, { kind: 'misuse' }>,
  terminal: Terminal,
): ExitCode {
  const report = { exitCode: exitCodes.wrongUsage, diagnostics, data: {}, lines: [] };
  writeReport(command ?? null, report, terminal, json);
  return exitCodes.wrongUsage;
}

async function run(
  { command, request, json }: Extract<Invocation, { kind: 'run' }>,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const display = showProgress(terminal);
  try {
    const { style, ask } = terminal;
    const isAsked = ask !== undefined && !json;
    const session = { signal, onProgress: display.onProgress, style, ...(isAsked && { ask }) };
    const report = await command.run(request, session);
    signal.throwIfAborted();
    display.end();
    writeReport(command.name, report, terminal, json);
    return report.goesOn ? await report.goesOn(speaker(command.name, terminal, json)) : report.exitCode;
  } finally {
    display.end();
  }
}

function speaker(command: string, terminal: Terminal, json: boolean): Speaker {
  return {
    report: (report) => writeReport(command, report, terminal, json),
    during: async (work) => {
      const display = showProgress(terminal);
      return work(display.onProgress).finally(display.end);
    },
  };
}
