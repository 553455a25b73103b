import { describe, expect, it } from 'vitest';
import { plainSettings, readChapter, readFiles } from './temporary-book.js';

describe('files that a chapter includes', () => {
  it('stand where they are named, all or some of their lines, without their front matter', async () => {
    const { book, found } = await readFiles({
      'chapters/a.md':
        '# 题\n\n{{#include ../parts/b.md}}\n\n```js\n{{#include ../parts/c.js:2:3}}\n```\n\n写作 \\{{#include x}}。\n',
      'parts/b.md': '---\ntitle: 乙\n---\n乙的一段。\n',
      'parts/c.js': 'one();\ntwo();\nthree();\nfour();\n',
    });
    expect(found).toEqual([]);
    const text = JSON.stringify(book?.chapters[0]?.tree);
    expect(text).toContain('乙的一段。');
    expect(text).toContain('写作 {{#include x}}。');
    expect(text).not.toContain('title: 乙');
    const words = [...text.matchAll(/\b(one|two|three|four)\b/g)].map(([word]) => word);
    expect(words).toEqual(['two', 'three']);
  });

  it('are named where something is wrong in them, and so is the chapter behind them', async () => {
    const { found } = await readFiles({
      'chapters/a.md': '# 题\n\n{{#include b.md}}\n\n见[](#nichts)。\n',
      'chapters/b.md': '一行。\n\n见[^没有]。\n\n{{#include c.md}}\n',
      'chapters/c.md': '![图](none.png)\n',
      'book.yaml': `${plainSettings}chapters: [a.md]\n`,
    });
    expect(found.filter((line) => !line.includes('chapter-unlisted'))).toEqual([
      'chapters/c.md:1:6 image-missing',
      'chapters/b.md:3:4 note-undefined',
      'chapters/a.md:5:6 reference-broken',
    ]);
  });

  it('are told of where they are missing, lie outside the book, or include each other', async () => {
    const { found } = await readFiles({
      'chapters/a.md': '# 题\n\n{{#include none.md}}\n\n{{#include ../../x.md}}\n\n{{#include b.md}}\n',
      'chapters/b.md': '甲\n\n{{#include b.md}}\n',
      'book.yaml': `${plainSettings}chapters: [a.md]\n`,
    });
    expect(found.filter((line) => !line.includes('chapter-unlisted'))).toEqual([
      'chapters/a.md:3 include-missing',
      'chapters/b.md:3 include-round',
      'chapters/a.md:5 include-outside',
    ]);
  });
});

describe('words that book.yaml says', () => {
  it('are printed where the text names them, in headings too, and never in code', async () => {
    const settings = `${plainSettings}authors: [甲, 乙]\nvariables: { 社名: 版心社, title: 别名 }\n`;
    const { html, found } = await readChapter(
      '# {{ 社名 }}\n\n{{title}}，{{author}}，{{没有}}，`{{title}}`。\n',
      settings,
    );
    expect(found).toEqual([]);
    expect(html).toContain('>版心社</h1><p>别名，甲、乙，{{没有}}，<code>{{title}}</code>。</p>');
  });
});

describe('a file with several titles', () => {
  const text =
    '::: kicker\n引\n:::\n\n# 一\n\n甲[^1]，见[二](#二)。\n\n::: kicker\n又引\n:::\n\n# 二\n\n乙[^2][^1]。\n\n[^1]: 注一。\n[^2]: 注二。\n';

  it('holds several chapters, each with what stands before its title and with its own notes', async () => {
    const { book, found } = await readFiles({ 'chapters/a.md': text });
    expect(found).toEqual([]);
    expect(book?.chapters.map(({ title, notes }) => [title, notes.length])).toEqual([
      ['一', 1],
      ['二', 1],
    ]);
    const [first, second] = book?.chapters.map(({ tree }) => JSON.stringify(tree)) ?? [];
    expect([first?.includes('又引'), second?.includes('又引')]).toEqual([false, true]);
    expect(second).toContain(`#${book?.chapters[0]?.notes[0]?.id}`);
    expect(first).toContain(`#${book?.chapters[1]?.headings[0]?.id}`);
  });
});

