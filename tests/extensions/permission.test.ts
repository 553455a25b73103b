import { existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectConfig, permitConfig } from '../../scripts/extensions/inspect-config.js';
import { loadExtensions } from '../../scripts/extensions/load-extensions.js';
import { noExtensions } from '../../scripts/model/extension.js';
import { openBook } from '../../scripts/pipeline/open-book.js';
import { banxin, ownFolder, withoutJava } from '../commands/run-banxin.js';
import { bookOf, codesOf, freshMachine } from './own-book.js';

/** A config that leaves a mark when it runs, and adds one check. */
function marking(mark: string, more = ''): string {
  return `import { writeFileSync } from 'node:fs';
writeFileSync(${JSON.stringify(mark)}, 'ran');
${more}
export default { checks: [{ name: 'nothing', check: () => [] }] };
`;
}

/** What is said when a book's config is loaded, and whether it ran. */
async function load(book: string, mark: string, allowConfig = false) {
  const { value, diagnostics } = await loadExtensions(book, { allowConfig });
  return { codes: codesOf(diagnostics), ran: existsSync(mark), checks: value?.checks.length };
}

describe('the config of a book, which is a program', () => {
  it('runs only when its owner has allowed it, and no more when a byte of it changes', async () => {
    freshMachine();
    const mark = join(ownFolder(), 'mark');
    const book = bookOf({ 'banxin.config.ts': marking(mark) });
    expect(await load(book, mark)).toEqual({ codes: ['config-not-allowed'], ran: false, checks: undefined });
    await permitConfig(book, true);
    expect(await load(book, mark)).toEqual({ codes: [], ran: true, checks: 1 });
    const second = join(ownFolder(), 'mark');
    writeFileSync(join(book, 'banxin.config.ts'), marking(second));
    expect(await load(book, second)).toEqual({ codes: ['config-changed'], ran: false, checks: undefined });
    await permitConfig(book, true);
    expect(await load(book, second)).toEqual({ codes: [], ran: true, checks: 1 });
    await permitConfig(book, false);
    expect((await load(book, second)).codes).toEqual(['config-not-allowed']);
  });

  it.each([
    ["import { word } from './own/rules.js';", 'own/rules.ts'],
    ["const { word } = await import('./own/rules.ts');", 'own/rules.ts'],
    ["import { word } from '../shared.mjs';", '../shared.mjs'],
  ])('takes what it imports for a part of it: %s', async (line, path) => {
    freshMachine();
    const mark = join(ownFolder(), 'mark');
    const config = marking(mark, `${line}\nvoid word;`);
    const book = bookOf({
      'banxin.config.ts': config,
      [path]: "export const word: string = '一';\n".replace(path.endsWith('ts') ? '' : ': string', ''),
    });
    await permitConfig(book, true);
    expect((await load(book, mark)).codes).toEqual([]);
    writeFileSync(join(book, path), "export const word = '二';\n");
    expect((await load(book, mark)).codes).toEqual(['config-changed']);
    expect((await inspectConfig(book))?.files).toHaveLength(2);
  });

  it('is allowed where it lies: the same bytes elsewhere are another book', async () => {
    freshMachine();
    const mark = join(ownFolder(), 'mark');
    const book = bookOf({ 'banxin.config.mjs': marking(mark) });
    await permitConfig(book, true);
    const linked = join(dirname(book), 'linked');
    symlinkSync(book, linked);
    expect((await load(linked, mark)).codes).toEqual([]);
    renameSync(book, `${book}-moved`);
    expect((await load(`${book}-moved`, mark)).codes).toEqual(['config-not-allowed']);
  });

  it('runs once where a run allows it, and is not allowed by that', async () => {
    freshMachine();
    const mark = join(ownFolder(), 'mark');
    const book = bookOf({ 'banxin.config.ts': marking(mark) });
    expect((await load(book, mark, true)).codes).toEqual([]);
    expect((await load(book, mark)).codes).toEqual(['config-not-allowed']);
  });

  it('is allowed by a run that goes on as it was when the run began', async () => {
    freshMachine();
    const mark = join(ownFolder(), 'mark');
    const book = bookOf({ 'banxin.config.ts': marking(mark) });
    const allowConfig = (await inspectConfig(book))?.fingerprint ?? '';
    const load = async () => codesOf((await loadExtensions(book, { allowConfig })).diagnostics);
    expect(await load()).toEqual([]);
    writeFileSync(join(book, 'banxin.config.ts'), marking(mark, '// more'));
    expect(await load()).toEqual(['config-changed']);
    await permitConfig(book, true);
    expect(await load()).toEqual([]);
  });

  it('is not allowed by a file of permissions that is damaged, or that says something else', async () => {
    const { XDG_CONFIG_HOME } = freshMachine();
    const mark = join(ownFolder(), 'mark');
    const book = bookOf({ 'banxin.config.ts': marking(mark) });
    mkdirSync(join(XDG_CONFIG_HOME, 'banxin'), { recursive: true });
    for (const text of [
      '{',
      '[]',
      '{"allowed":true}',
      JSON.stringify({ allowed: { [join(book, 'banxin.config.ts')]: true } }),
    ]) {
      writeFileSync(join(XDG_CONFIG_HOME, 'banxin', 'allowed.json'), text);
      expect((await load(book, mark)).codes).toEqual([expect.stringMatching(/^config-/)]);
    }
    expect(existsSync(mark)).toBe(false);
  });

  it.each([
    'banxin.config.js',
    'banxin.config.cts',
    'banxin.config.json',
  ])('is not called %s, which is told', async (name) => {
    const book = bookOf({
      [name]: 'throw 1',
      'banxin.config.ts~': 'an editor’s',
      'chapters/01.md': '# 一\n\n字。\n',
    });
    const { value, diagnostics } = await openBook(book, { allowConfig: true });
    expect([codesOf(diagnostics), value?.extensions]).toEqual([['config-misnamed'], noExtensions]);
  });

  it('is allowed by a command that a shell takes as it stands, whatever the folder is called', async () => {
    freshMachine();
    const book = `${bookOf({ 'banxin.config.ts': 'export default {}' })} it's; mine`;
    renameSync(book.replace(" it's; mine", ''), book);
    const { diagnostics } = await loadExtensions(book, {});
    expect(diagnostics[0]?.hint).toContain(`banxin allow '${book.replace("'", "'\\''")}'`);
  });

  it('is one: two files would leave it open which of them runs', async () => {
    freshMachine();
    const book = bookOf({
      'banxin.config.ts': 'export default {}',
      'banxin.config.mjs': 'export default {}',
    });
    expect(codesOf((await loadExtensions(book, { allowConfig: true })).diagnostics)).toEqual([
      'config-twice',
    ]);
  });
});

