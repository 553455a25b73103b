import { basename, join, resolve } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { kindOf, listFolder, readBytes, sha256 } from '../files/read.js';
import { readRegularFile } from '../files/read-regular-file.js';
import { removeFiles } from '../files/remove.js';
import { type PendingFile, writeAll } from '../files/write.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failure, hasErrors, type Outcome, success } from '../model/outcome.js';
import type { OnProgress } from '../model/progress.js';
import { firstBookYaml } from '../normalize/chapters/book-yaml.js';
import { planChapterFiles } from '../normalize/chapters/chapter-files.js';
import type { Decision } from '../normalize/decisions/decision.js';
import { readDecisions } from '../normalize/decisions/decisions-file.js';
import { staleDiagnostic } from '../normalize/decisions/resolve-decisions.js';
import { readLedgerFile } from '../normalize/ledger/check-normalization.js';
import { checkInvariant } from '../normalize/ledger/invariant.js';
import { keptTextName, packKeptText } from '../normalize/ledger/kept-text.js';
import { type Ledger, makeLedger, writeLedger } from '../normalize/ledger/ledger.js';
import type { NormalizedText } from '../normalize/ledger/normalized-text.js';
import { type NormalizeReport, reportOf } from '../normalize/ledger/report.js';
import { normalizeText } from '../normalize/normalize-text.js';
import { type RawSource, readRawSource } from './raw-source.js';

/** What to normalize, and where the book goes. */
export interface NormalizeIntoOptions {
  /** Path of the raw text, or of a folder whose text files are one book in natural order. */
  readonly raw: string;
  /** The book's folder; made if it is not there. */
  readonly out: string;
  /** WHATWG label that overrides detection, e.g. `gb18030`. */
  readonly encoding?: string;
  readonly onProgress?: OnProgress;
  /** Cancels between two steps; nothing is then half written. */
  readonly signal?: AbortSignal;
}

/** Largest file of decisions, in bytes. */
const largest = 20_000_000;

/**
 * Raw text → a book folder: the text untouched in `source/`, its chapters in `chapters/`, `book.yaml`
 * if there is none, and the ledger of every change beside the source. What a person has edited in a
 * chapter is merged with what is new in it (`planChapterFiles`). Before anything is written,
 * `source − edits = chapters` is proved; if that fails, nothing is. A second run over the same text
 * changes no file.
 */
export async function normalizeInto(options: NormalizeIntoOptions): Promise<Outcome<NormalizeReport>> {
  const { onProgress, signal } = options;
  const step = (stage: string, done: number): void => {
    signal?.throwIfAborted();
    onProgress?.({ stage, done, total: 4 });
  };
  const raw = resolve(options.raw);
  const out = resolve(options.out);
  step('read', 0);
  const read = await readRawSource(raw);
  if (!read.value) return failure(read.diagnostics);
  const source = read.value;
  const before = await readBefore(raw, out, source);
  if (hasErrors(before.diagnostics)) return failure([...read.diagnostics, ...before.diagnostics]);
  step('normalize', 1);
  const decisionsFile = join(out, 'source', `${source.name}.decisions.yaml`);
  const editor = await readEditor(decisionsFile);
  if (!editor.value) return failure(editor.diagnostics);
  const text = normalizeText(source.files, {
    name: source.title,
    decisions: editor.value,
    ...(options.encoding !== undefined && { encoding: options.encoding }),
  });
  const found = [
    ...read.diagnostics,
    ...text.diagnostics.map((diagnostic) => placedAt(diagnostic, source.shown)),
  ];
  if (!text.value) return failure(found);
  const stale = text.value.stale.map((one) => staleDiagnostic(one, displayPath(decisionsFile)));
  step('check', 2);
  const hashes = new Map(source.files.map(({ name, bytes }) => [name, sha256(bytes)]));
  const ledger = makeLedger(text.value, sha256, (file) => hashes.get(file) ?? '');
  const faults = checkInvariant(text.value.text, ledger, chapterTexts(ledger, text.value));
  if (faults.length > 0) return failure([...found, ...faults]);
  step('write', 3);
  const written = await write({ out, source, text: text.value, ledger, last: before.ledger });
  const diagnostics = [...found, ...stale, ...written.diagnostics];
  return hasErrors(written.diagnostics)
    ? failure(diagnostics)
    : success(reportOf(text.value, written.ledger, written.files), diagnostics);
}

/** What stands in the book's folder from before: the last ledger, or why this text cannot go there. */
async function readBefore(
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

/** What an editor decided of this text; nothing where there is no such file. */
async function readEditor(path: string): Promise<Outcome<readonly Decision[]>> {
  if ((await kindOf(path)) !== 'file') return success([]);
  const read = await readRegularFile(path, largest, displayPath(path));
  if (!read.value) return failure(read.diagnostics);
  return readDecisions(new TextDecoder().decode(read.value), displayPath(path));
}

interface Writing {
  readonly out: string;
  readonly source: RawSource;
  readonly text: NormalizedText;
  readonly ledger: Ledger;
  readonly last: Ledger | undefined;
}

async function write({
  out,
  source,
  text,
  ledger,
  last,
}: Writing): Promise<{ files: readonly string[]; ledger: Ledger; diagnostics: readonly Diagnostic[] }> {
  const { name } = source;
  const chapters = await planChapterFiles({ out, name, ledger, last, chapters: chapterTexts(ledger, text) });
  if (hasErrors(chapters.diagnostics)) return { files: [], ledger, diagnostics: chapters.diagnostics };
  const keptText = join(out, 'source', keptTextName(name));
  const packed = await packKeptText(keptText, text.text);
  // The ledger comes after what it tells of, and the text of the last ledger goes last: a run that is cut
  // off leaves what the next one needs to see what was written already.
  const wanted: PendingFile[] = [
    ...source.files.map(({ name, bytes }) => ({ path: join(out, 'source', name), bytes })),
    ...chapters.write,
    { path: join(out, 'source', `${name}.ledger.json`), bytes: writeLedger(chapters.ledger) },
    ...(packed ? [{ path: keptText, bytes: packed }] : []),
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
    ledger: chapters.ledger,
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

function chapterTexts(ledger: Ledger, text: NormalizedText): readonly { file: string; markdown: string }[] {
  return ledger.chapters.map(({ file }, i) => ({ file, markdown: text.chapters[i]?.markdown ?? '' }));
}

/** A diagnostic of the text, with the path as the user would type it. */
function placedAt(diagnostic: Diagnostic, shown: RawSource['shown']): Diagnostic {
  const { place } = diagnostic;
  const file = place && shown.get(place.file);
  return place && file !== undefined ? { ...diagnostic, place: { ...place, file } } : diagnostic;
}
