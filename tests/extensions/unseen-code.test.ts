import { existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConfig } from '../../scripts/extensions/config-file.js';
import { inspectConfig, permitConfig } from '../../scripts/extensions/inspect-config.js';
import { loadExtensions } from '../../scripts/extensions/load-extensions.js';
import { runConfig } from '../../scripts/extensions/run-config.js';
import { ownFolder } from '../commands/run-banxin.js';
import { bookOf, codesOf, freshMachine } from './own-book.js';

const rest = '\nexport default { checks: [] };\n';

/** Code that leaves a mark when it runs. */
function leaving(mark: string, more = ''): string {
  return `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(mark)}, '');\n${more}`;
}

/** Writes files into a book's folder, with folders that are not there yet. */
function writeInto(book: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(book, path)), { recursive: true });
    writeFileSync(join(book, path), text);
  }
}

async function codesOfLoading(book: string, allowConfig: boolean | string = false) {
  return codesOf((await loadExtensions(book, { allowConfig })).diagnostics);
}

const packageJson = (more: object) => JSON.stringify({ name: 'helping', type: 'module', ...more });

describe('code that a config brings in', () => {
  const inPackage = 'node_modules/helping/index.js';
  it.each([
    ['behind a comment', "import /* a */ './own.mjs';", { 'own.mjs': '' }],
    [
      'by the imports of package.json',
      "import '#own';",
      { 'own.mjs': '', 'package.json': '{"imports":{"#own":"./own.mjs"}}' },
    ],
    [
      'by a package that comes with the book',
      "import 'helping';",
      { [inPackage]: '', 'node_modules/helping/package.json': packageJson({ main: 'index.js' }) },
    ],
    [
      'from within such a package',
      "import 'helping';",
      {
        'node_modules/helping/deep.js': '',
        [inPackage]: "import './deep.js';",
        'node_modules/helping/package.json': packageJson({}),
      },
    ],
    ['by the name of a folder', "import './own';", { 'own/index.ts': '' }],
    ['of the folder itself', "import '.';", { 'index.mjs': '' }],
  ])('is allowed with it, and asks again when it changes: %s', async (_, line, files) => {
    freshMachine();
    const book = bookOf({ 'banxin.config.mjs': `${line}${rest}`, ...files });
    await permitConfig(book, true);
    expect(await codesOfLoading(book)).toEqual([]);
    const mark = join(ownFolder(), 'mark');
    writeInto(book, { [Object.keys(files)[0] ?? '']: leaving(mark) });
    expect([await codesOfLoading(book), existsSync(mark)]).toEqual([['config-changed'], false]);
    await permitConfig(book, true);
    expect([await codesOfLoading(book), existsSync(mark)]).toEqual([[], true]);
  });

  it.each([
    ['a path that is computed', "await import(['.', 'own.mjs'].join('/'));", 'own.mjs'],
    ['a path with escapes', "import '.\\u002fown.mjs';", 'own.mjs'],
    ['a package by a name that is computed', "await import('help' + 'ing');", inPackage],
    ['a package that Node finds only by another condition', "import 'helping';", inPackage],
    [
      'a computed path behind `require`',
      "import { createRequire } from 'node:module';\nrequire('./' + 'own.mjs');",
      'own.mjs',
    ],
  ])('is not run where nobody could see it: %s', async (_, line, path) => {
    freshMachine();
    const mark = join(ownFolder(), 'mark');
    const book = bookOf({
      'banxin.config.ts': `${line}${rest}`,
      'node_modules/helping/package.json': packageJson({ exports: { '.': { import: './index.js' } } }),
      [path]: leaving(mark),
    });
    expect(await codesOfLoading(book, true)).toEqual([expect.stringMatching(/^config-import-unseen:[12]$/)]);
    expect(existsSync(mark)).toBe(false);
  });

  it('is not run by a module that is written as an address', async () => {
    const mark = join(ownFolder(), 'mark');
    const book = bookOf({ 'own.mjs': leaving(mark) });
    const address = `data:text/javascript,import ${JSON.stringify(`file://${book}/own.mjs`)}`;
    writeInto(book, { 'banxin.config.mjs': `import '${address.replaceAll("'", '%27')}';${rest}` });
    expect([await codesOfLoading(book, true), existsSync(mark)]).toEqual([['config-import-unseen:1'], false]);
  });

  it.each([
    ['many files', 0],
    ['a file of two megabytes', 2_000_001],
  ])('is no more than can be looked at: not %s', async (_, length) => {
    const mark = join(ownFolder(), 'mark');
    const numbers = Array.from({ length: 1_000 }, (_, number) => number);
    const many = Object.fromEntries(numbers.map((number) => [`many/${number}.mjs`, '']));
    const lines = numbers.map((number) => `import './many/${number}.mjs';`).join('\n');
    const book = bookOf({ 'banxin.config.mjs': `${lines}\nimport './last.mjs';${rest}`, ...many });
    writeInto(book, { 'last.mjs': leaving(mark), 'many/0.mjs': ' '.repeat(length) });
    expect(await codesOfLoading(book, true)).toEqual([expect.stringMatching(/^config-import-unseen/)]);
    expect(existsSync(mark)).toBe(false);
  });

  it('runs as it was when it was allowed, though it changes in between', async () => {
    const mark = join(ownFolder(), 'mark');
    const book = bookOf({
      'banxin.config.ts': `import { n } from './own.mjs';\nexport default { n };`,
      'own.mjs': 'export const n = 1;',
    });
    const { value: file } = await findConfig(book);
    writeInto(book, { 'own.mjs': leaving(mark, 'export const n = 2;') });
    expect([file && (await runConfig(file)).value, existsSync(mark)]).toEqual([{ n: 1 }, false]);
  });

  it('is read anew in one session when it has changed', async () => {
    const book = bookOf({
      'banxin.config.mjs': `import { n } from './own.mjs';\nexport default { n };`,
      'own.mjs': 'export const n = 1;',
    });
    const exported = async () => {
      const { value: file } = await findConfig(book);
      return file && (await runConfig(file)).value;
    };
    expect(await exported()).toEqual({ n: 1 });
    writeInto(book, { 'own.mjs': 'export const n = 2;' });
    expect(await exported()).toEqual({ n: 2 });
  });

  it('is that behind a link, and so is what it imports in turn', async () => {
    const mark = join(ownFolder(), 'mark');
    const book = bookOf({
      'banxin.config.mjs': `import { a } from './links/a.mjs';\nexport default { a };`,
      'real/a.mjs': "export { a } from './b.mjs';",
      'real/b.mjs': "export const a = 'real';",
      'links/b.mjs': leaving(mark, "export const a = 'beside the link';"),
    });
    symlinkSync('../real/a.mjs', join(book, 'links', 'a.mjs'));
    const { value: file } = await findConfig(book);
    expect([file && (await runConfig(file)).value, existsSync(mark)]).toEqual([{ a: 'real' }, false]);
  });

  it('is not that of packages which lie outside of the book', async () => {
    freshMachine();
    const book = bookOf({
      'banxin.config.ts': `import { n } from 'helping';\nexport default { checks: [{ name: 'n' + n, check: () => [] }] };`,
      'node_modules/helping/package.json': packageJson({ exports: './index.js' }),
      [inPackage]: 'export const n = 1;',
    });
    renameSync(join(book, 'node_modules'), join(dirname(book), 'node_modules'));
    const { value } = await loadExtensions(book, { allowConfig: true });
    expect([value?.checks[0]?.name, (await inspectConfig(book))?.files.length]).toEqual(['n1', 1]);
  });

  it('may go in a circle, and may be of both kinds', async () => {
    const book = bookOf({
      'banxin.config.ts': `import { a } from './a.ts';\nimport old from './old.cjs';\nimport data from './data.json';\nexport default { said: a() + old.n + data.n };`,
      'a.ts': "import { b } from './b.js';\nexport const one = 'a';\nexport const a = (): string => b();",
      'b.ts': "import { one } from './a.js';\nexport const b = (): string => one + 'b';",
      'old.cjs': "const { n } = require('./older.cjs');\nexports.n = n;",
      'older.cjs': 'module.exports = { n: 1 };',
      'data.json': '{"n":2}',
    });
    const { value: file } = await findConfig(book);
    expect((file && (await runConfig(file)))?.value).toEqual({ said: 'ab12' });
  });

  it('is looked for in no time in a text that is made to be slow to read', async () => {
    const text = `${'from/*'.repeat(200_000)}\n${`from${' '.repeat(100_000)}`.repeat(5)}`;
    const book = bookOf({ 'banxin.config.mjs': text });
    const begun = performance.now();
    expect((await inspectConfig(book))?.files).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
