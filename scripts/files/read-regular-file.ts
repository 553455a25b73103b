import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import { readFault } from './errors.js';

/**
 * The bytes of a regular file of at most `limit` bytes. A folder, a device or a pipe (which could make a build
 * wait for ever) gives `file-not-regular`, a larger file `file-too-large`; `shown` is the path that both name.
 */
export async function readRegularFile(
  path: string,
  limit: number,
  shown = path,
): Promise<Outcome<Uint8Array>> {
  try {
    // Without O_NONBLOCK, opening a named pipe would wait for its writer.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return failure([diagnose('file-not-regular', { path: shown }, { file: shown })]);
      if (stats.size > limit)
        return failure([diagnose('file-too-large', sizes(shown, stats.size, limit), { file: shown })]);
      return success(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failure([readFault(error, shown)]);
  }
}

function sizes(path: string, size: number, limit: number): { path: string; size: string; limit: string } {
  return { path, size: (size / 1e6).toFixed(1), limit: (limit / 1e6).toFixed(0) };
}
