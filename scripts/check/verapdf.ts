import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { withTemporaryFolder } from '../files/temporary-folder.js';
import { writeAll } from '../files/write.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { CheckResult } from '../model/proof.js';
import { firstPage, type ReadElement, type TaggedFacts } from '../print/tags/read-tagged.js';
import { lastLine, type ProcessEnd, runProcess } from './run-process.js';
import { type BrokenRule, readVeraReport, type VeraReport } from './verapdf-report.js';

const check = 'verapdf';
const title = diagnose('check-verapdf', {});

/** Places of one rule that veraPDF tells; it counts the others. */
const mostPlaces = 20;

/** Pages of one rule that are named. */
const mostPages = 8;

/**
 * Memory for veraPDF's Java, in its launcher's variable: 2 GB. A book of 1,200 pages (four million checks) took 1.1 GB
 * where it was given no more than 1 GB for its objects.
 */
const memory = '-Xmx2g';

export interface VeraSubject {
  readonly bytes: Uint8Array;
  /** Path of the file, as it is told. */
  readonly file: string;
  /** How the file is tagged: leads findings in its structure to pages. */
  readonly tagged: TaggedFacts;
}

export interface VeraOptions {
  readonly signal?: AbortSignal | undefined;
  /** @default 300,000 (five minutes) */
  readonly timeLimitMs?: number | undefined;
}

/**
 * Runs veraPDF, the validator of PDF/UA-1 (ISO 14289-1), where it is installed: the launcher that the environment variable
 * `VERAPDF` names, or `verapdf` on the PATH. Where there is none the check is skipped and says so. Every rule that is broken
 * is one finding; any of them fails the check, and so does a validator that gives no report. Throws the signal's reason when
 * aborted.
 */
export async function checkVeraPdf(subject: VeraSubject, options: VeraOptions = {}): Promise<CheckResult> {
  return withTemporaryFolder(async (folder) => {
    // veraPDF takes files by the ending of their name, and what is checked must be what was read.
    const path = join(folder, 'book.pdf');
    const [fault] = await writeAll([{ path, bytes: subject.bytes }]);
    if (fault) return notRun('failed', fault);
    const { timeLimitMs = 300_000 } = options;
    const named = process.env.VERAPDF;
    const end = await runLauncher(named || 'verapdf', path, { ...options, timeLimitMs });
    if (!end)
      return notRun(
        'skipped',
        named ? diagnose('verapdf-absent', { path: named }) : diagnose('verapdf-skipped', {}),
      );
    return judge(end, subject, Math.round(timeLimitMs / 1000));
  });
}

async function runLauncher(
  launcher: string,
  path: string,
  { signal, timeLimitMs }: VeraOptions & { readonly timeLimitMs: number },
): Promise<ProcessEnd | undefined> {
  const wanted = ['--flavour', 'ua1', '--format', 'json', '--maxfailuresdisplayed', String(mostPlaces)];
  const environment = process.env.JAVA_OPTS ? {} : { JAVA_OPTS: memory };
  return runProcess(launcher, [...wanted, path], { signal, timeLimitMs, environment, isLauncher: true });
}

function judge(end: ProcessEnd, subject: VeraSubject, seconds: number): CheckResult {
  if (end.timedOut) return notRun('failed', diagnose('verapdf-timeout', { seconds }));
  const report = readVeraReport(end.output);
  if (typeof report !== 'object')
    return notRun('failed', diagnose('verapdf-broken', { reason: report ?? lastLine(end) }));
  return resultOf(report, subject);
}

function resultOf(
  { version, checks, rules, broken }: VeraReport,
  { tagged, file }: VeraSubject,
): CheckResult {
  const pageOf = pagesByObject(tagged);
  const figures = { version, rules, checks, broken: broken.length };
  return {
    check,
    title,
    status: broken.length > 0 ? 'failed' : 'passed',
    note: diagnose('figures-of-verapdf', figures),
    figures,
    diagnostics: broken.map((rule) => tell(rule, pageOf, file)),
  };
}

function tell(rule: BrokenRule, pageOf: ReadonlyMap<number, number>, file: string): Diagnostic {
  const { specification, clause, test, finding, count, places } = rule;
  const values = { finding, specification, clause, test, count };
  const pages = places.flatMap(({ page, objects }) => {
    const own = page ?? objects.map((object) => pageOf.get(object)).find((found) => found !== undefined);
    return own === undefined ? [] : [own];
  });
  const [first] = places;
  if (pages.length === 0)
    return diagnose('verapdf-finding', { ...values, object: first?.name || 'document' }, { file });
  const known = [...new Set(pages)].sort((a, b) => a - b);
  const isMore = known.length > mostPages || count > places.length;
  const told = [...known.slice(0, mostPages), ...(isMore ? ['…'] : [])].join(', ');
  return diagnose('verapdf-finding-on-page', { ...values, pages: told }, { file });
}

/** Where each element of the tree begins, by its object's number. */
function pagesByObject({ tree }: TaggedFacts): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const visit = (element: ReadElement): void => {
    const page = firstPage(element);
    if (element.object !== undefined && page !== undefined) found.set(element.object, page);
    for (const kid of element.kids) if ('type' in kid) visit(kid);
  };
  for (const element of tree) visit(element);
  return found;
}

function notRun(status: 'failed' | 'skipped', reason: Diagnostic): CheckResult {
  return { check, title, status, note: reason, figures: {}, diagnostics: [reason] };
}
