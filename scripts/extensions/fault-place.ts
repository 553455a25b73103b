import { displayPath } from '../files/display-path.js';
import type { Place } from '../model/diagnostic.js';

/** What an error of a book's own code says in one line, without paths and without its trace. */
export function reasonOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  const first = words
    .replace(/\n\s*Require stack:[\s\S]*$/, '')
    .replace(/\s*\S*[/\\]\S+:\d+(?::\d+)?\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return first.length > 200 ? `${first.slice(0, 200)}…` : first;
}

/** The first place in the book's own files that an error names, by line. */
export function placeOfError(error: unknown, files: readonly string[]): Place | undefined {
  const [entry] = files;
  if (entry === undefined) return undefined;
  const told = error instanceof Error ? `${error.stack ?? ''}\n${error.message}` : '';
  const named = files.flatMap((file) => {
    const at = told.indexOf(`${file}:`);
    const line = at < 0 ? undefined : /^\d+/.exec(told.slice(at + file.length + 1))?.[0];
    return line === undefined ? [] : [{ at, place: { file: displayPath(file), line: Number(line) } }];
  });
  const [first] = named.sort((a, b) => a.at - b.at);
  return first?.place ?? { file: displayPath(entry) };
}
