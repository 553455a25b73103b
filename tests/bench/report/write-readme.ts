import { readFile, writeFile } from 'node:fs/promises';

/** The lines between which a table stands. */
export type Marks = readonly [start: string, end: string];

const benchMarks: Marks = ['<!-- bench: npm run bench -- --write -->', '<!-- /bench -->'];

/** Puts a table between the two marks of the README; all else stays. */
export async function writeReadme(
  path: string,
  table: string,
  [start, end]: Marks = benchMarks,
): Promise<void> {
  const text = await readFile(path, 'utf8');
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no place for the table: ${start} … ${end}`);
  await writeFile(path, `${text.slice(0, from + start.length)}\n\n${table}\n\n${text.slice(to)}`);
}
