import { join } from 'node:path';
import { kindOf, readBytes, sha256 } from '../../files/read.js';
import type { PendingFile } from '../../files/write.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { hasErrors } from '../../model/outcome.js';
import type { ChapterFile } from '../ledger/invariant.js';
import type { Ledger } from '../ledger/ledger.js';
import { type MadeChapter, type MergePlan, type PlannedChapter, planMerge } from '../merge/plan-merge.js';
import { freeNames, type Standing } from './free-names.js';
import { type LastChapter, type LastChapters, readLastChapters } from './last-chapters.js';
import { reportBlocked, reportMerge } from './report-merge.js';
import { inSafeOrder } from './write-order.js';

/** Which chapter files to write and remove, and what to tell; nothing is to be written beside an error. */
export interface ChapterFilePlan {
  /** In the order in which they must be written. */
  readonly write: readonly PendingFile[];
  readonly remove: readonly string[];
  /** The ledger of this run, with the names that the files get. */
  readonly ledger: Ledger;
  readonly diagnostics: readonly Diagnostic[];
}

interface Chapters {
  /** The book's folder, absolute. */
  readonly out: string;
  /** Name of the raw text in `source/`. */
  readonly name: string;
  /** The ledger of this run, and the one of the last. */
  readonly ledger: Ledger;
  readonly last: Ledger | undefined;
  readonly chapters: readonly ChapterFile[];
}

/**
 * Decides what the chapter files shall hold. A file on disk that is not what the last run wrote was edited by
 * a person: what changed since in the text that the normalizer makes is merged into it. A file that the last
 * run did not write is the editor's own, and is never touched. Errors: `conflict-first`, or that a file
 * cannot be read.
 */
export async function planChapterFiles(run: Chapters): Promise<ChapterFilePlan> {
  const { out, name, ledger, last } = run;
  const made = run.chapters.map(({ file, markdown }, i) => {
    return { file, markdown, sha256: ledger.chapters[i]?.sha256 ?? '' };
  });
  const hashes = new Set(made.map((chapter) => chapter.sha256));
  const read = last ? await readLastChapters(out, name, last, hashes) : nothingBefore;
  const old = read.chapters;
  const plan = planMerge(old, made);
  const faults = [...read.diagnostics, ...reportBlocked(out, plan, old)];
  if (hasErrors(faults)) return { write: [], remove: [], ledger, diagnostics: faults };
  const contents = plan.chapters.map((planned, i) => contentOf(planned, made[i]?.markdown ?? '', old));
  const names = await namesOf(out, made, { contents, plan, old });
  const kept = new Set([...names, ...plan.left.map((i) => old[i]?.file)]);
  return {
    write: pendingFiles(out, names, contents),
    remove: old.filter(({ file, isThere }) => isThere && !kept.has(file)).map(({ file }) => join(out, file)),
    ledger: {
      ...ledger,
      chapters: ledger.chapters.map((row, i) => ({ ...row, file: names[i] ?? row.file })),
    },
    diagnostics: reportMerge({ out, plan, old, made, names, lost: read.lost }),
  };
}

const nothingBefore: LastChapters = { chapters: [], lost: undefined, diagnostics: [] };

/** What a chapter's file shall hold. */
interface Content {
  readonly bytes: Uint8Array | string;
  /** The edited files whose text is in it. */
  readonly carries: readonly string[];
  /** The new text, where it could not be merged. */
  readonly draft?: string;
}

function contentOf(planned: PlannedChapter, markdown: string, old: readonly LastChapter[]): Content {
  if (planned.kind === 'made') return { bytes: markdown, carries: [] };
  if (planned.kind === 'merged') {
    const { from, markdown: merged } = planned.chapter;
    const editions = [...from].flatMap((i) => old[i] ?? []);
    const isCrlf = editions.some(({ edition }) => edition?.usesCrlf);
    const carries = editions.map(({ file }) => file);
    return { bytes: isCrlf ? merged.replaceAll('\n', '\r\n') : merged, carries };
  }
  const edited = old[planned.old];
  const bytes = edited?.edition?.bytes ?? markdown;
  const carries = edited ? [edited.file] : [];
  return { bytes, carries, ...(planned.kind === 'beside' && { draft: markdown }) };
}

interface Planned {
  readonly contents: readonly Content[];
  readonly plan: MergePlan;
  readonly old: readonly LastChapter[];
}

/** The names of the files; one that is an editor's own file is passed by. */
async function namesOf(
  out: string,
  made: readonly MadeChapter[],
  { contents, plan, old }: Planned,
): Promise<readonly string[]> {
  const left = new Set(plan.left);
  const ours = new Set(old.filter((_, i) => !left.has(i)).map(({ file }) => file));
  const look = async (name: string, index: number): Promise<Standing> => {
    const path = join(out, name);
    if ((await kindOf(path)) !== 'file') return 'nothing';
    const { value } = await readBytes(path);
    return value && sha256(value) === sha256(contents[index]?.bytes ?? '') ? 'same' : 'other';
  };
  return freeNames(
    made.map(({ file }) => file),
    (name) => ours.has(name),
    look,
  );
}

function pendingFiles(
  out: string,
  names: readonly string[],
  contents: readonly Content[],
): readonly PendingFile[] {
  const files = contents.map(({ bytes, carries, draft }, i) => {
    const path = join(out, names[i] ?? '');
    return { path, bytes, draft, carries: carries.map((file) => join(out, file)) };
  });
  const drafts = files.flatMap(({ path, draft }) =>
    draft === undefined ? [] : [{ path: `${path}.new`, bytes: draft }],
  );
  return [...inSafeOrder(files).map(({ path, bytes }) => ({ path, bytes })), ...drafts];
}
