import { resolve } from 'node:path';
import { watchFolder } from '../files/watch-folder.js';
import type { BuildOptions, BuildResult } from '../model/build-types.js';
import type { Outcome } from '../model/outcome.js';
import type { ExitCode, Report, Session, Speaker } from './command.js';

/** What a watch builds, and how a build is reported. */
export interface BuildWatch {
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
  { options, build, reportOf, first }: BuildWatch,
  { signal }: Pick<Session, 'signal'>,
  { report, during }: Speaker,
): Promise<ExitCode> {
  const outputs = new Set([resolve(options.out ?? 'dist'), ...(first?.files ?? [])]);
  const book = resolve(options.book);
  // Outputs beside the manuscript are known one by one.
  for (const output of outputs) if (book.startsWith(output)) outputs.delete(output);
  const watch = await watchFolder(book, outputs, signal);
  try {
    let changed = watch.changes();
    for (;;) {
      await changed;
      const newer = new AbortController();
      changed = watch.changes();
      const stopAtNewer = changed.then(
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
      else await stopAtNewer;
    }
  } finally {
    await watch.end();
  }
}
