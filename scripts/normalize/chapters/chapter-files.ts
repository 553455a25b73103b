import { join } from 'node:path';
import { diagnose } from '../../diagnostics/catalogue.js';
import { displayPath } from '../../files/display-path.js';
import { kindOf, readBytes, sha256 } from '../../files/read.js';
import type { PendingFile } from '../../files/write.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { ChapterFile } from '../ledger/invariant.js';
import type { Ledger } from '../ledger/ledger.js';

/** Which chapter files to write and remove, and what to tell of those that a person edited. */
export interface ChapterFilePlan {
  readonly write: readonly PendingFile[];
  readonly remove: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Chapters {
  /** The book's folder, absolute. */
  readonly out: string;
  /** The ledger of this run, and the one of the last. */
  readonly ledger: Ledger;
  readonly last: Ledger | undefined;
  readonly chapters: readonly ChapterFile[];
}

/**
 * Decides file by file. A file on disk that is not what the last run wrote was edited by a person: it
 * stays as it is, and a chapter that comes out otherwise than last time is written beside it as `.new`.
 */
export async function planChapterFiles({ out, ledger, last, chapters }: Chapters): Promise<ChapterFilePlan> {
  const recorded = new Map(last?.chapters.map(({ file, sha256 }) => [file, sha256]));
  const write: PendingFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [i, { file, markdown }] of chapters.entries()) {
    const path = join(out, file);
    const now = ledger.chapters[i]?.sha256;
    const onDisk = await hashOf(path);
    if (onDisk === undefined || onDisk === now || onDisk === recorded.get(file))
      write.push({ path, bytes: markdown });
    else if (now === recorded.get(file))
      diagnostics.push(diagnose('chapter-edited', { file: displayPath(path) }, { file: displayPath(path) }));
    else {
      write.push({ path: `${path}.new`, bytes: markdown });
      const names = { file: displayPath(path), draft: displayPath(`${path}.new`) };
      diagnostics.push(diagnose('chapter-edited-new-text', names, { file: names.file }));
    }
  }
  const orphans = await planOrphans(out, ledger, recorded);
  return { write, remove: orphans.remove, diagnostics: [...diagnostics, ...orphans.diagnostics] };
}

/** Chapters of the last run that this one no longer makes: removed, unless a person edited them. */
async function planOrphans(
  out: string,
  ledger: Ledger,
  recorded: ReadonlyMap<string, string>,
): Promise<{ remove: readonly string[]; diagnostics: readonly Diagnostic[] }> {
  const made = new Set(ledger.chapters.map(({ file }) => file));
  const remove: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [file, hash] of recorded) {
    if (made.has(file)) continue;
    const path = join(out, file);
    const onDisk = await hashOf(path);
    if (onDisk === hash) remove.push(path);
    else if (onDisk !== undefined)
      diagnostics.push(
        diagnose('chapter-edited-orphan', { file: displayPath(path) }, { file: displayPath(path) }),
      );
  }
  return { remove, diagnostics };
}

async function hashOf(path: string): Promise<string | undefined> {
  if ((await kindOf(path)) !== 'file') return undefined;
  const { value } = await readBytes(path);
  return value && sha256(value);
}
