import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBook } from '../../scripts/manuscript/read-book.js';
import type { Diagnostic } from '../../scripts/model/diagnostic.js';
import { checkNormalization } from '../../scripts/normalize/ledger/check-normalization.js';
import { normalizeInto } from '../../scripts/pipeline/normalize.js';

const raw = `第一章 出门

　　他沿着河走了一整天，谁也没有遇见，只有风声。

　　过河

　　天黑的时候，他在树下坐了下来，听了一夜的水声。

第二章 回家

　　第二天下起了雨，他在渡口等船，等了很久很久。

第三章 远行

　　很多年以后他又离开了家，这一次再也没有回来。
`;
let out = '';
let source = '';

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'banxin-merge-'));
  source = join(out, 'source', 'river.txt');
  await writeFile(join(out, 'river.txt'), raw);
  await normalizeInto({ raw: join(out, 'river.txt'), out });
  await rm(join(out, 'river.txt'));
});
afterEach(() => rm(out, { recursive: true, force: true }));

const again = () => normalizeInto({ raw: source, out });
const decide = (...lines: readonly string[]) =>
  writeFile(`${source}.decisions.yaml`, lines.map((line) => `- ${line}\n`).join(''));
const chapterBegins = (after: string) => `{ do: chapter, after: ${after} }`;
const noChapter = (after: string) => `{ do: not-heading, after: ${after} }`;
const path = (name: string) => join(out, 'chapters', name);
const read = (name: string) => readFile(path(name), 'utf8');
const edit = async (name: string, from: string, to: string) => {
  const text = await read(name);
  expect(text).toContain(from);
  await writeFile(path(name), text.replace(from, to));
};
const told = ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) =>
  diagnostics.map(({ code, place }) => {
    const file = place?.file.replace(/^.*?(?=chapters\b|source\b)/, '') ?? '';
    return `${file}${place?.line === undefined ? '' : `:${place.line}`} ${code}`;
  });
