import { join } from 'node:path';
import { writeAll } from '../files/write.js';
import type { Artifact } from '../model/artifact.js';
import { failure, type Outcome, success } from '../model/outcome.js';

/** Writes all outputs into a folder, all or none; gives their paths. */
export async function writeOutputs(
  folder: string,
  artifacts: readonly Artifact[],
): Promise<Outcome<readonly string[]>> {
  const files = artifacts.map(({ fileName, bytes }) => ({ path: join(folder, fileName), bytes }));
  const faults = await writeAll(files);
  return faults.length > 0 ? failure(faults) : success(files.map((file) => file.path));
}
