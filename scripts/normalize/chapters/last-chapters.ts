import { join } from 'node:path';
import { kindOf, readBytes, sha256 } from '../../files/read.js';
import { type ConflictLine, findConflicts } from '../../model/conflict-markers.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { readSource } from '../ledger/check-normalization.js';
import { keptTextName, readKeptText } from '../ledger/kept-text.js';
import type { Ledger } from '../ledger/ledger.js';
import { rebuildChapters } from '../ledger/rebuild-chapters.js';
import type { OldChapter } from '../merge/plan-merge.js';

/** A chapter of the last run, with the file that it was written to. */
export interface LastChapter extends OldChapter {
  /** Whether the file is there; a person may have deleted it. */
  readonly isThere: boolean;
  /** The file as a person left it. */
  readonly edition?: Edition;
}

/** What a person made of a chapter's file. */
export interface Edition {
  readonly bytes: Uint8Array;
  readonly usesCrlf: boolean;
  readonly conflicts: readonly ConflictLine[];
}

/** The chapters of the last run, and why some of what it wrote is not known any more, if so. */
export interface LastChapters {
  readonly chapters: readonly LastChapter[];
  readonly lost: 'source' | 'writing' | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the chapters of the last run. A file that is not what that run wrote was edited; what it was then is
 * made again from the source and the ledger, and held against the ledger's hash. `made` are the hashes of
 * this run's chapters: where an edited one comes out as it did, nothing needs to be made again.
 */
export async function readLastChapters(
  out: string,
  name: string,
  last: Ledger,
  made: ReadonlySet<string>,
): Promise<LastChapters> {
  const diagnostics: Diagnostic[] = [];
  const chapters: LastChapter[] = [];
  for (const { file, sha256: hash } of last.chapters) {
    const path = join(out, file);
    const isThere = (await kindOf(path)) === 'file';
    const read = isThere ? await readBytes(path) : undefined;
    diagnostics.push(...(read?.diagnostics ?? []));
    chapters.push({ file, sha256: hash, isThere, ...(read?.value ? contentOf(read.value, hash) : unknown) });
  }
  const isAsked = chapters.some(({ edited, sha256: hash }) => edited && !made.has(hash));
  if (!isAsked) return { chapters, lost: undefined, diagnostics };
  return { ...(await withBases(chapters, out, name, last)), diagnostics };
}

const unknown: Pick<LastChapter, 'base'> = { base: undefined };

function contentOf(bytes: Uint8Array, hash: string): Pick<LastChapter, 'base' | 'edited' | 'edition'> {
  if (sha256(bytes) === hash) return { base: new TextDecoder().decode(bytes) };
  const text = textOf(bytes);
  const lines = text?.replaceAll('\r\n', '\n');
  const conflicts = findConflicts(lines ?? '');
  const ends = (text?.length ?? 0) - (lines?.length ?? 0);
  const usesCrlf = ends > 0 && ends * 2 > (lines?.split('\n').length ?? 0) - 1;
  return {
    ...unknown,
    edited: { text: lines, hasConflicts: conflicts.length > 0 },
    edition: { bytes, usesCrlf, conflicts },
  };
}

/** The text of UTF-8 bytes without a byte order mark; nothing where they are no UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function withBases(
  chapters: readonly LastChapter[],
  out: string,
  name: string,
  last: Ledger,
): Promise<Pick<LastChapters, 'chapters' | 'lost'>> {
  const source =
    (await readSource(out, last)).value ?? (await readKeptText(join(out, 'source', keptTextName(name))));
  if (source === undefined) return { chapters, lost: 'source' };
  const missing = chapters.map(({ base }) => base === undefined);
  const rows = last.chapters.filter((_, i) => missing[i]);
  const rebuilt = rebuildChapters(source, { ...last, chapters: rows }).values();
  let lost: LastChapters['lost'];
  const complete = chapters.map((chapter, i) => {
    if (!missing[i]) return chapter;
    const { value: base } = rebuilt.next();
    if (base !== undefined && sha256(base) === chapter.sha256) return { ...chapter, base };
    lost = 'writing';
    return chapter;
  });
  return { chapters: complete, lost };
}
