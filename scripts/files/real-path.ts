import { realpath } from 'node:fs/promises';

/** The absolute path behind all symbolic links; nothing where nothing stands. */
export async function realPathOf(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}
