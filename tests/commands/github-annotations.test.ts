import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../scripts/diagnostics/catalogue.js';
import { formatGithubAnnotations } from '../../scripts/diagnostics/github-annotations.js';
import { banxin, ownFolder, writeBook } from './run-banxin.js';

describe('diagnostics in GitHub Actions', () => {
  it('have the file, line and column, and nothing in them ends the line or the property', () => {
    const missing = diagnose(
      'file-not-found',
      { path: '50%\n.png' },
      { file: 'a,b:c.md', line: 3, column: 1 },
    );
    expect(formatGithubAnnotations([missing], 'en')).toBe(
      '::error file=a%2Cb%3Ac.md,line=3,col=1,title=file-not-found::`50%25%0A.png` does not exist%0Acheck the path\n',
    );
  });

  it('stand on standard error of every command there, and nowhere else', async () => {
    const folder = ownFolder();
    const book = writeBook(folder);
    writeFileSync(join(book, 'chapters', '02.md'), '# 二\n\n![图](missing.png)\n');
    const words = ['build', 'book', '--format', 'epub', '--json'];
    const there = await banxin(words, { cwd: folder, env: { GITHUB_ACTIONS: 'true' } });
    expect(there.stderr).toContain('::error file=book/chapters/02.md,line=3');
    expect(() => JSON.parse(there.stdout)).not.toThrow();
    const elsewhere = await banxin(words, { cwd: folder });
    expect(elsewhere.stderr).not.toContain('::error');
  });
});