describe('banxin allow', () => {
  const chapter = { 'chapters/01.md': '# 一\n\n正文。\n' };

  it('is what an error names; nothing is built before, and everything after', async () => {
    const env = { ...freshMachine(), ...withoutJava };
    const mark = join(ownFolder(), 'mark');
    const book = bookOf({ ...chapter, 'banxin.config.ts': marking(mark) });
    const run = (...words: string[]) => banxin(words, { cwd: dirname(book), env });
    const refused = await run('build', 'book', '--format', 'epub', '--out', 'out');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /^book\/banxin\.config\.ts: error\[config-not-allowed\]: .*\n.*`banxin allow book`/m,
    );
    expect([existsSync(mark), existsSync(join(dirname(book), 'out'))]).toEqual([false, false]);
    const allowed = await run('allow', 'book');
    expect([allowed.code, allowed.stdout]).toEqual([0, 'book/banxin.config.ts\n']);
    const built = await run('build', 'book', '--format', 'epub', '--out', 'out');
    expect([built.code, existsSync(mark)]).toEqual([0, true]);
    expect(built.stderr).toMatch(/the book's own: check nothing\n$/);
    expect((await run('allow', 'book', '--revoke')).stderr).toBe('may no longer run on this machine\n');
    expect((await run('check', 'book')).code).toBe(3);
  });

  it('says where a book has nothing to allow', async () => {
    const env = freshMachine();
    const book = bookOf(chapter);
    const { code, stderr } = await banxin(['allow', book], { env });
    expect([code, stderr]).toEqual([2, expect.stringContaining('error[config-missing]')]);
  });

  it('shows in `banxin info`, which runs what may run and tells its order', async () => {
    const env = freshMachine();
    const mark = join(ownFolder(), 'mark');
    const book = bookOf({ ...chapter, 'banxin.config.ts': marking(mark) });
    const facts = async (...more: string[]) =>
      JSON.parse((await banxin(['info', book, '--json', ...more], { env })).stdout).facts;
    expect(await facts()).toMatchObject({
      config: 'banxin.config.ts, not allowed',
      book: expect.stringMatching(/^1 chapter/),
    });
    expect(existsSync(mark)).toBe(false);
    expect(await facts('--allow-config')).toMatchObject({ extensions: 'check nothing' });
  });
});
