import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../scripts/check/epub-archive.js';
import { books } from './reading-engines/books.js';

/** Kobo's rules are those of `kobolabs/epub-spec` (2025-08). */
describe.each(books)('$name', ({ epub }) => {
  let bytes: Uint8Array;
  let archive: Archive;
  beforeAll(async () => {
    bytes = await epub();
    const opened = openArchive(bytes);
    if (!opened) throw new Error('this is no EPUB');
    archive = opened;
  });
  const names = (ending: RegExp): readonly string[] =>
    archive.entries.map(({ name }) => name).filter((name) => ending.test(name));
  const text = (name: string): string => archive.readText(name) ?? '';

  it('has its cover alone on a page, as a raster picture in `img`, and named for old readers', () => {
    const page = text('OEBPS/text/cover.xhtml');
    expect(page.match(/<img [^>]*src="\.\.\/images\/cover\.(?:png|jpg)"/g)).toHaveLength(1);
    expect(page).not.toContain('<svg');
    expect(
      page
        .replace(/^[\s\S]*<body/, '<body')
        .replace(/<[^>]+>/g, '')
        .trim(),
    ).toBe('');
    expect(text('OEBPS/content.opf')).toMatch(/<meta name="cover" content="[^"]+"/);
  });

  it('brings faces that every shop reads: TrueType or OpenType', () => {
    for (const name of names(/^OEBPS\/fonts\/.*\.(?!txt)\w+$/)) {
      expect(name).toMatch(/\.(?:ttf|otf)$/);
      const head = Buffer.from(archive.read(name)?.subarray(0, 4) ?? []).toString('hex');
      expect(['00010000', '4f54544f', '74727565']).toContain(head);
    }
  });

  it('sets no background but under drawings on a dark page, and keeps each document under 10 MB', () => {
    for (const name of names(/\.css$/)) {
      const css = text(name).replace(/@media \(prefers-color-scheme: dark\) \{ \.drawing \{[^}]*\} \}/, '');
      const backgrounds = css.match(/background(?:-color)?\s*:[^;}]*/g) ?? [];
      expect(backgrounds.filter((found) => !/:\s*(?:none|inherit|transparent)\s*$/.test(found))).toEqual([]);
    }
    for (const { name, size } of archive.entries)
      if (name.endsWith('.xhtml')) expect(size).toBeLessThan(10e6);
  });
});

const hasCalibre = spawnSync('ebook-convert', ['--version']).status === 0;

describe.skipIf(!hasCalibre)(`Kindle, by Calibre${hasCalibre ? '' : ' (skipped: no ebook-convert)'}`, () => {
  it.each(books)('$name becomes AZW3 without a complaint, and is named there as here', async ({ epub }) => {
    const folder = await mkdtemp(join(tmpdir(), 'banxin-kindle-'));
    const [from, to] = [join(folder, 'book.epub'), join(folder, 'book.azw3')];
    const bytes = await epub();
    await writeFile(from, bytes);
    const run = promisify(execFile);
    const env = { ...process.env, QT_QPA_PLATFORM: 'offscreen', QTWEBENGINE_CHROMIUM_FLAGS: '--no-sandbox' };
    const { stdout, stderr } = await run('ebook-convert', [from, to], { env });
    const complaints = `${stdout}\n${stderr}`
      .split('\n')
      // Its parser of CSS knows no `:has()`, `:where()` and `:not(:lang())`; the rules that use them only refine others.
      .filter((line) => /error|warning|invalid|could not|failed|missing|not found/i.test(line))
      .filter((line) => !/^Selector(?:List)?: |pseudo-class :has\(\) is unknown/.test(line));
    expect(complaints).toEqual([]);
    expect((await stat(to)).size).toBeGreaterThan(5000);
    const title = /<dc:title[^>]*>([^<]+)/.exec(openArchive(bytes)?.readText('OEBPS/content.opf') ?? '')?.[1];
    const { stdout: said } = await run('ebook-meta', [to], { env });
    expect(said).toContain((title ?? '?').replace('&#x26;', '&').replace('&amp;', '&'));
  });
});
