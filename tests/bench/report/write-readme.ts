import { readFile, writeFile } from 'node:fs/promises';

const [start, end] = ['<!-- bench: npm run bench -- --write -->', '<!-- /bench -->'];

/** Puts a table between the two marks of the README; all else stays. */
export async function writeReadme(path: string, table: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no place for the table: ${start} … ${end}`);
  await writeFile(path, `${text.slice(0, from + start.length)}\n\n${table}\n\n${text.slice(to)}`);
}
