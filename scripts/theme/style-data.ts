import { diagnose } from '../diagnostics/catalogue.js';
import { readOwnText } from '../files/read.js';
import { isRecord } from '../model/is-record.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import { findOwnFile, type OwnRoots } from './own-files.js';

/** Reads a JSON object of `styles/`; what is no JSON object is `style-data-malformed` with its path. */
export async function readStyleData(
  bookFolder: OwnRoots,
  path: string,
): Promise<Outcome<Record<string, unknown>>> {
  const file = await findOwnFile(bookFolder, path);
  if (file === undefined) return malformed(path, 'the file is missing');
  try {
    const data: unknown = JSON.parse(await readOwnText(file));
    return isRecord(data) ? success(data) : malformed(file, 'not a JSON object');
  } catch (error) {
    return malformed(file, error instanceof Error ? error.message : String(error));
  }
}

/** The diagnostic for data of the wrong shape. */
export function malformed<T>(path: string, problem: string): Outcome<T> {
  return failure([diagnose('style-data-malformed', { path, problem }, { file: path })]);
}

/** Whether each named field of a record is a positive finite number. */
export function hasNumbers<K extends string>(
  data: Record<string, unknown>,
  names: readonly K[],
): data is Record<K, number> & Record<string, unknown> {
  return names.every((name) => {
    const value = data[name];
    return typeof value === 'number' && Number.isFinite(value) && value > 0;
  });
}
