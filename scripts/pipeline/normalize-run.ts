import { join, resolve } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { loadExtensions } from '../extensions/load-extensions.js';
import { displayPath } from '../files/display-path.js';
import { kindOf, sha256 } from '../files/read.js';
import { readRegularFile } from '../files/read-regular-file.js';
import { strayLinks } from '../files/stray-links.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ExtensionOptions, LoadedRule } from '../model/extension.js';
import { failure, hasErrors, type Outcome, success } from '../model/outcome.js';
import type { OnProgress } from '../model/progress.js';
import type { Decision } from '../normalize/decisions/decision.js';
import { readDecisions } from '../normalize/decisions/decisions-file.js';
import { withDecisions } from '../normalize/decisions/edit-decisions.js';
import { nameOf, overruled } from '../normalize/decisions/overruled.js';
import { staleDiagnostic } from '../normalize/decisions/resolve-decisions.js';
import { checkInvariant } from '../normalize/ledger/invariant.js';
import { type Ledger, makeLedger } from '../normalize/ledger/ledger.js';
import type { NormalizedText } from '../normalize/ledger/normalized-text.js';
import { type NormalizeReport, reportOf } from '../normalize/ledger/report.js';
import { normalizeText } from '../normalize/normalize-text.js';
import { makeReview, type ReviewWithText } from '../normalize/review/make-review.js';
import { chapterTexts, planRun, readBefore, writeRun } from './normalize-files.js';
import { type RawSource, readRawSource } from './raw-source.js';
import { staticPage } from './review-template.js';

