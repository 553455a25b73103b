/** A book that is at fault, and why it is not built. */
export interface Refused {
  readonly fault: string;
  /** The files that are not as those of a sound book. */
  readonly files: Readonly<Record<string, string>>;
  /** `code file:line` of every error. */
  readonly errors: readonly string[];
}

const yaml = (lines: string): Readonly<Record<string, string>> => ({ 'book.yaml': `id: spoiled\n${lines}` });
const text = (chapter: string): Readonly<Record<string, string>> => ({ 'chapters/01.md': chapter });
const picture = (content: string): Readonly<Record<string, string>> => ({
  'chapters/01.md': '# 甲\n\n![图](../images/a.svg)\n',
  'images/a.svg': content,
});
const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`;

export const refused: readonly Refused[] = [
  {
    fault: 'a picture that is not there',
    files: text('# 甲\n\n![图](nowhere.png)\n'),
    errors: ['image-missing chapters/01.md:3'],
  },
  {
    fault: 'a picture that is none',
    files: picture('hello'),
    errors: ['image-not-an-image chapters/01.md:3'],
  },
  {
    fault: 'a picture on the web',
    files: text('# 甲\n\n![图](https://example.org/a.png)\n\n<img src="//example.org/a.png" alt="图">\n'),
    errors: ['image-remote chapters/01.md:3', 'image-remote chapters/01.md:5'],
  },
  {
    fault: 'a picture in its address',
    files: text(
      '# 甲\n\n<img alt="x" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">\n',
    ),
    errors: ['image-data chapters/01.md:3'],
  },
  {
    fault: 'an SVG picture with a script',
    files: picture(svg('<script>alert(1)</script>')),
    errors: ['image-svg-unsafe chapters/01.md:3'],
  },
  {
    fault: 'an SVG picture with an outside file',
    files: picture(svg('<image href="https://e.org/a.png"/>')),
    errors: ['image-svg-unsafe chapters/01.md:3'],
  },
  {
    fault: 'an SVG picture that is not well-formed',
    files: picture(svg('<g><rect width="9" height="9"/>')),
    errors: ['image-svg-unsafe chapters/01.md:3'],
  },
  {
    fault: 'an SVG picture with a name that XML does not know',
    files: picture(svg('<text>a&nbsp;b</text>')),
    errors: ['image-svg-unsafe chapters/01.md:3'],
  },
  {
    fault: 'a drawing in the text',
    files: text('# 甲\n\n<svg width="9" height="9"><script>alert(1)</script></svg>\n'),
    errors: ['html-drawing-refused chapters/01.md:3'],
  },
  {
    fault: 'a formula in HTML',
    files: text('# 甲\n\n<math><mfrac><mi>a</mi></mfrac></math>\n'),
    errors: ['html-drawing-refused chapters/01.md:3'],
  },
  {
    fault: 'an id that stands twice',
    files: text('# 甲\n\n<p id="a">一</p>\n\n<p id="a">二</p>\n'),
    errors: ['id-duplicate chapters/01.md:5'],
  },
  {
    fault: 'characters that XML cannot hold',
    files: text('# 甲\u0001乙\n\n文\uFFFE字\n'),
    errors: ['control-character chapters/01.md:1', 'control-character chapters/01.md:3'],
  },
  {
    fault: 'a note that is written twice',
    files: text('# 甲\n\n文[^1]\n\n[^1]: 一\n[^1]: 二\n'),
    errors: ['note-duplicate chapters/01.md:6'],
  },
  {
    fault: 'a note that nothing calls',
    files: text('# 甲\n\n文\n\n[^1]: 无人\n'),
    errors: ['note-not-called chapters/01.md:5'],
  },
  {
    fault: 'elements nested without end',
    files: text(`# 甲\n\n${'>'.repeat(300)} 深\n`),
    errors: ['nesting-too-deep chapters/01.md:3', 'nesting-too-deep chapters/01.md:3'],
  },
  {
    fault: 'a chapter without content',
    files: { ...text('# 甲\n\n文\n'), 'chapters/02.md': '\n<!-- 空 -->\n' },
    errors: ['chapter-empty chapters/02.md'],
  },
  {
    fault: 'a language that is none',
    files: yaml('title: 甲\nlanguage: 中文\n'),
    errors: ['language-unknown book.yaml:3'],
  },
  {
    fault: 'a chapter in a language that is none',
    files: text('---\nlang: 英文\n---\n# 甲\n\n文\n'),
    errors: ['language-unknown chapters/01.md:2'],
  },
  {
    fault: 'a book without a title',
    files: yaml('title: "　"\nlanguage: zh\n'),
    errors: ['value-empty book.yaml:2'],
  },
  {
    fault: 'a date that is none',
    files: yaml('title: 甲\nlanguage: zh\ndate: 2023-02-29\n'),
    errors: ['date-wrong book.yaml:4'],
  },
  {
    fault: 'an ISBN with a wrong check digit',
    files: yaml('title: 甲\nlanguage: zh\nidentifiers: { ebook: 978-7-121-36532-0 }\n'),
    errors: ['isbn-check-digit book.yaml:4'],
  },
  {
    fault: 'a cover that is not there',
    files: yaml('title: 甲\nlanguage: zh\ncover: nowhere.jpg\n'),
    errors: ['image-missing book.yaml:4'],
  },
  {
    fault: 'a cover that is none',
    files: { ...yaml('title: 甲\nlanguage: zh\ncover: images/c.jpg\n'), 'images/c.jpg': 'junk' },
    errors: ['image-not-an-image book.yaml:4'],
  },
];
