import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { banxin, ownFolder, writeBook } from './run-banxin.js';

describe('banxin info', () => {
  it('says what a report of a fault needs, and neither the text nor whose machine it is', async () => {
    const folder = ownFolder();
    writeBook(folder, 2, 'publisher: 某某社\n');
    const { code, stdout } = await banxin(['info', 'book', '--json'], { cwd: folder });
    const { facts } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(facts).toMatchObject({
      node: expect.stringMatching(/^\d+\.\d+/),
      browser: expect.stringContaining('Chrome/'),
      processors: expect.stringMatching(/^\d+$/),
      book: '2 chapters, 646 characters, 0 pictures',
      theme: 'shu',
    });
    expect(stdout).not.toMatch(/春风|小书|某某社/);
    expect(facts.cache).not.toContain(`${homedir()}/`);
  });

  it('tells what is wrong with a book by the codes alone', async () => {
    const folder = ownFolder();
    writeBook(folder, 1, 'theme: shuu\ntrimm: b32\n');
    const { stdout } = await banxin(['info', 'book', '--json'], { cwd: folder });
    expect(JSON.parse(stdout).facts.findings).toMatch(/^[a-z-]+(, [a-z-]+)*$/);
  });
});
