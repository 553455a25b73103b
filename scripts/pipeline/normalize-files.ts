import { basename, join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { kindOf, listFolder, readBytes, sha256 } from '../files/read.js';
import { removeFiles } from '../files/remove.js';
import { type PendingFile, writeAll } from '../files/write.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { firstBookYaml } from '../normalize/chapters/book-yaml.js';
import { planChapterFiles } from '../normalize/chapters/chapter-files.js';
import { readLedgerFile } from '../normalize/ledger/check-normalization.js';
import type { ChapterFile } from '../normalize/ledger/invariant.js';
import { type Ledger, writeLedger } from '../normalize/ledger/ledger.js';
import type { NormalizedText } from '../normalize/ledger/normalized-text.js';
import type { RawSource } from './raw-source.js';

/** What stands in the book's folder from before: the last ledger, or why this text cannot go there. */
export async function readBefore(
  raw: string,
  out: string,
  source: RawSource,
): Promise<{ readonly ledger: Ledger | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const kept = join(out, 'source', source.name);
  const differing = kept === raw ? [] : await differingSources(out, source);
  if (differing.length > 0) return { ledger: undefined, diagnostics: differing };
  const path = `${kept}.ledger.json`;
  if ((await kindOf(path)) === 'file') {
    const read = await readLedgerFile(path);
    return { ledger: read.value, diagnostics: read.diagnostics };
  }
  const chapters = (await listFolder(join(out, 'chapters'))).filter((name) => name.endsWith('.md'));
  if (chapters.length === 0) return { ledger: undefined, diagnostics: [] };
  const folder = displayPath(join(out, 'chapters'));
  return {
    ledger: undefined,
    diagnostics: [diagnose('chapters-of-another-text', { folder, raw: displayPath(raw) }, { file: folder })],
  };
}

/** One error for every file of the text that is kept in `source/` already and holds something else. */
async function differingSources(out: string, source: RawSource): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const { name, bytes } of source.files) {
    const kept = join(out, 'source', name);
    if ((await kindOf(kept)) !== 'file') continue;
    const old = await readBytes(kept);
    if (!old.value) diagnostics.push(...old.diagnostics);
    else if (sha256(old.value) !== sha256(bytes)) {
      const place = { file: displayPath(kept) };
      const raw = source.shown.get(name) ?? name;
      diagnostics.push(diagnose('source-differs', { kept: place.file, raw }, place));
    }
  }
  return diagnostics;
}

/** What a run has to write. */
export interface Writing {
  readonly out: string;
  readonly source: RawSource;
  readonly text: NormalizedText;
  readonly ledger: Ledger;
  /** The ledger of the last run. */
  readonly last: Ledger | undefined;
  /** What else belongs to the run: the page of the review, the decisions. */
  readonly others: readonly PendingFile[];
}

/** Writes a run into the book's folder, all or nothing, and takes away what it no longer makes. */
export async function writeRun({
  out,
  source,
  text,
  ledger,
  last,
  others,
}: Writing): Promise<{ files: readonly string[]; diagnostics: readonly Diagnostic[] }> {
  const chapters = await planChapterFiles({ out, ledger, last, chapters: chapterTexts(ledger, text) });
  const wanted: PendingFile[] = [
    ...source.files.map(({ name, bytes }) => ({ path: join(out, 'source', name), bytes })),
    { path: join(out, 'source', `${source.name}.ledger.json`), bytes: writeLedger(ledger) },
    ...chapters.write,
    ...others,
  ];
  const bookYaml = join(out, 'book.yaml');
  if ((await kindOf(bookYaml)) === 'nothing') {
    const { title, language, signedDate: date } = text;
    wanted.push({
      path: bookYaml,
      bytes: firstBookYaml({
        folderName: basename(out),
        title,
        rawName: source.title,
        language,
        ...(date !== undefined && { date }),
      }),
    });
  }
  const files = await changedOnly(wanted);
  const faults = await writeAll(files);
  const removed = faults.length > 0 ? [] : await removeFiles(chapters.remove);
  return {
    files: files.map(({ path }) => path),
    diagnostics: [...chapters.diagnostics, ...faults, ...removed],
  };
}

/** The files whose bytes on disk are others, or none; the rest keeps its date. */
async function changedOnly(files: readonly PendingFile[]): Promise<readonly PendingFile[]> {
  const changed: PendingFile[] = [];
  for (const file of files) {
    const old = (await kindOf(file.path)) === 'file' ? (await readBytes(file.path)).value : undefined;
    if (!old || sha256(old) !== sha256(file.bytes)) changed.push(file);
  }
  return changed;
}

/** The chapters of a run as files. */
export function chapterTexts(ledger: Ledger, text: NormalizedText): readonly ChapterFile[] {
  return ledger.chapters.map(({ file }, i) => ({ file, markdown: text.chapters[i]?.markdown ?? '' }));
}
