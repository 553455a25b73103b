import { describe, expect, it } from 'vitest';
import { loadExtensions } from '../../scripts/extensions/load-extensions.js';
import type { BookConfig } from '../../scripts/model/extension.js';
import { openBook } from '../../scripts/pipeline/open-book.js';
import { bookOf, codesOf } from './own-book.js';

async function faultsOf(config: string) {
  const book = bookOf({ 'banxin.config.ts': config });
  return (await loadExtensions(book, { allowConfig: true })).diagnostics;
}

describe('a config', () => {
  it('is TypeScript or a module, with packages of the book, data, and a wait at its top', async () => {
    const config = `import { defineConfig, type OwnCheck } from 'banxin';
import { readFile } from 'node:fs/promises';
import words from './words.json' with { type: 'json' };
import { shout } from 'shouting';
const name: OwnCheck['name'] = (await readFile(new URL('./name.txt', import.meta.url), 'utf8')).trim();
export default defineConfig({ checks: [{ name, about: shout(words[0] ?? ''), check: () => [] }] });
`;
    const shouting = {
      'node_modules/shouting/package.json': '{"name":"shouting","type":"module","exports":"./index.js"}',
      'node_modules/shouting/index.js': "export const shout = (word) => word.toUpperCase() + '!';\n",
    };
    const data = { 'words.json': '["a"]', 'name.txt': 'named\n' };
    for (const [file, code] of [
      ['banxin.config.ts', config],
      ['banxin.config.mjs', config.replace(', type OwnCheck', '').replace(": OwnCheck['name']", '')],
    ] as const) {
      const book = bookOf({ [file]: code, ...shouting, ...data });
      const { value, diagnostics } = await loadExtensions(book, { allowConfig: true });
      expect([diagnostics, value?.checks]).toEqual([
        [],
        [expect.objectContaining({ name: 'named', about: 'A!' })],
      ]);
    }
  });
});

describe('a config that is wrong', () => {
  it.each([
    ['throws', "const a = 1;\n\nthrow new Error('no good');\n", 'config-failed:3', 'no good'],
    ['is no TypeScript', 'const a: number = 1;\nexport default {\n', 'config-failed:3', 'Unexpected token'],
    [
      'imports what is not there',
      "import a from 'not-there';\nexport default a;\n",
      'config-failed:1',
      "Cannot find module 'not-there'",
    ],
    ['throws no error', "throw 'a word';\n", 'config-failed', 'a word'],
  ])('says so at its line, in one line and without a trace, where it %s', async (_, config, code, reason) => {
    const diagnostics = await faultsOf(config);
    expect(codesOf(diagnostics)).toEqual([code]);
    expect(diagnostics[0]?.message).toMatch(/^`\S*banxin\.config\.ts` does not run: /);
    expect(diagnostics[0]?.message.endsWith(reason)).toBe(true);
    expect(diagnostics[0]?.message).not.toContain('\n');
  });

  it('is stopped where it does not end, by a loop or by waiting', async () => {
    const [loop, wait] = await Promise.all([
      faultsOf('for (;;);\n'),
      faultsOf('await new Promise(() => undefined);\nexport default {};\n'),
    ]);
    expect([loop, wait].map(codesOf)).toEqual([['config-slow'], ['config-slow']]);
  }, 30_000);

  it.each([
    ['nothing', 'export const a = 1;', ['default']],
    ['a list', 'export default [];', ['default']],
    ['a promise', 'export default (async () => ({ checks: [] }))();', ['default']],
    ['a key that nobody reads', 'export default { check: [] };', ['check']],
    ['one thing where several belong', 'export default { checks: {} };', ['checks']],
    [
      'a check without a function',
      "export default { checks: [{ name: 'a', check: 1 }] };",
      ['checks[0].check'],
    ],
    [
      'a name with a capital',
      "export default { normalizer: [{ name: 'A', find: () => [] }] };",
      ['normalizer[0].name'],
    ],
    ['a construct of nothing', "export default { constructs: [{ name: 'a' }] };", ['constructs[0]']],
    [
      'a pattern in quotes',
      "export default { constructs: [{ name: 'a', inline: { pattern: 'x', make: () => '' } }] };",
      ['constructs[0].inline.pattern'],
    ],
    [
      'one name twice',
      "const c = { name: 'a', check: () => [] };\nexport default { checks: [c, c] };",
      ['checks[1].name'],
    ],
    ['a theme that is a path', "export default { theme: '../theirs' };", ['theme']],
    ['two faults', 'export default { theme: 1, checks: [null] };', ['checks[0]', 'theme']],
  ])('is told by the paths of its faults: %s', async (_, config, paths) => {
    const diagnostics = await faultsOf(config);
    expect(diagnostics.map(({ code, values }) => [code, values.path])).toEqual(
      paths.map((path) => ['config-shape', path]),
    );
  });

  it('names the theme that is not installed', async () => {
    expect(codesOf(await faultsOf("export default { theme: 'banxin-theme-gone' };"))).toEqual([
      'theme-package-missing',
    ]);
  });
});

describe('a piece of own code that is wrong', () => {
  const text = { 'chapters/01.md': '# 一\n\n头一段。\n\n第二段有@@记号@@。\n' };

  /** What reading a book says with a construct, and the text that it has then. */
  async function readWith(construct: NonNullable<BookConfig['constructs']>[number]) {
    const { value, diagnostics } = await openBook(bookOf(text), { config: { constructs: [construct] } });
    return { codes: codesOf(diagnostics), diagnostics, tree: JSON.stringify(value?.book.chapters[0]?.tree) };
  }

  it('leaves the text as it was written, and names the line of the manuscript', async () => {
    const make = () => {
      throw new TypeError('not today');
    };
    const { codes, diagnostics, tree } = await readWith({
      name: 'mark',
      inline: { pattern: /@@.*?@@/, make },
    });
    expect(codes).toEqual(['own-construct-failed']);
    expect(diagnostics[0]).toMatchObject({
      message: 'the book’s own construct `mark` failed: not today',
      related: [{ file: expect.stringMatching(/01\.md$/), line: 5 }],
    });
    expect(tree).toContain('@@记号@@');
  });

  it('is stopped once, though the pattern would run wild in every paragraph', async () => {
    const pattern = /(?:[^@]+)*[^@]*x$/;
    const book = bookOf({ 'chapters/01.md': `# 一\n\n${`${'长'.repeat(60)}@。\n\n`.repeat(20)}` });
    const config = { constructs: [{ name: 'wild', inline: { pattern, make: () => '' } }] };
    const begun = performance.now();
    const { diagnostics } = await openBook(book, { config });
    expect(codesOf(diagnostics)).toEqual(['own-construct-slow']);
    expect(performance.now() - begun).toBeLessThan(15_000);
  }, 30_000);

  it.each([
    ['a number', () => 7],
    ['a node of no kind', () => ({ type: 'comment', value: 'x' })],
    [
      'an element with a function in it',
      () => ({ type: 'element', tagName: 'b', properties: { a: () => 1 }, children: [] }),
    ],
  ])('is refused what is no content: %s', async (_, make) => {
    const own: Record<string, unknown> = { pattern: /@@.*?@@/, make };
    const inline = own as { pattern: RegExp; make: () => string };
    const { codes } = await readWith({ name: 'odd', inline });
    expect(codes).toEqual(['own-construct-shape']);
  });
});
