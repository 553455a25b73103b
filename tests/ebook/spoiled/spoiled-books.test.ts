import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BuildResult } from '../../../scripts/model/build-types.js';
import type { Diagnostic } from '../../../scripts/model/diagnostic.js';
import type { Outcome } from '../../../scripts/model/outcome.js';
import { build } from '../../../scripts/pipeline/build.js';
import { makeBook } from '../../pipeline/make-book.js';
import { mended } from './mended.js';
import { randomChapter } from './random-html.js';
import { refused } from './refused.js';

const sound = {
  'book.yaml': 'id: spoiled\ntitle: 样书\nlanguage: zh-Hans\n',
  'chapters/01.md': '# 甲\n\n文\n',
};

async function ebookOf(files: Readonly<Record<string, string>>): Promise<Outcome<BuildResult>> {
  const out = await mkdtemp(join(tmpdir(), 'banxin-spoiled-'));
  return build({ book: await makeBook(files), out, formats: ['epub'], cache: false });
}

function lineOf({ place }: Diagnostic): string {
  return place?.line === undefined ? '' : `:${place.line}`;
}

describe('faulty chapters that are mended', () => {
  const fileOf = (index: number): string => `chapters/${String(index + 1).padStart(2, '0')}.md`;
  let built: Outcome<BuildResult>;
  beforeAll(async () => {
    const chapters = mended.map(({ text, files }, index) => ({ ...files, [fileOf(index)]: text }));
    built = await ebookOf(Object.assign({ ...sound }, ...chapters));
  });

  it.each(mended.map((chapter, index) => ({ ...chapter, index })))('$fault', ({ said, index }) => {
    const found = built.diagnostics.filter(({ place }) => place?.file.endsWith(fileOf(index)));
    expect(found.map((diagnostic) => `${diagnostic.code}${lineOf(diagnostic)}`)).toEqual(said);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('make an e-book that loses no text, and in which no checker finds anything', () => {
    expect(built.value?.checks.map(({ check, status }) => [check, status === 'failed'])).toEqual([
      ['epub-text', false],
      ['epub-container', false],
      ['epubcheck-light', false],
      ['epubcheck-java', false],
    ]);
  });
});

describe('elements set into each other as chance has it', () => {
  it('make an e-book that loses no text, and in which no checker finds anything', async () => {
    const chapters = Array.from({ length: 60 }, (_, index) => [
      `chapters/${100 + index}.md`,
      randomChapter(index + 1),
    ]);
    const { value, diagnostics } = await ebookOf({ ...sound, ...Object.fromEntries(chapters) });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(diagnostics.filter(({ code }) => code === 'html-misplaced').length).toBeGreaterThan(500);
    expect(
      value?.checks.flatMap((check) => check.diagnostics.filter(({ severity }) => severity !== 'info')),
    ).toEqual([]);
    expect(value?.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  });
});

describe('a faulty book that is refused, with the place of its fault', () => {
  it.each(refused)('$fault', async ({ files, errors }) => {
    const { value, diagnostics } = await ebookOf({ ...sound, ...files });
    expect(value).toBeUndefined();
    const found = diagnostics.filter(({ severity }) => severity === 'error');
    const told = found.map(
      (diagnostic) =>
        `${diagnostic.code} ${/(?:chapters\/)?[^/]+$/.exec(diagnostic.place?.file ?? '')?.[0]}${lineOf(diagnostic)}`,
    );
    expect(told).toEqual(errors);
  });
});
