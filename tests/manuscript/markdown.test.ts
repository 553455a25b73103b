import { expect, test } from 'vitest';
import { readChapter } from './temporary-book.js';

async function body(markdown: string): Promise<string> {
  const { html, found } = await readChapter(`# 题\n\n${markdown}\n`);
  expect(found).toEqual([]);
  return html.replace(/^<h1 id="[^"]*">题<\/h1>/, '').replace(/ch-a-([a-z])-[0-9a-f]{8}/g, 'ch-a-$1-#');
}

const cases: readonly [string, string, string][] = [
  ['emphasis closes after a Chinese comma', '**真，**她', '<p><strong>真，</strong>她</p>'],
  ['emphasis opens before a Chinese quote', '他**“真”**说', '<p>他<strong>“真”</strong>说</p>'],
  ['two tildes are two tildes', '好~~真的~~', '<p>好~~真的~~</p>'],
  ['lines join between Chinese characters', '甲\n乙，\n丙', '<p>甲乙，丙</p>'],
  ['lines join around Chinese quotes', '他说：\n“好。”\n“好！”', '<p>他说：“好。”“好！”</p>'],
  ['lines join through emphasis and notes', '**甲**\n*乙*', '<p><strong>甲</strong><em>乙</em></p>'],
  ['lines join between rare characters', '𠀀\n𠀁', '<p>𠀀𠀁</p>'],
  ['lines of Western words stay apart', 'one\ntwo\n三\nfour', '<p>one\ntwo\n三\nfour</p>'],
  ['lines of Korean stay apart', '한국\n사람', '<p>한국\n사람</p>'],
  ['lines join in raw HTML too', '<div>\n甲\n  乙 <b>丙</b>\n丁</div>', '<div>\n甲乙 <b>丙</b>丁</div>'],
  ['lines join after a ruby', '<ruby>汉<rt>han</rt></ruby>\n字', '<p><ruby>汉<rt>han</rt></ruby>字</p>'],
  ['a backslash breaks a line', '甲\\\n乙', '<p>甲<br>乙</p>'],
  ['code keeps its lines', '```js\n甲\n乙\n```', '<pre><code class="language-js">甲\n乙\n</code></pre>'],
  ['a tight list has no paragraphs', '- 甲\n- 乙', '<ul><li>甲</li><li>乙</li></ul>'],
  ['a list keeps its first number', '3. 甲', '<ol start="3"><li>甲</li></ol>'],
  [
    'cells are aligned by style',
    '|甲|乙|\n|-:|--|\n|1|2|',
    '<table><thead><tr><th style="text-align:right">甲</th><th>乙</th></tr></thead><tbody><tr><td style="text-align:right">1</td><td>2</td></tr></tbody></table>',
  ],
  ['a container is a div', '::: note\n甲\n:::', '<div class="note"><p>甲</p></div>'],
  ['a container takes pandoc’s form', '::: {.note .big}\n甲\n:::', '<div class="note big"><p>甲</p></div>'],
  ['a container’s name may be Chinese', '::: 引题\n甲\n:::', '<div class="引题"><p>甲</p></div>'],
  [
    'containers nest by more colons',
    ':::: captions\n::: caption\n甲\n:::\n::::',
    '<div class="captions"><div class="caption"><p>甲</p></div></div>',
  ],
  [
    'containers nest by as many colons',
    '::: a\n::: b\n甲\n:::\n乙\n:::',
    '<div class="a"><div class="b"><p>甲</p></div><p>乙</p></div>',
  ],
  [
    'a container ends a paragraph',
    '甲\n::: a\n乙\n:::\n丙',
    '<p>甲</p><div class="a"><p>乙</p></div><p>丙</p>',
  ],
  [
    'a container may stand in a quote and a list',
    '> ::: a\n> 甲\n> :::\n\n- 乙\n\n  ::: b\n  丙\n  :::',
    '<blockquote><div class="a"><p>甲</p></div></blockquote><ul><li><p>乙</p><div class="b"><p>丙</p></div></li></ul>',
  ],
  [
    'code in a container may show colons',
    '::: a\n```\n:::\n```\n:::',
    '<div class="a"><pre><code>:::\n</code></pre></div>',
  ],
  [
    'a space between Chinese phrases of a heading is a gap',
    '## 虹口区 党员先行',
    '<h2 id="ch-a-h-#">虹口区<span class="gap"> </span>党员先行</h2>',
  ],
  [
    'a gap may stand beside emphasis',
    '## 虹口区 **党员** 先行',
    '<h2 id="ch-a-h-#">虹口区<span class="gap"> </span><strong>党员</strong><span class="gap"> </span>先行</h2>',
  ],
  ['a space beside Western words is no gap', '## 上海 2022 年', '<h2 id="ch-a-h-#">上海 2022 年</h2>'],
  [
    'raw HTML may hold Markdown',
    '<div class="box">\n\n**甲**\n\n</div>',
    '<div class="box"><p><strong>甲</strong></p></div>',
  ],
  [
    'a paragraph around blocks becomes a div',
    '<p class="c">\n\n甲\n\n</p>',
    '<div class="c"><p>甲</p></div>',
  ],
  [
    'an element closed in the XML way is empty',
    '甲<span class="x"/>乙',
    '<p>甲<span class="x"></span>乙</p>',
  ],
  ['an old anchor becomes an id', '甲<a name="x"></a>乙', '<p>甲<a id="ch-a-x"></a>乙</p>'],
  ['comments are silent', '甲<!-- 评 -->乙\n\n<!-- 又 -->', '<p>甲乙</p>'],
];

