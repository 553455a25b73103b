import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { watch } from 'chokidar';

/** A folder that is being watched. */
export interface FolderWatch {
  /** Paths, relative to the folder, that changed since it was last asked; waits for the first. Rejects when the watch ends, or cannot go on. */
  readonly changes: () => Promise<readonly string[]>;
  readonly end: () => Promise<void>;
}

/** Editors write a file in several steps, and a search-and-replace writes many files: so long (ms) nothing may follow. */
const settling = 80;

/**
 * Watches a folder for what a person edits in it. Left out are names that begin with a dot (the cache, swap files of
 * editors), copies that editors keep (`name~`), and `left`: absolute paths of files and folders, which may grow.
 */
export async function watchFolder(
  path: string,
  left: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<FolderWatch> {
  const folder = await realpath(path);
  const isLeft = leavesOut(folder, left);
  const watcher = watch(folder, {
    ignored: isLeft,
    ignoreInitial: true,
    followSymlinks: false,
    // What may not be read is no part of the book, and no reason to end.
    ignorePermissionErrors: true,
  });
  let fault: unknown;
  let ended = (): void => undefined;
  // Without a listener an error of the system (too many files are watched) would end the process, and leave its browser behind.
  watcher.on('error', (error) => {
    fault ??= error;
    ended();
  });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let settled = (): void => undefined;
  signal.addEventListener('abort', () => ended(), { once: true });
  watcher.on('all', (_event, found) => {
    // What was made meanwhile was watched before it was left out.
    if (isLeft(found)) return;
    changed.add(relative(folder, found));
    clearTimeout(timer);
    timer = setTimeout(settle, settling);
  });
  const settle = (): void => {
    timer = undefined;
    settled();
  };
  const ready = (): Promise<void> =>
    new Promise((resolve, reject) => {
      settled = resolve;
      ended = () => reject(signal.aborted ? signal.reason : fault);
      if (signal.aborted || fault !== undefined) ended();
      // What changed while nobody asked.
      if (changed.size > 0) timer ??= setTimeout(settle, settling);
    });
  return {
    changes: async () => {
      await ready();
      const paths = [...changed].sort();
      changed.clear();
      return paths;
    },
    end: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

function leavesOut(folder: string, left: ReadonlySet<string>): (changed: string) => boolean {
  return (changed) => {
    const own = relative(folder, changed);
    const isHidden = own.split(sep).some((name) => name.startsWith('.') && name !== '..');
    const isAmong = [...left].some((other) => changed === other || changed.startsWith(other + sep));
    return isHidden || own.endsWith('~') || isAmong;
  };
}
