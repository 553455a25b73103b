import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../scripts/normalize/normalize-text.js';

const fixtures = join(import.meta.dirname, '../fixtures/normalize/newspaper');
const raw = async (name: string, as = 'raw.txt') => ({
  name: as,
  bytes: await readFile(join(fixtures, name, 'raw.txt')),
});
const pages = ['daily-1', 'daily-2', 'daily-3', 'daily-4'];

describe('a page of a newspaper', () => {
  it.each([
    ['daily-1', 'paragraphs torn by blank lines; captions; two jump lines to one page'],
    ['daily-2', 'wrapped at 20 characters, no indent, page furniture within a sentence'],
    ['daily-3', 'a paragraph a line; a caption within a paragraph; an interview; a notice'],
    ['daily-4', 'wrapped at 18, a blank line after every line; a poem, essays'],
    ['evening', 'GB 18030; nothing sets heads off; a list of winners, a letter, a correction'],
    ['hong-kong', 'Big5; a headline of three lines; a table fallen apart'],
    ['supplement', 'GB 18030; heads indented as paragraphs are; a song; conditions 1. 2. 3.'],
  ])('%s gives the chapters that an editor would have typed (%s)', async (name) => {
    const { value } = normalizeText([await raw(name)]);
    const folder = join(fixtures, name, 'chapters');
    const expected = await Promise.all(
      (await readdir(folder)).map(
        async (file) => [file, await readFile(join(folder, file), 'utf8')] as const,
      ),
    );
    expect(value?.chapters.map(({ fileName, markdown }) => [fileName, markdown])).toEqual(expected);
  });
});

describe('the four pages of one issue, as files of a folder', async () => {
  const files = await Promise.all(pages.map((page, i) => raw(page, `page-${i + 1}.txt`)));
  const { value, diagnostics } = normalizeText(files, { name: 'issue' });
  const chapters = value?.chapters ?? [];
  const of = (heading: string) => chapters.find((chapter) => chapter.heading === heading);

  it('has each article once, its halves put together', () => {
    expect(chapters.map(({ heading }) => heading)).toEqual([
      '老码头的下一程',
      '把防汛的弦绷在雨前',
      '研究夏粮收购、校园午餐和老旧电梯改造等工作',
      '岫江大桥夜间封闭检修六天',
      '首趟铁海联运班列 从东礁港发车',
      '渔港小镇的第三次搬家',
      '一线短波',
      '“我修的不是钟　是约定”',
      '关于西岸片区临时交通管制的通告',
      '潮信',
      '外婆的瓦罐',
      '等船的人',
    ]);
  });

  it('runs on from the first page to the third, and takes the jump lines out', () => {
    expect(of('老码头的下一程')?.markdown).toContain(
      '愿回来的，留一把钥匙。\n\n:::: captions\n①更新后的煤栈长廊。',
    );
    expect(of('老码头的下一程')?.markdown).toContain('周福根留的就是一把钥匙。');
    expect(of('老码头的下一程')?.markdown).not.toMatch(/[上下紧][接转]第/u);
  });

  it('keeps a jump line to what is not there, and tells an editor', () => {
    expect(of('“我修的不是钟　是约定”')?.continuedOn).toBe('第四版');
    expect(diagnostics.filter(({ code }) => code === 'article-rest-missing')).toMatchObject([
      { severity: 'info', place: { file: 'page-3.txt', line: 16 } },
    ]);
  });

  it('puts a caption that tore a paragraph behind its article, and tells an editor', () => {
    expect(of('老码头的下一程')?.markdown).toContain('可设计方一定要让四层都露出来');
    expect(diagnostics.filter(({ code }) => code === 'caption-moved')).toMatchObject([
      { severity: 'info', place: { file: 'page-3.txt', line: 6 } },
    ]);
  });
});
