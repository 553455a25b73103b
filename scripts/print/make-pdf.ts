import { sha256 } from '../files/read.js';
import type { Artifact } from '../model/artifact.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { PaginatedBook } from '../model/pages.js';
import type { BrowserSession } from './browser-session.js';
import { finishPdf } from './finish-pdf.js';
import { fontCss } from './font-css.js';
import { joinPages } from './join-pages.js';
import { assetFiles, type PrintInput } from './paginate.js';
import { printPages } from './print-pages.js';

/** Prints the joined pages once and finishes the file. */
export async function makePdf(
  session: BrowserSession,
  input: PrintInput,
  paginated: PaginatedBook,
  modified: Date,
): Promise<Outcome<Artifact>> {
  const { meta } = input.book;
  const { css, files } = fontCss(input.fonts);
  const html = joinPages(paginated, { language: meta.language, title: meta.title, fontCss: css });
  const printed = await printPages(session, html, new Map([...files, ...assetFiles(input.assets)]));
  if (!printed.value) return failure(printed.diagnostics);
  const headings = input.book.chapters.flatMap((chapter) => chapter.headings.map((heading) => heading.text));
  const bytes = await finishPdf(
    printed.value,
    meta,
    headings,
    paginated.pages,
    input.trim,
    modified,
    sha256(`${session.version}\n${html}`),
  );
  return success({ kind: 'pdf', fileName: `${meta.id}.pdf`, bytes }, printed.diagnostics);
}
