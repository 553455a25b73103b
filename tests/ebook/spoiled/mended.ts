/** A chapter that is at fault, and what is said of it: codes with their lines. */
export interface Mended {
  readonly fault: string;
  readonly text: string;
  /** Files beside it, by their paths in the book. */
  readonly files?: Readonly<Record<string, string>>;
  /** `code:line`, each as often as it is told. */
  readonly said: readonly string[];
}

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

/** Chapters that are mended with a warning, or that are no fault at all: they stand in one book, which must be valid. */
export const mended: readonly Mended[] = [
  {
    fault: 'tags that are not closed',
    text: '# 甲\n\n<div><p>没有关<b>上\n\n正文\n',
    said: ['html-not-closed:3', 'html-not-closed:3', 'html-misplaced:3'],
  },
  {
    fault: 'tags that are wrongly nested',
    text: '# 甲\n\n<b>粗<i>斜</b>乱</i>\n',
    said: ['html-not-closed:3', 'html-end-without-start:3'],
  },
  {
    fault: 'end tags without a start',
    text: '# 甲\n\n</div></p></section>文\n\n</body></html>\n',
    said: ['html-end-without-start:3', 'html-end-without-start:3', 'html-end-without-start:3'],
  },
  {
    fault: 'a table in a paragraph',
    text: '# 甲\n\n<p>文<table><tr><td>格</td></tr></table>后</p>\n',
    said: ['html-end-without-start:3'],
  },
  {
    fault: 'blocks in an emphasis',
    text: '# 甲\n\n<span><p>段</p><div>块</div></span><em><ul><li>项</li></ul></em>\n',
    said: ['html-misplaced:3', 'html-misplaced:3'],
  },
  {
    fault: 'blocks in a heading',
    text: '# <div>题</div>\n\n## *a*<ul><li>x</li></ul>\n\n文\n',
    said: ['html-misplaced:1', 'html-misplaced:3'],
  },
  {
    fault: 'blocks in a reading',
    text: '# 甲\n\n<ruby>漢<rt><p>かん</p></rt></ruby>\n',
    said: ['html-misplaced:3'],
  },
  {
    fault: 'entries without a list',
    text: '# 甲\n\n<li>项</li>\n\n> <dd>义</dd>\n\n*着重 <li>项</li>*\n',
    said: [
      'html-misplaced:3',
      'html-misplaced:5',
      'html-misplaced:5',
      'html-misplaced:7',
      'html-misplaced:7',
    ],
  },
  {
    fault: 'text in a list, halves of a list of terms',
    text: '# 甲\n\n<ul>文<p>段</p><li>项</li></ul><dl>文<dd>义</dd><dt>名</dt></dl>\n',
    said: [
      'html-misplaced:3',
      'html-misplaced:3',
      'html-misplaced:3',
      'html-misplaced:3',
      'html-misplaced:3',
    ],
  },
  {
    fault: 'readings without a character, and a character without one',
    text: '# 甲\n\n<ruby>漢</ruby><rt>孤</rt><ruby><rt>x</rt></ruby>\n',
    said: ['html-misplaced:3', 'html-misplaced:3'],
  },
  {
    fault: 'a details without its summary first',
    text: '# 甲\n\n<details>文<summary>题</summary></details>\n',
    said: ['html-misplaced:3', 'html-misplaced:3'],
  },
  {
    fault: 'a header in a header, an address in an address',
    text: '# 甲\n\n<header><header>x</header></header><address><address>q</address></address><dfn>a<dfn>b</dfn></dfn>\n',
    said: ['html-misplaced:3', 'html-misplaced:3', 'html-misplaced:3'],
  },
  {
    fault: 'captions at a wrong place',
    text: '# 甲\n\n<figcaption>孤</figcaption><figure><p>x</p><figcaption>题</figcaption><p>y</p></figure>\n',
    said: ['html-misplaced:3', 'html-misplaced:3'],
  },
  {
    fault: 'a foot of a table above its body, a table in a caption',
    text: '# 甲\n\n<table><tfoot><tr><td>f</td></tr></tfoot><tbody><tr><td>b</td></tr></tbody></table><table><caption><table><tr><td>in</td></tr></table></caption><tr><td>x</td></tr></table>\n',
    said: ['html-misplaced:3', 'html-misplaced:3'],
  },
  {
    fault: 'cells that name what is no heading, spans that cannot be',
    text: '# 甲\n\n<table><tr><td colspan="-1" headers="nowhere" scope="x">a</td></tr></table>\n',
    said: ['html-attribute-refused:3', 'html-attribute-refused:3', 'html-attribute-refused:3'],
  },
  { fault: 'headings that are named alike', text: '# 其一\n\n## 其一\n\n文\n\n## 其一\n\n文\n', said: [] },
  { fault: 'a chapter named like another', text: '# 其一\n\n文\n', said: [] },
  { fault: 'an empty heading', text: '# 甲\n\n##\n\n文\n', said: ['heading-empty:3'] },
  { fault: 'line breaks in headings', text: '# 甲<br>乙\n\n## 丙<br/>丁\n\n文\n', said: [] },
  {
    fault: 'ids that are none',
    text: '# 甲 {#1abc}\n\n<p id="2 x">一</p><p id="">二</p><p id="中文">三</p>[到](#中文) [到](#1abc)\n',
    said: ['html-attribute-refused:3', 'html-attribute-refused:3'],
  },
  {
    fault: 'a picture with a wrong name',
    text: '# 甲\n\n![图](../images/wrong.png)\n',
    files: { 'images/wrong.png': drawing },
    said: ['image-misnamed:3'],
  },
  {
    fault: 'names of files with percent signs',
    text: '# 甲\n\n![图](../images/%E5%9B%BE%20a.svg) ![图](../images/100%25.svg)\n',
    files: { 'images/图 a.svg': drawing, 'images/100%.svg': drawing },
    said: [],
  },
  {
    fault: 'scripts and styles',
    text: '# 甲\n\n<script src="https://e.org/a.js"></script>文<script>alert(1)</script>\n\n<style>@import url(https://e.org/a.css);</style>\n',
    said: ['html-code-removed:3', 'html-code-removed:3', 'html-code-removed:5'],
  },
  {
    fault: 'frames and style sheets of others',
    text: '# 甲\n\n<iframe src="https://e.org/"></iframe>\n\n<link rel="stylesheet" href="https://e.org/a.css">\n\n文\n',
    said: ['html-element-refused:3', 'html-element-refused:5'],
  },
  {
    fault: 'style with an outside file',
    text: '# 甲\n\n<p style="background:url(https://e.org/a.png)" onclick="x()">文</p>\n',
    said: ['html-attribute-refused:3', 'html-attribute-refused:3'],
  },
  {
    fault: 'languages that are none',
    text: '# 甲\n\n<span lang="中文">字</span> <span lang="zh_CN">字</span>\n',
    said: ['html-attribute-refused:3', 'html-attribute-refused:3'],
  },
  {
    fault: 'links that lead nowhere',
    text: '# 甲\n\n[无](#nowhere) [无](02-none.md) [无](missing.pdf) <a href="">空</a>\n',
    said: ['link-broken:3', 'link-broken:3', 'link-broken:3', 'link-broken:3'],
  },
  {
    fault: 'links that would run a program',
    text: '# 甲\n\n[x](javascript:alert(1)) <a href="JavaScript:alert(1)">y</a> <a href="file:///etc/passwd">f</a> <a href="http://[::1">g</a>\n',
    said: ['link-refused:3', 'link-refused:3', 'link-refused:3', 'link-broken:3'],
  },
  { fault: 'a note without text', text: '# 甲\n\n文[^none]\n', said: ['note-undefined:3'] },
  { fault: 'notes that call each other', text: '# 甲\n\n文[^1]\n\n[^1]: 一[^2]\n[^2]: 二[^1]\n', said: [] },
  {
    fault: 'old HTML',
    text: '# 甲\n\n<center><font color="red">红</font></center><p align="center">中</p>\n',
    said: ['html-element-refused:3', 'html-element-refused:3', 'html-attribute-refused:3'],
  },
  {
    fault: 'sound, film and objects',
    text: '# 甲\n\n<video src="a.mp4">替</video><audio src="a.mp3">替</audio><object data="x.swf">替</object><embed src="x.swf">\n',
    said: [
      'html-element-refused:3',
      'html-element-refused:3',
      'html-element-refused:3',
      'html-element-refused:3',
    ],
  },
  {
    fault: 'fields of forms',
    text: '# 甲\n\n<form action="https://e.org/"><input value="v"><button>钮</button></form>\n',
    said: ['html-element-refused:3', 'html-element-refused:3', 'html-element-refused:3'],
  },
  {
    fault: 'names of characters',
    text: '# 甲&nbsp;乙\n\n&nbsp;&copy;&foo;&hellip; a & b <span title="&foo;&nbsp;&">x&y</span> AT&T\n',
    said: [],
  },
  {
    fault: 'attributes of EPUB',
    text: '# 甲\n\n<section epub:type="foo bar:baz" role="doc-foo" aria-labelledby="none">文</section>\n',
    said: ['html-attribute-refused:3', 'html-attribute-refused:3', 'html-attribute-refused:3'],
  },
  {
    fault: 'half tags and cells without a table',
    text: '# 甲\n\n<p 1x="a" "q"=1 <b>>文</p><td>格</td>\n',
    said: ['html-half-tag:3', 'html-end-without-start:3', 'html-not-closed:3'],
  },
  {
    fault: 'elements of no standard',
    text: '# 甲\n\n<my-box>文</my-box><o:p>w</o:p><![CDATA[ x ]]> <?php echo 1 ?>\n',
    said: ['html-element-refused:3', 'html-markup-refused:3', 'html-markup-refused:3'],
  },
  {
    fault: 'dates and sources that are none',
    text: '# 甲\n\n<time datetime="昨天">昨天</time> <del datetime="x" cite=" :bad">d</del> <bdo>b</bdo>\n',
    said: ['html-attribute-refused:3', 'html-attribute-refused:3', 'html-attribute-refused:3'],
  },
  {
    fault: 'a byte order mark and line ends of Windows',
    text: '\uFEFF# 甲\r\n\r\n文一\r\n文二\r\n',
    said: [],
  },
];
