import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkEpubAce } from '../../scripts/check/ace.js';
import { readAceReport } from '../../scripts/check/ace-report.js';
import { spotOfCfi } from '../../scripts/check/epub-cfi.js';
import { makeEpub } from '../../scripts/ebook/make-epub.js';
import { checkEpub } from '../../scripts/pipeline/epub-checks.js';
import { banxin, ownFolder, startBanxin, withoutJava } from '../commands/run-banxin.js';
import { bookOf, inputOf } from '../ebook/sample-books.js';

/** Line 5 has a heading two levels below the last one, line 7 a link without words. */
const faulty = bookOf([
  {
    id: 'c1',
    html: '<h1 id="c1-t">甲</h1>\n<p>一</p>\n<p>二</p>\n\n<h4 id="c1-u">乙</h4>\n\n<p>三<a href="https://example.org/"></a></p>',
  },
]);
let epub: Uint8Array;

beforeAll(async () => {
  const { value } = await makeEpub(inputOf(faulty));
  if (!value) throw new Error('no EPUB was made');
  // Banxin announces such a heading as the next level; another tool's book would not.
  const zip = await JSZip.loadAsync(value.bytes);
  const chapter = 'OEBPS/text/c001.xhtml';
  zip.file(chapter, (await zip.file(chapter)?.async('string'))?.replace(' aria-level="2"', '') ?? '');
  epub = await zip.generateAsync({ type: 'uint8array' });
});

describe('Ace', () => {
  it('leads what it finds back to chapter file and line, with its rule, impact and advice', async () => {
    const { status, figures, diagnostics } = await checkEpubAce({ epub, book: faulty });
    expect([status, figures]).toEqual(['failed', { errors: 1, warnings: 1 }]);
    expect(diagnostics).toMatchObject([
      {
        code: 'epub-ace-warning',
        place: { file: 'chapters/c1.md', line: 5 },
        values: { id: 'heading-order', impact: 'moderate' },
        hint: expect.stringContaining('http://kb.daisy.org/publishing/docs/html/headings.html'),
      },
      {
        code: 'epub-ace-error',
        place: { file: 'chapters/c1.md', line: 7 },
        values: {
          id: 'link-name',
          impact: 'serious',
          position: expect.stringMatching(/^OEBPS\/text\/c001\.xhtml:\d+:\d+$/),
        },
      },
    ]);
  });

  it('is skipped where it is not installed, and the result says so plainly', async () => {
    const { status, note, diagnostics } = await checkEpubAce({ epub }, { ace: null });
    expect([status, note.code, diagnostics.map(({ severity }) => severity)]).toEqual([
      'skipped',
      'ace-skipped',
      ['info'],
    ]);
  });

  it('is skipped where there is no browser', async () => {
    vi.stubEnv('BANXIN_BROWSER', '/nonexistent/browser');
    onTestFinished(() => void vi.unstubAllEnvs());
    const { status, note } = await checkEpubAce({ epub });
    expect([status, note.code]).toEqual(['skipped', 'browser-not-found']);
  });

  it('is broken, not skipped, where it gives no report', async () => {
    const { status, note } = await checkEpubAce({ epub: new Uint8Array([1, 2, 3]) });
    expect([status, note.code]).toEqual(['failed', 'ace-broken']);
  });

  it('is not given an EPUB whose container is at fault', async () => {
    const checks = await checkEpub(epub.subarray(100), { accessibility: true });
    expect(checks.at(-1)).toMatchObject({
      check: 'epub-ace',
      status: 'skipped',
      note: { code: 'ace-container-faulty' },
    });
  });
});

