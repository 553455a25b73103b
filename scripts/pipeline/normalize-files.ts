import { basename, join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { kindOf, listFolder, readBytes, sha256 } from '../files/read.js';
import { removeFiles } from '../files/remove.js';
import { type PendingFile, writeAll } from '../files/write.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { hasErrors } from '../model/outcome.js';
import { firstBookYaml } from '../normalize/chapters/book-yaml.js';
import { planChapterFiles } from '../normalize/chapters/chapter-files.js';
import { readLedgerFile } from '../normalize/ledger/check-normalization.js';
import type { ChapterFile } from '../normalize/ledger/invariant.js';
import { keptTextName, packKeptText } from '../normalize/ledger/kept-text.js';
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

/** What a run has made. */
export interface Made {
  readonly out: string;
  readonly source: RawSource;
  readonly text: NormalizedText;
  readonly ledger: Ledger;
  /** The ledger of the last run. */
  readonly last: Ledger | undefined;
}

/** What a run is to write and to take away. */
export interface RunPlan {
  /** In the order in which they must be written. */
  readonly write: readonly PendingFile[];
  readonly remove: readonly string[];
  /** The ledger of this run, with the names that the chapters' files get. */
  readonly ledger: Ledger;
  /** What is told of the chapters; nothing is to be written beside an error. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans the files of a book's folder after a run. */
export async function planRun({ out, source, text, ledger, last }: Made): Promise<RunPlan> {
  const { name } = source;
  const chapters = await planChapterFiles({ out, name, ledger, last, chapters: chapterTexts(ledger, text) });
  if (hasErrors(chapters.diagnostics)) return { ...chapters, write: [], remove: [] };
  const keptText = join(out, 'source', keptTextName(name));
  const packed = await packKeptText(keptText, text.text);
  // The ledger comes after what it tells of, and the text of the last ledger goes last: a run that is cut
  // off leaves what the next one needs to see what was written already.
  const write = [
    ...source.files.map((file) => ({ path: join(out, 'source', file.name), bytes: file.bytes })),
    ...chapters.write,
    { path: join(out, 'source', `${name}.ledger.json`), bytes: writeLedger(chapters.ledger) },
    ...(packed ? [{ path: keptText, bytes: packed }] : []),
    ...(await firstYaml(out, source, text)),
  ];
  return { ...chapters, write };
}

/** Writes a planned run, all or nothing, then takes away what it no longer makes. `first` are files that go before all others. */
export async function writeRun(
  plan: RunPlan,
  first: readonly PendingFile[],
): Promise<{ readonly files: readonly string[]; readonly diagnostics: readonly Diagnostic[] }> {
  const files = await changedOnly([...first, ...plan.write]);
  const faults = await writeAll(files);
  const removed = faults.length > 0 ? [] : await removeFiles(plan.remove);
  return { files: files.map(({ path }) => path), diagnostics: [...faults, ...removed] };
}

/** A first `book.yaml`, where there is none. */
async function firstYaml(
  out: string,
  { title: rawName }: RawSource,
  text: NormalizedText,
): Promise<readonly PendingFile[]> {
  const path = join(out, 'book.yaml');
  if ((await kindOf(path)) !== 'nothing') return [];
  const { title, language, signedDate: date } = text;
  const facts = { folderName: basename(out), title, rawName, language, ...(date !== undefined && { date }) };
  return [{ path, bytes: firstBookYaml(facts) }];
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
