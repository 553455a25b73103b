import { join } from 'node:path';
import { writeExecutable } from '../files/write-executable.js';
import { browserFlags, type FoundBrowser, needsNoSandbox } from './browser.js';

/**
 * Makes a program in the folder that starts Banxin's browser, for another program to start by Puppeteer: with what the
 * browser needs, without a network, and in its sandbox where the system has one. It ends, whole, as soon as the one
 * that started it is gone, however that ended. Returns the program's path; on Windows that is the browser's own.
 */
export async function lendBrowser(found: FoundBrowser, folder: string): Promise<string> {
  if (process.platform === 'win32') return found.executable;
  const path = join(folder, 'browser');
  await writeExecutable(path, launcher(found, needsNoSandbox()));
  return path;
}

/**
 * Puppeteer holds the other end of the standard input, and makes the browser the leader of a process group. The shell
 * uses nothing but what is built into it.
 */
function launcher({ executable, environment }: FoundBrowser, noSandbox: boolean): string {
  const unwanted = noSandbox ? [] : ['--no-sandbox', '--disable-setuid-sandbox'];
  return [
    '#!/bin/sh',
    'exec 3<&0',
    '{ read -r _ <&3; kill -KILL -$$; } &',
    'exec 3<&-',
    ...Object.entries(environment).map(([name, value]) => `export ${name}=${quoted(value)}`),
    'for word; do',
    '  shift',
    ...unwanted.map((flag) => `  [ "$word" = ${flag} ] && continue`),
    '  set -- "$@" "$word"',
    'done',
    `exec ${quoted(executable)} ${browserFlags.map(quoted).join(' ')} "$@"`,
    '',
  ].join('\n');
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
