/**
 * Banxin as a library: what the command line does, a program can do.
 *
 * @example
 * ```ts
 * import { build, normalizeInto } from 'banxin';
 *
 * await normalizeInto({ raw: 'page.txt', out: 'manuscript/my-book' });
 * const { value, diagnostics } = await build({ book: 'manuscript/my-book' });
 * ```
 * @packageDocumentation
 */
export { type Locale, localize } from './diagnostics/catalogue.js';
export { formatDiagnostics, type ReportStyle } from './diagnostics/report.js';
export { readBook } from './manuscript/read-book.js';
export type { Asset, Book, BookMeta, Chapter, Contributor, Heading, Matter, Note } from './model/book.js';
export type { BuildOptions, BuildResult, Format } from './model/build-types.js';
export type { Diagnostic, Place, Severity } from './model/diagnostic.js';
export type { DoctorFinding } from './model/doctor.js';
export {
  type BookConfig,
  defineConfig,
  type ExtensionOptions,
  element,
  type FinishedBook,
  type FinishedChapter,
  type OwnBlock,
  type OwnCheck,
  type OwnConstruct,
  type OwnContent,
  type OwnEdit,
  type OwnFinding,
  type OwnPlace,
  type OwnRule,
} from './model/extension.js';
export { hasErrors, type Outcome } from './model/outcome.js';
export type { OnProgress, Progress } from './model/progress.js';
export type { CheckResult, ProofFacts } from './model/proof.js';
export type { NormalizeReport } from './normalize/ledger/report.js';
export { build } from './pipeline/build.js';
export {
  buildInMemory,
  type MemoryBook,
  type MemoryBuildOptions,
  type MemoryBuildResult,
} from './pipeline/build-in-memory.js';
export { type CheckOptions, check } from './pipeline/check.js';
export { examine } from './pipeline/doctor.js';
export { type NormalizeIntoOptions, normalizeInto } from './pipeline/normalize.js';
export { type MemoryChapters, type MemoryText, normalize } from './pipeline/normalize-in-memory.js';
export { type OpenReview, openReview, type ReviewOptions } from './pipeline/review.js';