/** Every file of the book, with its text. */
const everything = async () => {
  const names = (await readdir(out, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(names.sort().map(async (name) => [name, await readFile(name, 'latin1')] as const)),
  );
};
/** A second run must change nothing, and find nothing new to tell. */
const expectNothingMore = async () => {
  const before = await everything();
  const { value } = await again();
  expect(value?.files).toEqual([]);
  expect(await everything()).toEqual(before);
};

describe('an edited chapter', () => {
  beforeEach(() => edit('01-chapter-1.md', '沿着河', '沿着江'));

  it('is merged with the new chapter that a decision cuts out of it; the chapters after it are renumbered', async () => {
    await edit('01-chapter-1.md', '一夜的水声', '一夜的风声');
    await edit('03-chapter-3.md', '再也没有', '再没有');
    await decide(chapterBegins('过河'));
    expect(told(await again())).toEqual([
      'chapters/01-chapter-1.md chapter-merged',
      'chapters chapters-edited',
      'chapters chapters-renamed',
    ]);
    expect(await readdir(join(out, 'chapters'))).toEqual([
      '01-chapter-1.md',
      '02-chapter-2.md',
      '03-chapter-2-2.md',
      '04-chapter-3.md',
    ]);
    expect(await read('01-chapter-1.md')).toBe(
      '# 第一章 出门\n\n他沿着江走了一整天，谁也没有遇见，只有风声。\n',
    );
    expect(await read('02-chapter-2.md')).toBe('# 过河\n\n天黑的时候，他在树下坐了下来，听了一夜的风声。\n');
    expect(await read('04-chapter-3.md')).toContain('这一次再没有回来');
    expect((await checkNormalization(out)).value).toEqual({ ledgers: 1, proved: 1, edited: 3 });
    await expectNothingMore();
  });

  it('is merged with the chapter before it where a decision takes the break away, and comes back as it was', async () => {
    await edit('02-chapter-2.md', '下起了雨', '下起了大雨');
    const before = await everything();
    await decide(noChapter('第二章'));
    const run = await again();
    expect(told(run)).toEqual(['chapters/01-chapter-1.md chapter-merged']);
    expect(run.diagnostics[0]?.values).toEqual({ kept: 2, taken: 1, conflicts: 0 });
    expect(await readdir(join(out, 'chapters'))).toEqual(['01-chapter-1.md', '02-chapter-3.md']);
    expect(await read('01-chapter-1.md')).toBe(
      '# 第一章 出门\n\n他沿着江走了一整天，谁也没有遇见，只有风声。\n\n过河\n\n' +
        '天黑的时候，他在树下坐了下来，听了一夜的水声。\n\n第二章 回家\n\n' +
        '第二天下起了大雨，他在渡口等船，等了很久很久。\n',
    );
    await expectNothingMore();
    await rm(`${source}.decisions.yaml`);
    await again();
    expect(await everything()).toEqual(before);
  });

  it('stays to the byte where the raw text gives what it gave, and is told of once for all', async () => {
    await edit('02-chapter-2.md', '\n\n', '\n\n\n\n');
    const { mtimeMs } = await stat(path('01-chapter-1.md'));
    const run = await again();
    expect(told(run)).toEqual(['chapters chapters-edited']);
    expect(run.diagnostics[0]?.values).toEqual({ count: 2 });
    expect(await read('01-chapter-1.md')).toContain('沿着江');
    expect((await stat(path('01-chapter-1.md'))).mtimeMs).toBe(mtimeMs);
  });

  it('keeps the line ends of its editor’s system', async () => {
    await writeFile(path('01-chapter-1.md'), (await read('01-chapter-1.md')).replaceAll('\n', '\r\n'));
    await decide(chapterBegins('过河'));
    await again();
    expect(await read('01-chapter-1.md')).toBe(
      '# 第一章 出门\r\n\r\n他沿着江走了一整天，谁也没有遇见，只有风声。\r\n',
    );
    expect(await read('03-chapter-2-2.md')).not.toContain('\r');
    await expectNothingMore();
  });

  it('that is no UTF-8 any more is left as it is, with the new text beside it', async () => {
    await writeFile(path('01-chapter-1.md'), Buffer.from([0xd6, 0xd0, 0xce, 0xc4]));
    await decide(chapterBegins('过河'));
    expect(told(await again())).toEqual(['chapters/01-chapter-1.md chapter-not-merged-encoding']);
    expect(await readFile(path('01-chapter-1.md'), 'latin1')).toBe('\xd6\xd0\xce\xc4');
    expect(await read('01-chapter-1.md.new')).toContain('沿着河');
    await expectNothingMore();
  });

  it('stays in its place where nothing of it is made any more', async () => {
    await writeFile(source, raw.replace(/^第一章[\s\S]*(?=第二章)/, ''));
    expect(told(await again())).toEqual([
      'source/river.txt:1 chapter-number-starts',
      'chapters/01-chapter-1.md chapter-edited-orphan',
    ]);
    expect(await readdir(join(out, 'chapters'))).toEqual([
      '01-chapter-1.md',
      '01-chapter-2.md',
      '02-chapter-3.md',
    ]);
    await expectNothingMore();
  });
});

describe('a source that a better scan replaces', () => {
  const scan = raw.replace('谁也没有遇见', '誰也没有遇見').replace('渡口等船', '渡头等船');
  beforeEach(() => edit('01-chapter-1.md', '沿着河', '沿着江'));

  it('gives its new words to the edited chapters: the last text is made from what was kept of the old one', async () => {
    await writeFile(source, scan);
    const run = await again();
    expect(told(run).filter((line) => line.startsWith('chapters'))).toEqual([
      'chapters/01-chapter-1.md chapter-merged',
    ]);
    expect(await read('01-chapter-1.md')).toContain('他沿着江走了一整天，誰也没有遇見，只有风声。');
    expect(await read('02-chapter-2.md')).toContain('渡头等船');
    await expectNothingMore();
  });

  it('leaves edited chapters alone where nothing was kept of the old one, and says why', async () => {
    await rm(`${source}.ledger.txt.gz`);
    await writeFile(source, scan);
    expect(told(await again()).filter((line) => line.startsWith('chapters'))).toEqual([
      'chapters/01-chapter-1.md chapter-not-merged-source',
    ]);
    expect(await read('01-chapter-1.md')).toContain('他沿着江走了一整天，谁也没有遇见');
    expect(await read('01-chapter-1.md.new')).toContain('他沿着河走了一整天，誰也没有遇見');
    expect(await read('02-chapter-2.md')).toContain('渡头等船');
    await expectNothingMore();
  });

  it('may be one of several files', async () => {
    const pages = join(out, 'source', 'pages');
    const book = join(out, 'book');
    await mkdir(pages);
    await writeFile(join(pages, '1.txt'), raw);
    await writeFile(
      join(pages, '2.txt'),
      '第四章 归来\n\n　　他在村口站了一会儿，没有人认得他，狗叫了两声。\n',
    );
    await normalizeInto({ raw: pages, out: book });
    const chapter = join(book, 'chapters', '04-chapter-4.md');
    await writeFile(chapter, (await readFile(chapter, 'utf8')).replace('两声', '三声'));
    const page = join(book, 'source', 'pages', '2.txt');
    await writeFile(page, (await readFile(page, 'utf8')).replace('村口', '村头'));
    expect(told(await normalizeInto({ raw: join(book, 'source', 'pages'), out: book }))).toEqual([
      'chapters/04-chapter-4.md chapter-merged',
    ]);
    expect(await readFile(chapter, 'utf8')).toBe(
      '# 第四章 归来\n\n他在村头站了一会儿，没有人认得他，狗叫了三声。\n',
    );
  });

  it('is kept packed, and written only when it changes', async () => {
    const { mtimeMs } = await stat(`${source}.ledger.txt.gz`);
    await decide(chapterBegins('过河'));
    await again();
    expect((await stat(`${source}.ledger.txt.gz`)).mtimeMs).toBe(mtimeMs);
  });

  it('is made anew where what was kept is damaged', async () => {
    const before = await readFile(`${source}.ledger.txt.gz`);
    await writeFile(`${source}.ledger.txt.gz`, before.subarray(0, 20));
    await again();
    expect(await readFile(`${source}.ledger.txt.gz`)).toEqual(before);
  });
});

describe('a ledger of another version of Banxin, which wrote chapters otherwise', () => {
  it('leaves edited chapters alone, and says why', async () => {
    const ledger = await readFile(`${source}.ledger.json`, 'utf8');
    await writeFile(`${source}.ledger.json`, ledger.replace(/"sha256":"\w+"(?=,"ranges)/, '"sha256":"0"'));
    await edit('01-chapter-1.md', '沿着河', '沿着江');
    await decide(chapterBegins('过河'));
    expect(told(await again())).toEqual(['chapters/01-chapter-1.md chapter-not-merged-writing']);
    expect(await read('01-chapter-1.md')).toContain('听了一夜的水声');
    expect(await read('01-chapter-1.md.new')).not.toContain('听了一夜的水声');
    await expectNothingMore();
  });
});

describe('a passage that the editor and the normalizer changed otherwise', () => {
  const otherWord = '{ do: replace, from: 也, to: 亦, after: 也没有遇见 }';
  beforeEach(async () => {
    await edit('01-chapter-1.md', '谁也没有', '谁都没有');
    await edit('01-chapter-1.md', '一夜的水声', '一夜的风声');
    await decide(otherWord);
  });

  it('stands in the chapter as a conflict that git and its tools know, and is told with its line', async () => {
    const run = await again();
    expect(told(run)).toEqual([
      'chapters/01-chapter-1.md:3 chapter-conflict',
      'chapters/01-chapter-1.md chapter-merged',
    ]);
    expect(await read('01-chapter-1.md')).toBe(`# 第一章 出门

<<<<<<< 编者稿 (edited)
他沿着河走了一整天，谁都没有遇见，只有风声。
||||||| 上次整理稿 (last)
他沿着河走了一整天，谁也没有遇见，只有风声。
=======
他沿着河走了一整天，谁亦没有遇见，只有风声。
>>>>>>> 本次整理稿 (new)

过河

天黑的时候，他在树下坐了下来，听了一夜的风声。
`);
  });

  it('is not printed: a book with it is refused at the marker', async () => {
    await again();
    const { diagnostics } = await readBook(out);
    expect(told({ diagnostics })).toEqual(['chapters/01-chapter-1.md:3 conflict-marker']);
  });

  it('is left alone by a run that does not change the chapter', async () => {
    await again();
    const conflict = await read('01-chapter-1.md');
    await decide(otherWord, noChapter('第三章'));
    expect(told(await again())).toEqual(['chapters/01-chapter-1.md:3 conflict-open']);
    expect(await read('01-chapter-1.md')).toBe(conflict);
    expect(await readdir(join(out, 'chapters'))).toEqual(['01-chapter-1.md', '02-chapter-2.md']);
  });

  it('goes with its chapter when that gets another name', async () => {
    await edit('02-chapter-2.md', '下起了雨', '下起了雪');
    await decide('{ do: replace, from: 雨, to: 霧, after: 雨，他在 }');
    expect(told(await again())).toContain('chapters/02-chapter-2.md:3 chapter-conflict');
    const conflict = await read('02-chapter-2.md');
    await decide('{ do: replace, from: 雨, to: 霧, after: 雨，他在 }', chapterBegins('过河'));
    expect(told(await again())).toContain('chapters/03-chapter-2-2.md:3 conflict-open');
    expect(await read('03-chapter-2-2.md')).toBe(conflict);
  });

  it('stops a run that would change the chapter again: nothing is written until it is settled', async () => {
    await again();
    await decide(otherWord, chapterBegins('过河'));
    const before = await everything();
    const run = await again();
    expect(run.value).toBeUndefined();
    expect(told(run)).toEqual(['chapters/01-chapter-1.md:3 conflict-first']);
    expect(await everything()).toEqual(before);
    const settled = (await read('01-chapter-1.md')).replace(/<{7}.*\n([\s\S]*?)\n\|{7}[\s\S]*?>{7}.*/, '$1');
    await writeFile(path('01-chapter-1.md'), settled);
    expect(told(await again())).toEqual(['chapters/01-chapter-1.md chapter-merged']);
    expect(await read('02-chapter-2.md')).toContain('听了一夜的风声');
  });
});

describe('a file of chapters/', () => {
  it('that a person deleted is written again', async () => {
    await rm(path('02-chapter-2.md'));
    await edit('01-chapter-1.md', '沿着河', '沿着江');
    await decide(noChapter('第三章'));
    await again();
    expect(await readdir(join(out, 'chapters'))).toEqual(['01-chapter-1.md', '02-chapter-2.md']);
    expect(await read('02-chapter-2.md')).toContain('第三章 远行');
  });

  it('that is an editor’s own keeps its name where a new chapter would need it', async () => {
    await writeFile(path('04-chapter-3.md'), '# 我的\n\n自己写的一章。\n');
    await decide(chapterBegins('过河'));
    const run = await again();
    expect(told(run)).toEqual(['chapters/04-chapter-3-2.md chapter-name-taken']);
    expect(await read('04-chapter-3.md')).toBe('# 我的\n\n自己写的一章。\n');
    expect(await read('04-chapter-3-2.md')).toContain('第三章 远行');
    expect(run.value?.chapters.at(-1)?.file).toBe('chapters/04-chapter-3-2.md');
    await expectNothingMore();
    expect((await checkNormalization(out)).value).toEqual({ ledgers: 1, proved: 4, edited: 0 });
    await rm(path('04-chapter-3.md'));
    await again();
    expect(await readdir(join(out, 'chapters'))).toContain('04-chapter-3.md');
    expect(await readdir(join(out, 'chapters'))).not.toContain('04-chapter-3-2.md');
  });

  it('that stays though nothing of it is made any more keeps its name, too', async () => {
    await decide(
      chapterBegins('过河'),
      chapterBegins('很多年以后'),
      noChapter('第二章'),
      noChapter('第三章'),
    );
    await again();
    expect(await readdir(join(out, 'chapters'))).toEqual([
      '01-chapter-1.md',
      '02-chapter-2.md',
      '03-chapter-3.md',
    ]);
    await edit('02-chapter-2.md', '树下', '桥下');
    await writeFile(source, raw.replace(/　　过河[\s\S]*(?=　　很多年)/, ''));
    expect(told(await again()).filter((line) => line.startsWith('chapters'))).toEqual([
      'chapters/02-chapter-2-2.md chapter-name-taken',
      'chapters/02-chapter-2.md chapter-edited-orphan',
    ]);
    expect(await read('02-chapter-2.md')).toContain('桥下');
    expect(await read('02-chapter-2-2.md')).toContain('很多年以后');
    await expectNothingMore();
  });

  it('that cannot be read stops the run', async () => {
    // Read as a file it gives an error of the system, whoever asks.
    await rm(path('01-chapter-1.md'));
    await symlink('/proc/self/mem', path('01-chapter-1.md'));
    const before = await readdir(join(out, 'chapters'));
    expect((await again()).value).toBeUndefined();
    expect(await readdir(join(out, 'chapters'))).toEqual(before);
  });
});
