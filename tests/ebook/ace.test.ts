import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEpub } from '../../scripts/ebook/make-epub.js';
import { locateBrowser } from '../../scripts/print/browser.js';
import { fullMeta, inputOf, pagesOf, richBook, richFiles } from './sample-books.js';
import { seedEpub } from './seed-epub.js';

const ace = acePath();
const whyNot = ace ? '' : ' (skipped: @daisy/ace-cli is not installed)';

function acePath(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@daisy/ace-cli/bin/ace.js');
  } catch {
    return undefined;
  }
}

/** What is asked of Ace's report: a finding is an assertion about a document, or about the package. */
interface AceReport {
  readonly 'earl:result': { readonly 'earl:outcome': string };
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string };
    readonly assertions: readonly {
      readonly 'earl:test': { readonly 'dct:title': string; readonly 'earl:impact': string };
      readonly 'earl:result': { readonly 'dct:description': string };
    }[];
  }[];
}

/** Runs DAISY Ace with the browser that Banxin builds with; its outcome and its findings in words. */
async function aceOn(epub: Uint8Array, folder: string): Promise<{ outcome: string; findings: string[] }> {
  const { value: browser, diagnostics } = await locateBrowser();
  if (!browser || !ace) throw new Error(JSON.stringify(diagnostics));
  const book = join(folder, 'book.epub');
  await writeFile(book, epub);
  const env = {
    ...process.env,
    ...browser.environment,
    PUPPETEER_EXECUTABLE_PATH: browser.executable,
    // Ace writes its settings and a log where the user keeps such things.
    XDG_CONFIG_HOME: folder,
    XDG_STATE_HOME: folder,
    // A loaded machine starts a browser slowly; five seconds are Ace's own limit.
    ACE_TIMEOUT_INITIAL: '30000',
  };
  const options = ['--silent', '--force', '--tempdir', join(folder, 'work'), '--outdir', join(folder, 'ace')];
  await promisify(execFile)(process.execPath, [ace, ...options, book], { env, timeout: 55_000 });
  const report: AceReport = JSON.parse(await readFile(join(folder, 'ace', 'report.json'), 'utf8'));
  const findings = report.assertions.flatMap(({ 'earl:testSubject': { url }, assertions }) =>
    assertions.map(
      ({ 'earl:test': test, 'earl:result': result }) =>
        `${url}: ${test['earl:impact']} ${test['dct:title']}: ${result['dct:description']}`,
    ),
  );
  return { outcome: report['earl:result']['earl:outcome'], findings };
}

describe.skipIf(!ace)(`DAISY Ace, the checker of accessible EPUBs${whyNot}`, () => {
  let folder: string;
  let seed: Uint8Array;
  beforeAll(async () => {
    seed = await seedEpub();
    folder = await mkdtemp(join(tmpdir(), 'banxin-ace-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('finds nothing in the newspaper page of 31 March 2022', async () => {
    expect(await aceOn(seed, folder)).toEqual({ outcome: 'pass', findings: [] });
  });

  it('finds nothing in a book with notes, lists, tables, pictures, formulas and pages of its print edition', async () => {
    const pagination = pagesOf(['i', 'c00'], ['1', 'c01'], ['5', 'c02']);
    const { value } = await makeEpub({ ...inputOf(richBook(fullMeta), richFiles), pagination });
    expect(await aceOn(value?.bytes ?? new Uint8Array(), folder)).toEqual({ outcome: 'pass', findings: [] });
  });
});
