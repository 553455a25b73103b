import { join } from 'node:path';
import { writeAll } from '../files/write.js';
import type { Artifact } from '../model/artifact.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { Workshop } from './workshop.js';

/** Writes all outputs into the build's folder, all or none; gives their paths. */
export async function writeOutputs(
  { folder, onProgress, signal }: Workshop,
  artifacts: readonly (Artifact | null | undefined)[],
): Promise<Outcome<readonly string[]>> {
  signal?.throwIfAborted();
  onProgress({ stage: 'write', done: 0, total: 1 });
  const made = artifacts.filter((artifact) => artifact != null);
  const files = made.map(({ fileName, bytes }) => ({ path: join(folder, fileName), bytes }));
  const faults = await writeAll(files);
  return faults.length > 0 ? failure(faults) : success(files.map((file) => file.path));
}
