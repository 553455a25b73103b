import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTheme } from '../../scripts/theme/load-theme.js';
import { findOwnFile } from '../../scripts/theme/own-files.js';
import { readStyleSheet } from '../../scripts/theme/style-sheet.js';
import { ownFolder } from '../commands/run-banxin.js';

/** A book's folder, and a file that lies beside it. */
function bookAndSecret() {
  const home = ownFolder();
  const book = join(home, 'book');
  mkdirSync(join(book, 'styles', 'base'), { recursive: true });
  const secret = join(home, 'secret.css');
  writeFileSync(secret, 'secret');
  return { book, secret };
}

describe('what a book brings in styles/ and templates/', () => {
  it.each([
    'styles/base/print.css',
    'templates/print/title-page.html',
    'styles/themes',
    'styles',
  ])('is its own: a link at %s that leads out of the book is an error, and is not followed', async (path) => {
    const { secret } = bookAndSecret();
    const book = join(ownFolder(), 'book');
    mkdirSync(dirname(join(book, path)), { recursive: true });
    symlinkSync(path.includes('.') ? secret : dirname(secret), join(book, path));
    const { value, diagnostics } = await loadTheme('shu', book, ['zh-Hans']);
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['style-outside']]);
    expect((await findOwnFile(book, path))?.startsWith(book) ?? false).toBe(false);
  });

  it('may be linked within the book', async () => {
    const { book } = bookAndSecret();
    writeFileSync(join(book, 'styles', 'mine.css'), 'p { color: red }');
    symlinkSync('../mine.css', join(book, 'styles', 'base', 'print.css'));
    expect((await loadTheme('shu', book, ['zh-Hans'])).value?.css.print).toContain('color: red');
  });

  it('imports no style sheet from elsewhere', async () => {
    const { book } = bookAndSecret();
    writeFileSync(join(book, 'styles', 'base', 'print.css'), '@import "../../../secret.css";');
    expect(await readStyleSheet(book, 'styles/base/print.css')).toBe('');
  });

  it('is no pipe, which would never end', async () => {
    const { book } = bookAndSecret();
    execFileSync('mkfifo', [join(book, 'styles', 'base', 'print.css')]);
    expect((await loadTheme('shu', book, ['zh-Hans'])).value?.css.print).toContain('@page');
  });
});
