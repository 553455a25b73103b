import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkVeraPdf, type VeraOptions } from '../../scripts/check/verapdf.js';
import type { CheckResult } from '../../scripts/model/proof.js';
import { build } from '../../scripts/pipeline/build.js';
import { check } from '../../scripts/pipeline/check.js';
import type { ReadElement, TaggedFacts } from '../../scripts/print/tags/read-tagged.js';
import { makeBook, richBook } from '../pipeline/make-book.js';

// Reports of veraPDF 1.29, the first shortened to three of its rules.
const recorded = join(import.meta.dirname, '..', 'fixtures', 'verapdf');
const installed = process.env.VERAPDF;

const item: ReadElement = {
  type: 'LI',
  standard: 'LI',
  alt: undefined,
  actualText: undefined,
  id: undefined,
  language: undefined,
  attributes: new Map(),
  kids: [{ page: 7, mcid: 0 }],
  object: 659,
};
const tagged: TaggedFacts = {
  tree: [item],
  remapped: [],
  isSuspect: false,
  language: 'zh',
  displaysTitle: true,
  xmp: undefined,
  contents: [],
  links: [],
  untabbed: [],
};

afterEach(() => vi.unstubAllEnvs());

/** A program in veraPDF's place, of these lines of a shell. */
async function standIn(...lines: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-vera-'));
  const path = join(folder, 'verapdf');
  await writeFile(path, ['#!/bin/sh', ...lines, ''].join('\n'));
  await chmod(path, 0o755);
  vi.stubEnv('VERAPDF', path);
  return folder;
}

function run(options?: VeraOptions): Promise<CheckResult> {
  return checkVeraPdf({ bytes: Buffer.from('%PDF-1.7'), file: 'book.pdf', tagged }, options);
}

describe('veraPDF', () => {
  it('is asked for PDF/UA-1, with bounded memory, about the file that was read', async () => {
    vi.stubEnv('JAVA_OPTS', '');
    const folder = await standIn(
      `echo "$JAVA_OPTS $@" > "$(dirname "$0")/asked"`,
      `for file; do :; done; cp "$file" "$(dirname "$0")/seen"`,
      `cat ${join(recorded, 'kept.json')}`,
    );
    const { status, figures, diagnostics } = await run();
    expect([status, diagnostics]).toEqual(['passed', []]);
    expect(figures).toMatchObject({ rules: 106, checks: 16588, broken: 0 });
    expect(await readFile(join(folder, 'asked'), 'utf8')).toMatch(
      /^-Xmx2g --flavour ua1 --format json --maxfailuresdisplayed 20 \S+book\.pdf\n$/,
    );
    expect(await readFile(join(folder, 'seen'), 'utf8')).toBe('%PDF-1.7');
  });

  it('tells each rule that is broken once, with clause, test, count and page', async () => {
    await standIn('echo Picked up JAVA_TOOL_OPTIONS', `cat ${join(recorded, 'broken.json')}`, 'exit 1');
    const { status, figures, diagnostics } = await run();
    expect([status, figures.broken]).toEqual(['failed', 3]);
    expect(diagnostics).toMatchObject([
      { code: 'verapdf-finding', values: { clause: '7.1', test: 8, count: 1, object: 'root/document[0]' } },
      {
        code: 'verapdf-finding-on-page',
        values: { specification: 'ISO 14289-1:2014', clause: '7.1', test: 3, count: 2817, pages: '1, 2, …' },
        place: { file: 'book.pdf' },
      },
      // The tree says on which page the element begins.
      {
        code: 'verapdf-finding-on-page',
        values: {
          finding: 'LI element contains Link element(s) instead of Lbl or LBody',
          test: 20,
          pages: '7, …',
        },
      },
    ]);
  });

  it('that is not installed is a check left out, and said to be', async () => {
    vi.stubEnv('VERAPDF', '');
    vi.stubEnv('PATH', recorded);
    const { status, note } = await run();
    expect([status, note.code, note.severity]).toEqual(['skipped', 'verapdf-skipped', 'info']);
    vi.stubEnv('VERAPDF', '/nowhere/verapdf');
    expect(await run()).toMatchObject({ status: 'skipped', note: { code: 'verapdf-absent' } });
  });

  it.each([
    ['does not know the format', 'echo Illegal format option value: json; exit 2', /Illegal format/],
    ['gives half a report', `head -c 300 ${join(recorded, 'broken.json')}`, /./],
    [
      'gives a verdict without reasons',
      `sed 's/"compliant": true/"compliant": false/' ${join(recorded, 'kept.json')}`,
      /./,
    ],
    [
      'cannot read the file',
      `echo '{"report":{"jobs":[{"taskException":{"exceptionMessage":"Exception: no header"}}]}}'; exit 7`,
      /^Exception: no header$/,
    ],
  ])('that %s has not checked the file', async (_, line, reason) => {
    await standIn(line);
    const { status, note } = await run();
    expect([status, note.code, note.values.reason]).toEqual([
      'failed',
      'verapdf-broken',
      expect.stringMatching(reason),
    ]);
  });

  it('that hangs is ended, and what it started with it', async () => {
    const folder = await standIn('(sleep 2; touch "$(dirname "$0")/lived") &', 'sleep 20', 'echo late');
    const { status, note } = await run({ timeLimitMs: 300 });
    expect([status, note.code]).toEqual(['failed', 'verapdf-timeout']);
    await sleep(2_200);
    expect(existsSync(join(folder, 'lived'))).toBe(false);
  }, 10_000);
});

describe('a printed book', () => {
  it.skipIf(!installed)(
    'keeps every rule that veraPDF knows, where it is installed',
    async () => {
      const out = await mkdtemp(join(tmpdir(), 'banxin-vera-'));
      await build({ book: await makeBook(richBook), out, formats: ['pdf'] });
      const { value: checks } = await check({ subject: join(out, 'rich.pdf') });
      expect(checks?.find(({ check: name }) => name === 'verapdf')).toMatchObject({
        status: 'passed',
        diagnostics: [],
      });
    },
    120_000,
  );
});
