import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';

/** What the system said when a file could not be read, as a diagnostic; anything else is a bug and is thrown on. */
export function readFault(error: unknown, path: string): Diagnostic {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return diagnose('file-not-found', { path }, { file: path });
  return diagnose('file-unreadable', { path, reason: code }, { file: path });
}

/** The same for writing: a full disk is told apart from a folder that may not be written to. */
export function writeFault(error: unknown, path: string): Diagnostic {
  const code = systemCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diagnose('disk-full', { path });
  if (code === 'EROFS') return diagnose('disk-read-only', { path });
  if (code === 'EISDIR') return diagnose('folder-in-the-way', { path });
  if (code === 'ENOTDIR' || code === 'EEXIST') return diagnose('file-in-the-way', { path });
  return diagnose('file-unwritable', { path, reason: code });
}

/** The system's code (`ENOENT` …) of an error. Throws what is no system error. */
function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
