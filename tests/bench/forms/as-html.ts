import type { Block, Text, TextChapter } from '../texts/text.js';
import { family, page } from './page.js';
import { writeFiles } from './write-files.js';

/** How a tool that reads HTML makes running heads, page numbers in the contents, and notes. */
export interface HtmlDialect {
  /** `@page` rules and all else that only this tool knows. */
  readonly css: string;
  /** More rules, one a chapter, where running heads need them. */
  readonly chapterCss?: (chapter: TextChapter, number: number) => string;
  /** Notes are `span.footnote` at their call, or behind their chapter where the tool knows no footnotes. */
  readonly notes: 'foot' | 'chapter';
}

/** Writes a text as one HTML file, `book.html`, with its pictures beside it. */
export async function writeHtml(text: Text, folder: string, dialect: HtmlDialect): Promise<void> {
  const chapters = text.chapters.map(
    ({ title, blocks }, index) =>
      `<section class="chapter" id="c${index + 1}">\n<h1>${title}</h1>\n${body(blocks, dialect)}\n</section>`,
  );
  const entries = text.chapters.map(({ title }, index) => `<li><a href="#c${index + 1}">${title}</a></li>`);
  const more = dialect.chapterCss
    ? text.chapters.map((chapter, index) => dialect.chapterCss?.(chapter, index + 1)).join('\n')
    : '';
  const html = `<!doctype html>
<html lang="${text.language}">
<head><meta charset="utf-8"><title>${text.title}</title>
<style>${sharedCss}${dialect.css}${more}</style></head>
<body>
<div class="title">${text.title}</div>
<nav class="contents"><h2>目录</h2><ol>\n${entries.join('\n')}\n</ol></nav>
${chapters.join('\n')}
</body></html>
`;
  await writeFiles(folder, new Map<string, string | Uint8Array>([['book.html', html], ...text.pictures]));
}

function body(blocks: readonly Block[], { notes }: HtmlDialect): string {
  const behind: string[] = [];
  const parts = blocks.map((block) => {
    if (block.kind !== 'paragraph') return blockHtml(block);
    if (block.note === undefined) return `<p>${block.text}</p>`;
    if (notes === 'foot') return `<p>${block.text}<span class="footnote">${block.note}</span></p>`;
    behind.push(block.note);
    return `<p>${block.text}<sup>${behind.length}</sup></p>`;
  });
  const list = behind.map((note) => `<li>${note}</li>`);
  return [...parts, ...(list.length > 0 ? [`<ol class="notes">${list.join('\n')}</ol>`] : [])].join('\n');
}

function blockHtml(block: Exclude<Block, { kind: 'paragraph' }>): string {
  switch (block.kind) {
    case 'section':
      return `<h2>${block.title}</h2>`;
    case 'figure':
      return `<figure><img src="${block.picture}" alt="${block.caption}"><figcaption>${block.caption}</figcaption></figure>`;
    case 'table': {
      const [head = '', ...rows] = block.rows.map((cells, row) => {
        const tag = row === 0 ? 'th' : 'td';
        return `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
      });
      return `<table><thead>${head}</thead><tbody>${rows.join('\n')}</tbody></table>`;
    }
  }
}

/** The size and margins of a page, for a rule `@page`. */
export const pageSizeCss = `@page { size: ${page.width}mm ${page.height}mm; margin: ${page.top}mm ${page.outer}mm ${page.bottom}mm ${page.inner}mm; }
@page :left { margin-left: ${page.outer}mm; margin-right: ${page.inner}mm; }
`;

/** Type of running heads and folios, which stand at the outer edge. */
export const headTypeCss = `@page { @top-left { font-size: 8.5pt; } @top-right { font-size: 8.5pt; } @bottom-left { font-size: 9pt; } @bottom-right { font-size: 9pt; } }
`;

/** Running heads by `string-set` and folios in margin boxes (CSS Paged Media, CSS GCPM). */
export const stringHeadCss = (title: string): string => `h1 { string-set: chapter content(text); }
@page :left { @top-left { content: "${title}"; } @bottom-left { content: counter(page); } }
@page :right { @top-right { content: string(chapter); } @bottom-right { content: counter(page); } }
${headTypeCss}`;

/** Page numbers in the contents by `target-counter`. */
export const targetCounterCss = `.contents a::after { content: target-counter(attr(href), page); float: right; }
`;

/** Notes at the foot of the page. */
export const footnoteCss = `.footnote { float: footnote; font-size: 8.5pt; line-height: 13.5pt; text-indent: 0; }
@page { @footnote { border-top: 0.5pt solid; padding-top: 4pt; margin-top: 4pt; } }
`;

/** What Banxin's theme shu says of such text, as far as a browser has to do with it. */
const sharedCss = `
html { font-size: ${page.size}pt; }
body { margin: 0; font: ${page.size}pt/${page.line}pt "${family}"; text-align: justify; line-break: strict;
  overflow-wrap: anywhere; text-spacing-trim: space-first; text-autospace: normal; text-wrap: pretty; widows: 2; orphans: 2; }
p { margin: 0; text-indent: 2em; }
.chapter, .contents { break-before: page; }
h1 { margin: 0; box-sizing: border-box; height: ${page.openingLines * page.line}pt; padding-top: ${3 * page.line}pt;
  font-size: ${page.titleSize}pt; line-height: ${1.5 * page.line}pt; font-weight: 900; text-align: center; text-indent: 0; break-after: avoid; }
h2 { margin: ${1.25 * page.line}pt 0 ${0.75 * page.line}pt; font-size: 11.5pt; line-height: ${page.line}pt; font-weight: 700; break-after: avoid; }
.title { padding-top: 90pt; font-size: 26pt; line-height: 40pt; font-weight: 900; text-align: center; }
.contents h2 { margin: 0; height: ${4 * page.line}pt; text-align: center; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents a { color: inherit; text-decoration: none; display: block; }
figure { margin: ${page.line}pt 0; text-align: center; break-inside: avoid; }
figure img { display: block; width: 100%; }
figcaption { font-size: 9pt; line-height: ${0.75 * page.line}pt; }
table { width: 100%; margin: ${page.line}pt 0; border-collapse: collapse; font-size: 9pt; border-top: 0.75pt solid; border-bottom: 0.75pt solid; }
thead { border-bottom: 0.5pt solid; }
th, td { text-align: left; padding: 0 0.5em; }
tr { break-inside: avoid; }
sup { font-size: 0.7em; line-height: 0; }
.notes { font-size: 8.5pt; line-height: ${0.75 * page.line}pt; padding-left: 1.5em; }
`;
