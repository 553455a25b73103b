import { realpathSync } from 'node:fs';
import { realpath } from 'node:fs/promises';

/** The absolute path behind all symbolic links; nothing where nothing stands. */
export async function realPathOf(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}

/** The same where nobody can wait: code that is being loaded by `require`. */
export function realPathAtOnce(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
