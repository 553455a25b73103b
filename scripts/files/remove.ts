import { rm } from 'node:fs/promises';
import type { Diagnostic } from '../model/diagnostic.js';
import { writeFault } from './errors.js';

/** Removes files that Banxin made and no longer makes; one that is gone already is no fault. */
export async function removeFiles(paths: readonly string[]): Promise<readonly Diagnostic[]> {
  const faults: Diagnostic[] = [];
  for (const path of paths) {
    try {
      await rm(path, { force: true });
    } catch (error) {
      faults.push(writeFault(error, path));
    }
  }
  return faults;
}