describe('a report of Ace', () => {
  it('that fails a book without a finding is none', () => {
    const report = (outcome: string) =>
      JSON.stringify({ 'earl:result': { 'earl:outcome': outcome }, assertions: [] });
    expect(readAceReport(report('fail'), epub)).toBeUndefined();
    expect(readAceReport(report('pass'), epub)).toEqual([]);
    for (const text of ['', '[]', '{"assertions":[]}']) expect(readAceReport(text, epub)).toBeUndefined();
  });

  it('names elements by EPUB CFI', () => {
    const page =
      '<?xml version="1.0"?>\n<html><head/><body>\n<p>a<br/></p>\n <p id="x">b<i>c</i></p></body></html>';
    expect(spotOfCfi(page, '/4/4[x]')).toEqual({ line: 4, column: 2 });
    expect(spotOfCfi(page, '/4/2/2')).toEqual({ line: 3, column: 5 });
    expect(spotOfCfi(page, '/2')).toEqual({ line: 2, column: 7 });
    for (const path of ['/4/6', '/4/1', '']) expect(spotOfCfi(page, path)).toBeUndefined();
  });
});

const isLinux = process.platform === 'linux';

describe.skipIf(!isLinux)(`Ace that is stopped${isLinux ? '' : ' (skipped: needs /proc)'}`, () => {
  it('after its time leaves no browser and no folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'banxin-late-'));
    vi.stubEnv('TMPDIR', folder);
    vi.stubEnv('BANXIN_TEST_MARK', folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { status, note } = await checkEpubAce({ epub }, { timeLimitMs: 700 });
    expect([status, note.code]).toEqual(['failed', 'ace-timeout']);
    await until(() => processesMarked(folder).length === 0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([1, 2])('by %i Ctrl+C leaves no browser, and after one no folder', async (times) => {
    const cwd = ownFolder();
    writeFileSync(join(cwd, 'book.epub'), epub);
    const env = { ...withoutJava, BANXIN_TEST_MARK: cwd, TMPDIR: cwd };
    const { child, ended } = startBanxin(['check', 'book.epub'], { cwd, env });
    await until(() => processesMarked(cwd).some(isBrowser));
    for (let time = 0; time < times; time++) {
      child.kill('SIGINT');
      // Two signals in one instant would arrive as one.
      await sleep(20);
    }
    expect(await ended).toMatchObject({ code: 130, stdout: '' });
    await until(() => processesMarked(cwd).length === 0);
    if (times === 1) expect(readdirSync(cwd)).toEqual(['book.epub']);
  });
});

describe('banxin check of a book folder', () => {
  it('makes its EPUB, checks it by Ace too, and leaves nothing behind', async () => {
    const cwd = ownFolder();
    const book = ownFolder();
    writeFileSync(join(book, 'book.yaml'), 'id: small\ntitle: 小书\nlanguage: zh-Hans\nchapters: [a.md]\n');
    writeFileSync(join(book, 'a.md'), '# 甲\n\n正文。\n');
    const run = await banxin(['check', book, '--json'], { cwd, env: { ...withoutJava, TMPDIR: cwd } });
    expect(run).toMatchObject({ code: 0 });
    const { checks }: { checks: { check: string; status: string }[] } = JSON.parse(run.stdout);
    expect(checks.map(({ check, status }) => `${check} ${status}`)).toEqual([
      'manuscript passed',
      'epub-text passed',
      'epub-container passed',
      'epubcheck-light passed',
      'epubcheck-java skipped',
      'epub-ace passed',
    ]);
    expect([readdirSync(cwd), readdirSync(book).sort()]).toEqual([[], ['a.md', 'book.yaml']]);
    expect(existsSync(join(book, '.banxin'))).toBe(false);
  });
});

/** Process numbers of all that inherited the mark, this test's own aside. */
function processesMarked(mark: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false;
    try {
      return readFileSync(join('/proc', pid, 'environ'), 'utf8').includes(`BANXIN_TEST_MARK=${mark}\0`);
    } catch {
      return false;
    }
  });
}

function isBrowser(pid: string): boolean {
  try {
    return readFileSync(join('/proc', pid, 'cmdline'), 'utf8').includes('--remote-debugging');
  } catch {
    return false;
  }
}

async function until(happens: () => boolean): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!happens()) {
    if (performance.now() > deadline) throw new Error('waited 30 s in vain');
    await sleep(20);
  }
}
