import { resolve } from 'node:path';
import { kindOf } from '../files/read.js';
import { type FolderWatch, watchFolder } from '../files/watch-folder.js';
import type { BuildOptions, BuildResult } from '../model/build-types.js';
import type { Outcome } from '../model/outcome.js';
import type { ExitCode, Report, Session, Speaker } from './command.js';

/** A book folder that is watched, and what in it the builds write. */
export interface BookWatch {
  readonly folder: FolderWatch;
  /** Absolute paths that are no edits. */
  readonly outputs: Set<string>;
}

/**
 * Begins to watch, before the first build: what is saved while that works counts too. `undefined` where there is no such
 * folder, which the build will say.
 */
export async function startWatch(
  { book, out }: BuildOptions,
  signal: AbortSignal,
): Promise<BookWatch | undefined> {
  const path = resolve(book);
  if ((await kindOf(path)) !== 'folder') return undefined;
  const folder = resolve(out ?? 'dist');
  // Outputs beside the manuscript are known one by one.
  const outputs = new Set(path.startsWith(folder) ? [] : [folder]);
  return { folder: await watchFolder(path, outputs, signal), outputs };
}

/** What is built again and again, and how a build is reported. */
export interface RepeatedBuild {
  readonly options: BuildOptions;
  readonly build: (options: BuildOptions) => Promise<Outcome<BuildResult>>;
  readonly reportOf: (outcome: Outcome<BuildResult>) => Report;
  /** The build that came before. */
  readonly first: BuildResult | undefined;
}

/**
 * Builds a book again after each change in its folder, until it is stopped. A change during a build ends that build: its
 * outputs would be of yesterday. Throws the signal's reason when the run is stopped.
 */
export async function watchBuild(
  { folder, outputs }: BookWatch,
  { options, build, reportOf, first }: RepeatedBuild,
  { signal }: Pick<Session, 'signal'>,
  { report, during }: Speaker,
): Promise<ExitCode> {
  try {
    for (const file of first?.files ?? []) outputs.add(file);
    let changed = folder.changes();
    for (;;) {
      await changed;
      const newer = new AbortController();
      changed = folder.changes();
      const stopped = changed.then(
        () => newer.abort(),
        () => undefined,
      );
      const outcome = await during((onProgress) =>
        build({ ...options, onProgress, signal: AbortSignal.any([signal, newer.signal]) }),
      ).catch((error: unknown) => {
        if (newer.signal.aborted && !signal.aborted) return undefined;
        throw error;
      });
      for (const file of outcome?.value?.files ?? []) outputs.add(file);
      if (outcome) report(reportOf(outcome));
      else await stopped;
    }
  } finally {
    await folder.end();
  }
}
