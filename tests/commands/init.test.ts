import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../scripts/commands/main.js';
import { readBook } from '../../scripts/manuscript/read-book.js';
import { banxin, ownFolder, startBanxin, withoutJava } from './run-banxin.js';

const chinese = { LANG: 'zh_CN.UTF-8' };

function read(...path: string[]): string {
  return readFileSync(join(...path), 'utf8');
}

describe('banxin init', () => {
  it('begins a small book that explains itself and builds at once', async () => {
    const desk = ownFolder();
    const { code, stdout, stderr } = await banxin(
      ['init', 'my-book', '--title', '长夜行', '--author', '某某'],
      {
        cwd: desk,
        env: chinese,
      },
    );
    expect([code, stdout]).toEqual([
      0,
      'my-book/book.yaml\nmy-book/chapters/01-first.md\nmy-book/.gitignore\n',
    ]);
    expect(stderr).toBe('下一步：用 `banxin preview my-book` 看书页，再运行 `banxin build my-book`\n');
    expect(readdirSync(desk)).toEqual(['my-book']);
    expect(read(desk, 'my-book', 'book.yaml')).toContain(
      'id: my-book\ntitle: 长夜行\nauthors:\n  - 某某\nlanguage: zh-Hans\ntrim: b32-140x210\ntheme: shu\n',
    );
    const built = await banxin(['build', 'my-book', '--out', 'out'], {
      cwd: desk,
      env: { ...chinese, ...withoutJava },
    });
    expect([built.code, built.stderr]).toEqual([0, expect.not.stringMatching(/警告\[|错误\[|未通过/)]);
  }, 60_000);

  it('is in the language of its title, whoever begins it', async () => {
    const desk = ownFolder();
    for (const [title, language] of [
      ['长夜行', 'zh-Hans'],
      ['紅樓夢', 'zh-Hant'],
      ['おくのほそ道', 'ja'],
      ['The Long Night', 'en'],
    ] as const) {
      await banxin(['init', language, '--title', title], { cwd: desk });
      expect(read(desk, language, 'book.yaml')).toContain(`language: ${language}\n`);
    }
  });

  it('makes the chapters from a raw text and lists them with what is doubtful', async () => {
    const desk = ownFolder();
    const chapter = (name: string) => `${name}\n\n　　${'春江潮水连海平，海上明月共潮生。'.repeat(12)}\n\n`;
    writeFileSync(join(desk, 'raw.txt'), `长夜行\n\n${chapter('第一章 出门')}${chapter('第二章 回家')}`);
    const { code, stderr } = await banxin(['init', 'book', '--from', 'raw.txt', '--theme', 'bao'], {
      cwd: desk,
    });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^ {2}chapters\/\S+\.md {2}第一章 出门 {2}\d+ paragraphs?$/m);
    expect(stderr).toMatch(/^next: .*`banxin build book`$/m);
    const { value: book, diagnostics } = await readBook(join(desk, 'book'));
    expect(diagnostics).toEqual([]);
    expect([book?.meta.id, book?.theme, book?.trim, book?.meta.language]).toEqual([
      'book',
      'bao',
      'b32-140x210',
      'zh-Hans',
    ]);
    const files = readdirSync(join(desk, 'book'), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /\.(?:md|yaml|json|html)$/.test(name)))
      expect(read(desk, 'book', file)).not.toContain('.banxin-');
  }, 30_000);

  it('never writes into a folder that holds anything, and leaves nothing where a name is unknown', async () => {
    const desk = ownFolder();
    mkdirSync(join(desk, 'full'));
    writeFileSync(join(desk, 'full', 'a.txt'), '');
    const full = await banxin(['init', 'full'], { cwd: desk });
    expect([full.code, full.stderr]).toEqual([
      1,
      expect.stringContaining('error[init-folder-not-empty]: `full` is not empty'),
    ]);
    expect(readdirSync(join(desk, 'full'))).toEqual(['a.txt']);
    const unknown = await banxin(['init', 'new', '--theme', 'sho', '--trim', 'a6x', '--language', '??'], {
      cwd: desk,
    });
    expect(unknown.code).toBe(1);
    for (const code of ['theme-unknown', 'language-unknown'])
      expect(unknown.stderr).toContain(`error[${code}]`);
    expect(readdirSync(desk)).toEqual(['full']);
    mkdirSync(join(desk, 'empty'));
    expect((await banxin(['init', 'empty'], { cwd: desk })).code).toBe(0);
  });

  it('asks in a terminal for what no option says, and takes what is usual for a bare Return', async () => {
    const folder = join(ownFolder(), 'asked');
    const asked: string[] = [];
    const quiet = { write: () => true };
    const terminal = {
      stdout: quiet,
      stderr: quiet,
      style: { locale: 'en', colour: false },
      interactive: true,
      columns: 80,
      ask: async (question: string, usual: string) => {
        asked.push(`${question} (${usual})`);
        return question === 'Language' ? 'zh-Hant' : usual;
      },
    } as const;
    expect(await main(['init', folder, '--author', 'A. N.'], terminal, new AbortController().signal)).toBe(0);
    expect(asked).toEqual(['Title (asked)', 'Language (en)', 'Trim size (b32-140x210)', 'Theme (shu)']);
    expect(read(folder, 'book.yaml')).toContain(
      '- A. N.\nlanguage: zh-Hant\ntrim: b32-140x210\ntheme: shu\n',
    );
    expect(read(folder, 'chapters', '01-first.md')).toContain('# 第一章');
  });

  it('leaves nothing when it is cancelled', async () => {
    const desk = ownFolder();
    const long = `第一章 长\n\n${'　　春江潮水连海平，海上明月共潮生。\n\n'.repeat(8_000)}`;
    writeFileSync(join(desk, 'raw.txt'), long);
    const { child, ended } = startBanxin(['init', 'book', '--from', 'raw.txt'], { cwd: desk });
    const begun = setInterval(() => {
      if (!readdirSync(desk).some((name) => name.startsWith('.banxin-'))) return;
      clearInterval(begun);
      child.kill('SIGINT');
    }, 20);
    const { code } = await ended;
    clearInterval(begun);
    expect(code).toBe(130);
    expect(existsSync(join(desk, 'book'))).toBe(false);
    expect(readdirSync(desk)).toEqual(['raw.txt']);
  }, 30_000);
});
