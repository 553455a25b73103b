import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { isInside } from '../files/inside.js';
import { writeAll } from '../files/write.js';
import type { Artifact } from '../model/artifact.js';
import type { Book } from '../model/book.js';
import { failure, type Outcome, success } from '../model/outcome.js';

/** Outputs never land among what people write: not in the book's `chapters/` or `source/`. */
export function refuseManuscript(folder: string, book: Book): Outcome<true> {
  const own = ['chapters', 'source'].map((name) => join(book.folder, name));
  if (!own.some((path) => isInside(path, folder))) return success(true);
  return failure([diagnose('out-inside-manuscript', { path: displayPath(folder) })]);
}

/** Writes all outputs into a folder, all or none; gives their paths. */
export async function writeOutputs(
  folder: string,
  artifacts: readonly Artifact[],
): Promise<Outcome<readonly string[]>> {
  const files = artifacts.map(({ fileName, bytes }) => ({ path: join(folder, fileName), bytes }));
  const faults = await writeAll(files);
  return faults.length > 0 ? failure(faults) : success(files.map((file) => file.path));
}