/** What to normalize, and where the book goes. */
export interface NormalizeIntoOptions extends ExtensionOptions {
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

/** A change of the editor's decisions that a run is to follow and to write. */
export interface Revision {
  /** The decisions file as it should be, from what it holds now. */
  readonly revise: (yaml: string) => string;
  /** Decisions in it that must be followed: where one finds no place, nothing is written. */
  readonly must: readonly Decision[];
}

/** What a run made, and what it was made from. */
export interface NormalizeRun {
  readonly report: NormalizeReport;
  readonly text: NormalizedText;
  readonly review: ReviewWithText;
  /** The decisions file as it is now. */
  readonly decisions: string;
  /** What was said of the chapter files: those that a person has edited. */
  readonly notes: readonly Diagnostic[];
  /** Absolute path of the raw text in the book's `source/`. */
  readonly kept: string;
  /** What it was made from, hashed: the raw files and the decisions. */
  readonly inputs: string;
}

/** Largest file of decisions, in bytes. */
const largest = 20_000_000;

/**
 * Raw text → a book folder, as `normalizeInto` says, with a change of decisions on the way where one
 * is asked for. The one way on which chapters are made, from the command line and from the review.
 */
export async function runNormalize(
  options: NormalizeIntoOptions,
  revision: Revision = { revise: (yaml) => yaml, must: [] },
): Promise<Outcome<NormalizeRun>> {
  const step = makeStep(options);
  const [raw, out] = [resolve(options.raw), resolve(options.out)];
  step('read', 0);
  const stray = await findStray(out);
  if (stray.length > 0) return failure(stray);
  const read = await readRawSource(raw);
  if (!read.value) return failure(read.diagnostics);
  const source = read.value;
  const before = await readBefore(raw, out, source);
  if (hasErrors(before.diagnostics)) return failure([...read.diagnostics, ...before.diagnostics]);
  step('normalize', 1);
  const kept = join(out, 'source', source.name);
  const decisionsFile = `${kept}.decisions.yaml`;
  const names = { file: source.name, decisionsFile: displayPath(decisionsFile) };
  const held = await readEditor(decisionsFile);
  if (held.value === undefined) return failure(held.diagnostics);
  const extensions = await loadExtensions(out, options);
  if (!extensions.value) return failure(extensions.diagnostics);
  const { rules } = extensions.value;
  const followable = { source, encoding: options.encoding, held: held.value, rules, ...names };
  const followed = followEditor(followable, revision);
  const found = [
    ...read.diagnostics,
    ...extensions.diagnostics,
    ...followed.diagnostics.map((one) => placedAt(one, source.shown)),
  ];
  if (!followed.value) return failure(found);
  const { text, yaml } = followed.value;
  step('check', 2);
  const ledger = ledgerOf(text, source);
  const faults = checkInvariant(text.text, ledger, chapterTexts(ledger, text));
  if (faults.length > 0) return failure([...found, ...faults]);
  step('write', 3);
  const plan = await planRun({ out, source, text, ledger, last: before.ledger });
  const review = makeReview(text, { ...names, chapters: plan.ledger.chapters.map(({ file }) => file) });
  const diagnostics = [
    ...found,
    ...review.review.stale.map(({ diagnostic }) => diagnostic),
    ...plan.diagnostics,
  ];
  if (hasErrors(plan.diagnostics)) return failure(diagnostics);
  const page = { path: `${kept}.review.html`, bytes: await staticPage(review) };
  const decisions = yaml === held.value ? [] : [{ path: decisionsFile, bytes: yaml }];
  const written = await writeRun(plan, [...decisions, page]);
  if (hasErrors(written.diagnostics)) return failure([...diagnostics, ...written.diagnostics]);
  const { open } = review.review.figures;
  const report = reportOf(text, plan.ledger, { files: written.files, review: { page: page.path, open } });
  const made = { report, text, review, decisions: yaml, notes: plan.diagnostics };
  return success({ ...made, kept, inputs: hashInputs(source, yaml) }, [
    ...diagnostics,
    ...written.diagnostics,
  ]);
}

/** What a run reads from the book's folder and writes there has to lie there. */
async function findStray(out: string): Promise<readonly Diagnostic[]> {
  const found = await Promise.all(['source', 'chapters'].map((part) => strayLinks(out, part)));
  return found.flat().map((path) => {
    const shown = displayPath(join(out, path));
    return diagnose('text-outside', { path: shown }, { file: shown });
  });
}

function makeStep({ signal, onProgress }: NormalizeIntoOptions): (stage: string, done: number) => void {
  return (stage, done) => {
    signal?.throwIfAborted();
    onProgress?.({ stage, done, total: 4 });
  };
}

function ledgerOf(text: NormalizedText, source: RawSource): Ledger {
  const hashes = new Map(source.files.map(({ name, bytes }) => [name, sha256(bytes)]));
  return makeLedger(text, sha256, (file) => hashes.get(file) ?? '');
}

/** What a run would be made from now, hashed; nothing where it cannot be read. */
export async function inputsNow(kept: string): Promise<string | undefined> {
  const [source, held] = await Promise.all([readRawSource(kept), readEditor(`${kept}.decisions.yaml`)]);
  return source.value && held.value !== undefined ? hashInputs(source.value, held.value) : undefined;
}

function hashInputs({ files }: RawSource, decisions: string): string {
  const parts = files.flatMap(({ name, bytes }) => [name, sha256(bytes)]);
  return sha256(JSON.stringify([...parts, decisions]));
}

/** The decisions file as text; empty where there is no such file. */
async function readEditor(path: string): Promise<Outcome<string>> {
  if ((await kindOf(path)) !== 'file') return success('');
  const read = await readRegularFile(path, largest, displayPath(path));
  return read.value ? success(new TextDecoder().decode(read.value)) : failure(read.diagnostics);
}

interface Followable {
  readonly source: RawSource;
  readonly encoding: string | undefined;
  /** What the decisions file holds, and its path as the user would type it. */
  readonly held: string;
  readonly decisionsFile: string;
  /** The book's own rules. */
  readonly rules: readonly LoadedRule[];
}

interface Followed {
  readonly text: NormalizedText;
  /** The decisions file as revised. */
  readonly yaml: string;
}

/** Normalizes a text as an editor's decisions have it, revised. A decision at a place that a new one speaks of gives way. */
function followEditor(
  { source, encoding, held, decisionsFile: file, rules }: Followable,
  { revise, must }: Revision,
): Outcome<Followed> {
  const readHeld = readDecisions(held, file);
  if (!readHeld.value) return failure(readHeld.diagnostics);
  const follow = (yaml: string): Outcome<Followed> => {
    const decisions = yaml === held ? readHeld : readDecisions(yaml, file);
    if (!decisions.value) return failure(decisions.diagnostics);
    const { value: text, diagnostics } = normalizeText(source.files, {
      name: source.title,
      decisions: decisions.value,
      rules,
      ...(encoding !== undefined && { encoding }),
    });
    return text ? success({ text, yaml }, diagnostics) : failure(diagnostics);
  };
  const first = follow(revise(held));
  if (!first.value) return first;
  const names = new Set(must.map(nameOf));
  const lost = first.value.text.stale.filter(({ decision }) => names.has(nameOf(decision)));
  if (lost.length > 0)
    return failure(lost.map((one) => ({ ...staleDiagnostic(one, file), severity: 'error' as const })));
  const older = overruled(first.value.text.followed, must);
  return older.length === 0 ? first : follow(withDecisions(first.value.yaml, { unset: older }));
}

/** A diagnostic of the text, with the path as the user would type it. */
function placedAt(diagnostic: Diagnostic, shown: RawSource['shown']): Diagnostic {
  const { place } = diagnostic;
  const file = place && shown.get(place.file);
  return place && file !== undefined ? { ...diagnostic, place: { ...place, file } } : diagnostic;
}