describe('a list of chapters as mdBook has it', () => {
  it('gives its links in their order: front matter before the list, back matter behind it', async () => {
    const { book, found } = await readFiles({
      'book.yaml': `${plainSettings}chapters: src/SUMMARY.md\n`,
      'src/SUMMARY.md':
        '# Summary\n\n[序](pre.md)\n\n# 部\n\n- [一](one/README.md)\n    - [二](two.md)\n    - [稿]()\n\n---\n\n[跋](post.md)\n',
      'src/pre.md': '# 序\n\n文，见[一](one/index.html)。\n',
      'src/one/README.md': '# 一\n\n文\n',
      'src/two.md': '# 二\n\n文\n',
      'src/post.md': '# 跋\n\n文\n',
    });
    expect(found).toEqual([]);
    expect(book?.chapters.map(({ title, matter }) => `${title} ${matter}`)).toEqual([
      '序 front',
      '一 body',
      '二 body',
      '跋 back',
    ]);
  });

  it('is told of where it is missing or has no links', async () => {
    const one = await readFiles({
      'book.yaml': `${plainSettings}chapters: none.md\n`,
      'chapters/a.md': '# 一\n\n文\n',
    });
    expect(one.found).toContain('book.yaml:4:11 summary-missing');
    const two = await readFiles({
      'book.yaml': `${plainSettings}chapters: SUMMARY.md\n`,
      'SUMMARY.md': '# 目\n\n- 无\n',
      'chapters/a.md': '# 一\n\n文\n',
    });
    expect(two.found).toContain('SUMMARY.md summary-empty');
  });
});

describe('a figure', () => {
  it('keeps words that raw HTML put beside its picture', async () => {
    const files = { 'chapters/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' };
    const text = '# 题\n\n<div class="figure">\n旁白\n<img src="a.svg" alt="图">\n</div>\n';
    const { book, found } = await readFiles({ ...files, 'chapters/a.md': text });
    expect(found).toEqual([]);
    expect(JSON.stringify(book?.chapters[0]?.tree)).toContain('旁白');
  });
});

describe('a note', () => {
  it('is the editor’s own word, and with a title a callout that prints it', async () => {
    const html = async (fence: string) => (await readChapter(`# 题\n\n${fence}\n文\n:::\n`)).html;
    expect(await html('::: note')).toContain('<div class="note"><p>文</p></div>');
    expect(await html('::: {.note title="留神"}')).toContain(
      '<div class="callout callout-note"><p class="callout-title">留神</p><p>文</p></div>',
    );
  });
});

describe('a glossary', () => {
  it('keeps a meaning that has no term before it', async () => {
    const { html } = await readChapter(
      '# 题\n\n::: glossary\n<dl><dd>无主</dd><dt>甲</dt><dd>乙</dd></dl>\n:::\n',
    );
    expect(html).toContain('无主');
  });
});

describe('the index', () => {
  it('is sorted by pinyin, by strokes or by the alphabet, and leads to every place', async () => {
    const entries =
      '[曹雪芹]{.index}、[阿]{.index}、[他]{index="曹雪芹!生平"}、[Zoo]{.index}、[一]{.index}、[2 月]{.index}';
    const order = async (sort: string): Promise<readonly string[]> => {
      const { html } = await readChapter(`# 题\n\n${entries}\n\n::: {.index sort=${sort}}\n:::\n`);
      const list = html.slice(html.indexOf('<div class="index">'));
      return [...list.matchAll(/<li>([^<\u2002]+)/g)].map(([, words]) => words ?? '');
    };
    expect(await order('pinyin')).toEqual(['2 月', '阿', '曹雪芹', '生平', '一', 'Zoo']);
    expect(await order('stroke')).toEqual(['2 月', '一', '阿', '曹雪芹', '生平', 'Zoo']);
  });
});
