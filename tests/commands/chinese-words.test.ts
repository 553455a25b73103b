import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { banxin, ownFolder, type Run, withoutJava, writeBook } from './run-banxin.js';

const chinese = { BANXIN_LANG: 'zh-CN' };

describe('for a reader of Chinese', () => {
  it('a build, its proof and the checks after it have no English words', async () => {
    const cwd = ownFolder();
    writeBook(cwd, 2);
    const built = await banxin(['build', 'book'], { cwd, env: { ...chinese, ...withoutJava } });
    expect(built).toMatchObject({ code: 0 });
    expect(built.stderr).toMatch(/^ {2}通过 {2}PDF：与书稿逐字核对 +核对 \d+ 字，0 处不同$/m);
    expect(built.stderr).toMatch(/^ {2}跳过 {2}EPUB：EPUBCheck .*没有 Java/m);
    expect(englishWords(built.stderr)).toEqual([]);
    const proof = readFileSync(join(cwd, 'dist', 'small', 'proof.html'), 'utf8');
    expect(englishWords(proof.replace(/<style>[\s\S]*<\/style>|<code>.*?<\/code>|<[^>]+>/g, ' '))).toEqual(
      [],
    );

    for (const subject of ['book', 'dist/small/small.pdf', 'dist/small/small.epub']) {
      const { code, stderr } = await banxin(['check', subject], { cwd, env: { ...chinese, ...withoutJava } });
      expect([subject, code, englishWords(stderr)]).toEqual([subject, 0, []]);
    }
  });

  it('a check that fails has none either', async () => {
    const cwd = ownFolder();
    writeFileSync(join(writeBook(cwd, 1), 'chapters', '02-empty.md'), '');
    const run = await banxin(['check', 'book'], { cwd, env: chinese });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain(
      [
        'book/chapters/02-empty.md: 错误[chapter-empty]: 本章没有内容',
        '    建议：请补上内容，或从书中去掉本章',
        '  未通过  书稿：book.yaml、章节、图片、链接、主题、开本  2 章',
        '1 个错误\n',
      ].join('\n'),
    );
  });

  it('what the machine has and lacks is said without them, in the table and in JSON', async () => {
    const env = { ...chinese, ...withoutJava, BANXIN_BROWSER: '/nonexistent/browser' };
    const [table, json] = await Promise.all([
      banxin(['doctor'], { env }),
      banxin(['doctor', '--json'], { env }),
    ]);
    expect(table.stdout).toMatch(/^缺少 +浏览器 +指定的浏览器 `\/nonexistent\/browser` 不存在\n +→ 请/m);
    expect(table.stdout).toMatch(/^缺少 +Java .*\n +→ .*请安装 Java 11/m);
    expect(englishWords(table.stdout + table.stderr)).toEqual([]);
    expect(sentences(json).length).toBeGreaterThan(3);
    expect(englishWords(sentences(json).join('\n'))).toEqual([]);
  });
});

/** What every finding of `banxin doctor --json` says. */
function sentences({ stdout }: Run): readonly string[] {
  const { findings }: { findings: { note?: { message: string; hint?: string } }[] } = JSON.parse(stdout);
  return findings.flatMap(({ note }) => (note ? [note.message, note.hint ?? ''] : []));
}

/** Names that Chinese writes in Latin letters, and what stands for itself: code, paths, options, codes of findings. */
const itself = [
  /veraPDF|VERAPDF/g,
  /`[^`\n]*`/g,
  /\[[a-z-]+\]/g,
  /(?:[\w.@-]*\/)+[\w.@-]+/g,
  /--\w+|\b[A-Z]+_[A-Z_]+\b|\bPATH\b/g,
  /\b[\w-]+\.(?:pdf|epub|html|json|yaml|md)\b/g,
  /\b(?:PDF|EPUB|EPUBCheck|epubcheck-ts|DAISY|Ace|Java|Node\.js|Puppeteer|HeadlessChrome|kB)\b/g,
  /\bBanxin(?: (?:Song|Hei|Kai|Mono|Math)(?: (?:TC|JP))?)?\b|\bshu\b|\bv\d[\d.]*\b|\b[ivx]+\b/g,
];

function englishWords(text: string): readonly string[] {
  const rest = itself.reduce((left, names) => left.replace(names, ' '), text);
  return rest.match(/[A-Za-z]{2,}/g) ?? [];
}
