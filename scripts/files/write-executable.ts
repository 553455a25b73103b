import { writeFile } from 'node:fs/promises';

/** Writes a script that the system runs, into a folder of our own. Throws the system's error. */
export async function writeExecutable(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o700, flag: 'wx' });
}
