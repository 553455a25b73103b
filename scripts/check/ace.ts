import { createRequire } from 'node:module';
import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { readOwnText } from '../files/read.js';
import { withTemporaryFolder } from '../files/temporary-folder.js';
import { writeAll } from '../files/write.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import type { CheckResult } from '../model/proof.js';
import { type FoundBrowser, locateBrowser } from '../print/browser.js';
import { lendBrowser } from '../print/lent-browser.js';
import { type AceFinding, readAceReport } from './ace-report.js';
import { checkerResult, type EpubSubject } from './epub-findings.js';
import { lastLine, type ProcessEnd, runProcess } from './run-process.js';

const check = 'epub-ace';
const title = diagnose('check-epub-ace', {});

export interface AceOptions {
  readonly signal?: AbortSignal | undefined;
  /** @default 600,000 (ten minutes): a book of 120 documents of 5,000 characters takes some 25 s on two busy cores */
  readonly timeLimitMs?: number | undefined;
  /** Path of Ace's command line; that of `@daisy/ace-cli` where it is left out. `null` means there is none. */
  readonly ace?: string | null | undefined;
}

/**
 * Runs DAISY Ace, the checker of accessible EPUBs, in a process of its own with the browser that Banxin builds with.
 * Skipped, and says so, where there is no Ace or no browser. Any finding fails. Throws the signal's reason when aborted.
 */
export async function checkEpubAce(subject: EpubSubject, options: AceOptions = {}): Promise<CheckResult> {
  const { signal, timeLimitMs = 600_000, ace = acePath() } = options;
  if (ace === null) return notRun('skipped', diagnose('ace-skipped', {}));
  const { value: browser, diagnostics } = await locateBrowser();
  if (!browser) return notRun('skipped', diagnostics[0] ?? diagnose('browser-missing', {}));
  return withTemporaryFolder(async (folder) => {
    const file = join(folder, 'book.epub');
    const [fault] = await writeAll([{ path: file, bytes: subject.epub }]);
    if (fault) return notRun('failed', fault);
    const end = await runAce(ace, file, folder, { browser, signal, timeLimitMs });
    if (end?.timedOut)
      return notRun('failed', diagnose('ace-timeout', { seconds: Math.round(timeLimitMs / 1000) }));
    const report = await readOwnText(join(folder, 'report', 'report.json')).catch(() => '');
    const findings = readAceReport(report, subject.epub);
    if (!findings) return notRun('failed', diagnose('ace-broken', { reason: lastLine(end) }));
    return checkerResult(check, title, findings, subject, wordFinding);
  });
}

/** Ace unpacks the EPUB; one whose paths may lead anywhere, or that is damaged, is not given to it. */
export function skipEpubAce(): CheckResult {
  return notRun('skipped', diagnose('ace-container-faulty', {}));
}

/** Where Ace is not installed, the path is `null`: it is an optional dependency. */
function acePath(): string | null {
  try {
    return createRequire(import.meta.url).resolve('@daisy/ace-cli/bin/ace.js');
  } catch {
    return null;
  }
}

interface AceRun {
  readonly browser: FoundBrowser;
  readonly signal: AbortSignal | undefined;
  readonly timeLimitMs: number;
}

async function runAce(
  ace: string,
  file: string,
  folder: string,
  { browser, signal, timeLimitMs }: AceRun,
): Promise<ProcessEnd | undefined> {
  const [work, report] = [join(folder, 'work'), join(folder, 'report')];
  const environment = {
    PUPPETEER_EXECUTABLE_PATH: await lendBrowser(browser, folder),
    // A loaded machine starts a browser slowly; Ace's own limit is five seconds.
    ACE_TIMEOUT_INITIAL: '30000',
    // Settings, logs and profiles: Ace and its browser write where the user keeps such things, unless they are told.
    ...Object.fromEntries(ownFolders.map((name) => [name, folder])),
  };
  const words = [...boundedMemory, ace, '--silent', '--force', '--tempdir', work, '--outdir', report, file];
  return runProcess(process.execPath, words, { signal, timeLimitMs, environment });
}

const ownFolders = [
  ...['HOME', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME', 'TMPDIR'],
  ...['USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'TEMP', 'TMP'],
];

/** Megabytes; the reports of all documents are held at once. */
const boundedMemory = ['--max-old-space-size=1024'];

function notRun(status: 'failed' | 'skipped', reason: Diagnostic): CheckResult {
  return { check, title, status, note: reason, figures: {}, diagnostics: [reason] };
}

function wordFinding(finding: AceFinding, position: string, place?: Place): Diagnostic {
  const { id, isWarning, message, impact, advice } = finding;
  const values = { id, impact, finding: message, position, advice };
  return diagnose(isWarning ? 'epub-ace-warning' : 'epub-ace-error', values, place);
}
