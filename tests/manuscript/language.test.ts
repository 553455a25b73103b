import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../scripts/check/epub-archive.js';
import { constructs } from '../../scripts/manuscript/constructs/constructs.js';
import { readBook } from '../../scripts/manuscript/read-book.js';
import type { Chapter } from '../../scripts/model/book.js';
import type { BuildResult } from '../../scripts/model/build-types.js';
import type { Outcome } from '../../scripts/model/outcome.js';
import { build } from '../../scripts/pipeline/build.js';
import { makeEditions } from '../../scripts/pipeline/editions.js';
import { chapterHtml } from '../../scripts/print/chapter-html.js';
import { readFiles } from './temporary-book.js';

const fixture = fileURLToPath(new URL('../fixtures/language', import.meta.url));
const expected = (kind: string, name: string) => join(fixture, 'expected', kind, name);
const nameOf = ({ source }: Chapter) => basename(source.path, '.md');

let folder: string;
let built: Outcome<BuildResult>;
let print: ReadonlyMap<string, string>;
let ebook: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banxin-language-'));
  const book = join(folder, 'book');
  await cp(fixture, book, { recursive: true, filter: (path) => !/(?:wrong|expected)$/.test(path) });
  const { value } = await readBook(book);
  if (!value) throw new Error('the fixture cannot be read');
  const { book: set } = (await makeEditions(value)).print;
  const notes = { place: 'foot', marks: 'circled', restart: 'page' } as const;
  print = new Map(set.chapters.map((own) => [nameOf(own), chapterHtml(own, 'zh-Hans', notes)]));
  built = await build({ book, out: join(folder, 'out') });
  const archive = openArchive(await readFile(join(folder, 'out', 'language.epub')));
  ebook = new Map(
    value.chapters.map((own, index) => {
      const file = `OEBPS/text/c${String(index + 1).padStart(3, '0')}.xhtml`;
      return [nameOf(own), bodyOf(archive?.readText(file) ?? '')];
    }),
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function bodyOf(xhtml: string): string {
  return /<body[\s\S]*<\/body>/.exec(xhtml)?.[0] ?? '';
}

/** A tag begins a line: differences are seen where they are. */
function inLines(markup: string): string {
  return `${markup.replace(/(?<!\n)<(?=(?:p|h\d|div|section|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|figure|figcaption|blockquote|pre|caption|math)\b)/g, '\n<').trim()}\n`;
}

describe('every construct of the manuscript language', () => {
  it.each(constructs.map(({ name }) => name))('%s, in print and in the e-book', async (name) => {
    expect([print.has(name), ebook.has(name)]).toEqual([true, true]);
    await expect(inLines(print.get(name) ?? '')).toMatchFileSnapshot(expected('print', `${name}.html`));
    await expect(inLines(ebook.get(name) ?? '')).toMatchFileSnapshot(expected('ebook', `${name}.xhtml`));
  });

  it('stands in a book that both media accept, with nothing lost', () => {
    expect(built.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(built.value?.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  });
});

describe('a construct that is used wrongly is told of', async () => {
  const wrong = (await readdir(join(fixture, 'wrong'))).filter((name) => name.endsWith('.md'));
  const picture = await readFile(join(fixture, 'chapters', 'plan.svg'), 'utf8');

  it.each(wrong)('%s', async (name) => {
    const text = await readFile(join(fixture, 'wrong', name), 'utf8');
    const { diagnostics } = await readFiles({ 'chapters/a.md': text, 'chapters/plan.svg': picture });
    const told = diagnostics.map(
      ({ code, severity, message, hint, place }) =>
        `${place?.line ?? '-'}: ${severity} ${code}: ${message}${hint === undefined ? '' : `\n   ${hint}`}`,
    );
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(
      expected('wrong', `${basename(name, '.md')}.txt`),
    );
  });
});