test.each(cases)('%s', async (_name, markdown, html) => {
  expect(await body(markdown)).toBe(html);
});

test('notes are numbered by their first calls, and each call and note lead to each other', async () => {
  const { html, chapter, found } = await readChapter(
    '# 题\n\n甲[^b]乙[^a]丙[^b]\n\n[^a]: 注一\n\n    第二段[^c]\n[^b]: 注二\n[^c]: 注三\n',
  );
  expect(found).toEqual([]);
  expect(chapter?.notes.map(({ label }) => label)).toEqual(['1', '2', '3']);
  const ids = new Map<string, string>();
  const shown = html.replace(/ch-a-[nrh]-[0-9a-f]{8}(?:-\d)?/g, (id) => {
    ids.set(id, ids.get(id) ?? `${id[5]}${ids.size}`);
    return ids.get(id) ?? '';
  });
  const call = (id: string, note: string, label: number) =>
    `<sup class="noteref"><a id="${id}" href="#${note}" role="doc-noteref">${label}</a></sup>`;
  const back = (id: string) => `<a href="#${id}" class="backlink" role="doc-backlink">↩︎</a>`;
  expect(shown).toBe(
    `<h1 id="h0">题</h1><p>甲${call('r1', 'n2', 1)}乙${call('r3', 'n4', 2)}丙${call('r5', 'n2', 1)}</p>` +
      '<section class="notes" data-footnotes role="doc-endnotes"><ol>' +
      `<li id="n2" class="note"><p>注二${back('r1')}${back('r5')}</p></li>` +
      `<li id="n4" class="note"><p>注一</p><p>第二段${call('r6', 'n7', 3)}${back('r3')}</p></li>` +
      `<li id="n7" class="note"><p>注三${back('r6')}</p></li></ol></section>`,
  );
});

test('a heading’s text for contents has no note calls, no readings and no line breaks', async () => {
  const { chapter } = await readChapter('# <ruby>漢<rt>かん</rt></ruby>字<br>史 *x*[^1]\n\n[^1]: 注\n');
  expect(chapter?.headings[0]?.text).toBe('漢字 史 x');
  expect(chapter?.title).toBe('漢字 史 x');
});

test('what Markdown would lose is reported', async () => {
  const reported = async (markdown: string) => (await readChapter(`# 题\n\n甲\n\n${markdown}\n`)).found;
  expect(await reported('[^1]: 注')).toEqual(['chapters/a.md:5 note-not-called']);
  expect(await reported('[^1]: 注[^1]')).toEqual(['chapters/a.md:5 note-not-called']);
  expect(await reported('乙[^1]\n\n[^1]: 注\n[^1]: 又')).toEqual(['chapters/a.md:8 note-duplicate']);
  expect(await reported('乙\n丙[^2]')).toEqual(['chapters/a.md:6 note-undefined']);
  expect(await reported('[注]: 此处有误')).toEqual(['chapters/a.md:5:6 definition-unused']);
  expect(await reported('[乙][注]\n\n[注]: http://a.cn\n[注]: 又')).toEqual([
    'chapters/a.md:8 definition-unused',
  ]);
  expect(await reported('> - [注]: 此处')).toEqual(['chapters/a.md:5:10 definition-unused']);
  expect(await reported('```这里 那里\n乙\n```')).toEqual(['chapters/a.md:5:4 code-words-lost']);
  expect(await reported('::: note\n乙')).toEqual(['chapters/a.md:5:5 container-not-closed']);
  expect(await reported('乙\n:::')).toEqual(['chapters/a.md:6:1 container-stray-fence']);
  expect(await reported('::: note 标题\n乙\n:::')).toEqual([
    'chapters/a.md:5:1 container-stray-fence',
    'chapters/a.md:7:1 container-stray-fence',
  ]);
  expect(await reported(`${'> '.repeat(120)}深`)).toContain('chapters/a.md:5 nesting-too-deep');
  expect(await reported(`${'**a '.repeat(200)}b${'**'.repeat(200)}`)).toContain(
    'chapters/a.md:5 nesting-too-deep',
  );
});

test('the wish that ends a Chinese letter is marked; other lines are not', async () => {
  const wishes = async (markdown: string) => {
    const { html } = await readChapter(`# 题\n\n${markdown}\n`);
    return [...html.matchAll(/<p class="wish">([^<]*)/g)].map(([, text]) => text);
  };
  const letter = (text: string) => `::: letter\n老友：\n\n${text}\n:::`;
  expect(await wishes(letter('此致\n\n敬礼！'))).toEqual(['敬礼！']);
  expect(await wishes('此致\n\n敬禮')).toEqual(['敬禮']);
  expect(await wishes(letter('敬祝\n\n身體健康'))).toEqual(['身體健康']);
  expect(await wishes(letter('祝：\n\n工作顺利！\n\n某某'))).toEqual(['工作顺利！']);
  expect(await wishes('祝\n\n身体健康')).toEqual([]);
  expect(await wishes(letter('天气渐凉。\n\n敬礼'))).toEqual([]);
  expect(await wishes(letter('此致\n\n他写到这里，停了笔。'))).toEqual([]);
  expect(await wishes(letter('此致敬礼\n\n某某'))).toEqual([]);
});
