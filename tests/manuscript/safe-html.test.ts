import { sanitize } from 'hast-util-sanitize';
import { expect, test } from 'vitest';
import { gate } from '../../scripts/manuscript/html/safe-html.js';
import { textOf } from '../../scripts/model/text-of.js';
import { readChapter } from './temporary-book.js';

const attacks: readonly [string, string, readonly string[], string][] = [
  ['a script, with its content', '<script>alert(1)</script>乙', ['5 html-code-removed'], '乙'],
  [
    'a script that writes tags',
    '<script>\ndocument.write("<b title=\'</b>")\n</script>\n\n乙',
    ['5 html-code-removed'],
    '乙',
  ],
  ['a style, with its content', '<style>p { color: red }</style>\n\n乙', ['5 html-code-removed'], '乙'],
  ['an inline script in a line', '乙<script>alert(1)</script>丙', ['5 html-code-removed'], '乙丙'],
  [
    'event handlers and styles',
    '<p onclick="x()" style="color:red">乙</p>',
    ['5 html-attribute-refused', '5 html-attribute-refused'],
    '乙',
  ],
  ['a frame', '乙<iframe src="http://a.cn">丙</iframe>', ['5 html-element-refused'], '乙丙'],
  [
    'a form',
    '<form action="x"><input name="a"><button>乙</button></form>',
    ['5 html-element-refused', '5 html-element-refused', '5 html-element-refused'],
    '乙',
  ],
  [
    'an element hidden in a quoted value',
    '<span class=a title="<script>alert(1)</script>">乙</span>',
    [],
    '乙',
  ],
  [
    'an unquoted value with quotes',
    '乙<span a=b"><script>alert(1)</script>" >丙',
    ['5 html-code-removed'],
    '乙<span a=b">" >丙',
  ],
  [
    'a forged note',
    '<section data-footnotes role="doc-endnotes"><ol><li>乙</li></ol></section>',
    ['5 html-attribute-refused', '5 html-attribute-refused'],
    '乙',
  ],
  ['a placeholder of the parser’s own', '<div>乙<!--0--></div>', [], '乙'],
  ['a declaration', '<?php echo 1 ?>\n\n乙', ['5 html-markup-refused'], '乙'],
  ['a drawing', '乙<svg><path d="M0 0"/></svg>', ['5 html-drawing-refused'], '乙'],
  ['a tag cut in two', '<div class="a\n\n乙', ['5 html-half-tag'], '<div class="a乙'],
  [
    'a table with a giant span',
    '<table><tr><td colspan="9999999">乙</td></tr></table>',
    ['5 html-attribute-refused'],
    '乙',
  ],
];

test.each(attacks)('%s is taken out, and said to be', async (_name, html, expected, text) => {
  const { found, chapter } = await readChapter(`# 题\n\n甲\n\n${html}\n`);
  const withoutColumns = found.map((own) => own.replace(/(:\d+):\d+ /, '$1 '));
  expect(withoutColumns).toEqual(expected.map((line) => `chapters/a.md:${line}`));
  expect(chapter && textOf(chapter.tree).trimEnd()).toBe(`题甲${text}`);
  expect(chapter && sanitize(chapter.tree, gate)).toEqual(chapter?.tree);
});

test('what is left open ends with its paragraph, and does not make the rest bold', async () => {
  const { html, found } = await readChapter('# 题\n\n甲<b>乙<i>丙</b>丁\n\n戊</u>\n');
  expect(html).toMatch(/<p>甲<b>乙<i>丙<\/i><\/b>丁<\/p><p>戊<\/p>$/);
  expect(found).toEqual(['chapters/a.md:3 html-not-closed', 'chapters/a.md:5 html-end-without-start']);
});

test('tags that HTML lets one leave open are closed without a word', async () => {
  const { html, found } = await readChapter(
    '# 题\n\n<table><tr><td>甲<td>乙<tr><td>丙</table>\n\n<ul><li>丁<li>戊</ul>\n',
  );
  expect(found).toEqual([]);
  expect(html).toContain('<tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr>');
  expect(html).toContain('<ul><li>丁</li><li>戊</li></ul>');
});

test('a comment or script without an end is an error: the rest of the chapter would be lost', async () => {
  expect((await readChapter('# 题\n\n<!-- 甲\n\n乙\n')).found).toEqual(['chapters/a.md:3 html-comment-open']);
  expect((await readChapter('# 题\n\n<script>\n\n乙\n')).found).toEqual([
    'chapters/a.md:3:2 html-element-open',
  ]);
});

test('a hundred thousand findings of one kind are summed up', async () => {
  const { found } = await readChapter(`# 题\n\n${'<u onclick="x">甲</u>'.repeat(1000)}\n`);
  expect(found).toHaveLength(51);
  expect(found.at(-1)).toBe('chapters/a.md findings-cut');
});
