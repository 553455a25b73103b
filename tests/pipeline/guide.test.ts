import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { guideParts } from '../../scripts/commands/guide-parts.js';
import { catalogue } from '../../scripts/diagnostics/catalogue.js';
import { constructs } from '../../scripts/manuscript/constructs/constructs.js';
import { build } from '../../scripts/pipeline/build.js';

const guides = [
  { folder: 'zh', locale: 'zh-CN' },
  { folder: 'en', locale: 'en' },
] as const;

function folderOf(guide: string): string {
  return fileURLToPath(new URL(`../../manuscript/guide/${guide}`, import.meta.url));
}

/** The text that an author wrote: the chapters, and the files that they include, without what the program made. */
async function ownText(guide: string): Promise<string> {
  const texts = await Promise.all(
    ['chapters', 'writing'].map(async (name) => {
      const folder = join(folderOf(guide), name);
      const files = (await readdir(folder)).filter((file) => file.endsWith('.md'));
      return Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    }),
  );
  return texts.flat().join('\n');
}

/** Markdown without code: what stands here is used, not only shown. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '').replace(/`[^`\n]+`/g, '');
}

describe.each(guides)('the guide, $folder', ({ folder, locale }) => {
  it('is a book without a finding, in print and as an e-book, and passes every check', async () => {
    const out = await mkdtemp(join(tmpdir(), 'banxin-guide-'));
    const { value, diagnostics } = await build({ book: folderOf(folder), out, cache: false });
    expect(diagnostics).toEqual([]);
    expect(value?.checks.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(value?.checks.flatMap((check) => check.diagnostics)).toEqual([]);
    expect((await readdir(out)).map((name) => name.replace(/^.*\./, '')).sort()).toEqual([
      'epub',
      'html',
      'json',
      'pdf',
      'xml',
    ]);
  });

  it('holds the parts that the program makes, as it makes them now (`npm run guide`)', async () => {
    const made = Object.entries(await guideParts(locale));
    expect((await readdir(join(folderOf(folder), 'made'))).sort()).toEqual(made.map(([name]) => name).sort());
    for (const [name, text] of made) {
      expect(await readFile(join(folderOf(folder), 'made', name), 'utf8'), name).toBe(text);
      expect(await ownText(folder), name).toContain(`{{#include ../made/${name}}}`);
    }
  });

  it('names every construct and every diagnostic', async () => {
    const read = (name: string) => readFile(join(folderOf(folder), 'made', name), 'utf8');
    const [syntax, diagnostics] = await Promise.all([read('syntax.md'), read('diagnostics.md')]);
    for (const { name } of constructs) expect(syntax).toContain(`\`${name}\``);
    // `check-…` and `figures-of-…` are the words of a report, no findings.
    const codes = Object.keys(catalogue).filter((code) => !/^(?:check|figures)-/.test(code));
    expect(codes.filter((code) => !diagnostics.includes(`\`${code}\``))).toEqual([]);
  });

  it.each<[string, RegExp]>([
    ['a note written elsewhere', /\[\^\w+\](?!:)/],
    ['a note written in its place', /\^\[/],
    ['ruby, one reading to a character', /\{\p{L}{2,}\|[^|}]+\|[^}]+\}/u],
    ['attributes of a heading', /^#{1,3} .*\{#sec:/m],
    ['a heading without a number', /\{-\}$/m],
    ['a language of words', /\]\{lang=/],
    ['a name and a title', /\]\{\.name\}[\s\S]*\]\{\.book\}[\s\S]*<u>/],
    ['verse', /^::: verse$/m],
    ['a letter with its signature', /^::: letter$[\s\S]*?^::: signoff$/m],
    ['an epigraph with its source', /^::: epigraph$[\s\S]*?^::: credit$/m],
    ['a definition list', /^: /m],
    ['a table with a caption, joined cells and widths', /\| <<[\s\S]*^: .*\{#tbl:\w+ widths="/m],
    ['cells joined downwards', /\| \^\^/],
    ['a figure with caption, width and credit', /"\)\{#fig:\w+ width=\d+% credit="/],
    ['a figure as a block', /^::: \{\.figure #fig:/m],
    ['references by name', /@fig:[\s\S]*@tbl:[\s\S]*@eq:[\s\S]*@lst:/],
    ['several references at once', /\[@fig:\w+; @fig:\w+\]/],
    ['a reference to a page', /\[[^\]]*\{page\}[^\]]*\]\(#/],
    ['a link without words', /(?<!\\)\[\]\(#/],
    ['a formula in a line, one by itself, and one with a number', /\$w = n s\$[\s\S]*^\$\$ \{#eq:/m],
    ['callouts in both forms', /^> \[!TIP\][\s\S]*^::: \{\.warning title="/m],
    ['index entries and sub-entries', /\]\{\.index\}[\s\S]*\]\{index="[^"]+!/],
    ['a place for the index', /^::: \{\.index/m],
    ['citations, in brackets and in a sentence', /\[@\w+, [\s\S]*(?<![[;] ?)@bringhurst1992 /],
    ['a place for the sources', /^::: bibliography$/m],
    ['a glossary', /^::: \{\.glossary/m],
    ['text for one medium', /^::: print-only$[\s\S]*^::: ebook-only$/m],
    ['variables', /\{\{title\}\}/],
    ['HTML', /<sub>[\s\S]*<kbd>/],
  ])('uses %s', async (_, written) => {
    expect(withoutCode(await ownText(folder))).toMatch(written);
  });

  it('uses listings with a number and with a file name', async () => {
    expect(await ownText(folder)).toMatch(/^```\w+ \{#lst:[\s\S]*^```js:app\.js$/m);
  });

  it.each([
    'part',
    'endnotes',
    'bibliography',
    'index',
    'colophon',
  ])('has a chapter of kind %s', async (kind) => {
    expect(await ownText(folder)).toMatch(new RegExp(`^---\\nkind: ${kind}\\n---$`, 'm'));
  });
});
