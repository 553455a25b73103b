import type { NumberedPage, PaginatedBook } from '../model/pages.js';

/**
 * All pages of the book as one document to print. What depends on a page's place (side, running heads,
 * folio) is set here, so that a laid-out chapter can be used wherever it comes to stand.
 */
export function joinPages(
  book: PaginatedBook,
  head: { language: string; title: string; fontCss: string },
): string {
  const pages = book.pages.map(pageMarkup).join('\n');
  return `<!doctype html>
<html lang="${escapeAttribute(head.language)}">
<head>
<meta charset="utf-8">
<title>${escapeText(head.title)}</title>
<style>${head.fontCss}</style>
<style>${book.css.replaceAll('</', '<\\/')}</style>
</head>
<body><div class="pagedjs_pages">
${pages}
</div></body>
</html>
`;
}

function pageMarkup(page: NumberedPage): string {
  const side = page.side === 'recto' ? 'pagedjs_right_page' : 'pagedjs_left_page';
  const classes = [...(page.content?.classes ?? ['pagedjs_page', 'pagedjs_blank_page']), side];
  const heads =
    `--head-verso:${cssString(page.heads.verso)};--head-recto:${cssString(page.heads.recto)};` +
    `--folio:${cssString(page.label)};`;
  const style = `${page.content?.style ?? ''};${heads}`;
  const inner = page.content?.html ?? '<div class="pagedjs_sheet"></div>';
  return `<div class="${classes.join(' ')}" style="${escapeAttribute(style)}">${inner}</div>`;
}

/** A CSS string: quotes and backslashes escaped (CSS Syntax 3, section 4.3.5). */
function cssString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/[\n\r\f]/g, ' ')}"`;
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
