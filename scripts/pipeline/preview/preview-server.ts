import { resolve } from 'node:path';
import { displayPath } from '../../files/display-path.js';
import type { Diagnostic, Place } from '../../model/diagnostic.js';
import type { ExtensionOptions } from '../../model/extension.js';
import type { Outcome } from '../../model/outcome.js';
import { toNote } from '../../normalize/review/page-data.js';
import { type Answer, type LocalServer, type NewsStream, serveLocally } from '../local-server.js';
import type { PreviewBook } from './preview-book.js';
import type { PreviewDesk } from './preview-desk.js';
import { getEbookFrame } from './preview-ebook-site.js';
import { editors } from './preview-editors.js';
import { decoded } from './preview-files.js';
import { readLook } from './preview-look.js';
import { PreviewReview } from './preview-review.js';
import { loadPreviewPage } from './preview-template.js';

const reviewFolder = 'review/';

/** Characters. */
const longestSought = 200;

/** The pages of a book run nothing and ask no one: only their own fonts and pictures. */
const framePolicy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'";

/** Serves the desk of the book in a folder on this machine until the signal says stop. Errors: `port-unavailable`. */
export async function servePreview(
  desk: PreviewDesk,
  book: { readonly folder: string; readonly options: ExtensionOptions },
  options: { readonly port?: number; readonly signal: AbortSignal },
): Promise<Outcome<LocalServer>> {
  const { html, policy } = await loadPreviewPage();
  const review = new PreviewReview(book.folder, book.options, (told) => desk.review(told));
  const site = {
    policy,
    get: (path: string, answer: Answer) => {
      if (path.startsWith(reviewFolder)) return review.get(path.slice(reviewFolder.length), answer);
      return path === '' ? answer.html(html) : get(path, desk, answer);
    },
    post: (path: string, json: unknown, answer: Answer) =>
      path.startsWith(reviewFolder)
        ? review.post(path.slice(reviewFolder.length), json, answer)
        : post(path, json, desk, answer),
    rest: () => review.rest(),
  };
  return serveLocally(site, options);
}

async function get(path: string, desk: PreviewDesk, answer: Answer): Promise<void> {
  const { book } = desk;
  if (path === 'state') return answer.json(stateOf(desk));
  if (path === 'news') return openNews(desk, answer);
  if (path === 'frame') return answer.html(frameOf(book), { policy: framePolicy, inFrame: true });
  if (path === 'pages.css') return answer.bytes(Buffer.from(book?.css ?? ''), 'text/css; charset=utf-8');
  if (path.startsWith('ebook/')) return getEbook(path, desk, answer);
  const [, pages = ''] = /^pages\/(\d{1,5}(?:\.\d{1,5}){0,63})$/.exec(path) ?? [];
  if (pages !== '') return answer.json(markupOf(book, pages.split('.').map(Number)));
  const [, name] = /^files\/(.+)$/.exec(path) ?? [];
  const file = name === undefined ? undefined : book?.files.get(decoded(name));
  return file ? answer.bytes(file.bytes, file.mediaType) : answer.refuse(404);
}

async function getEbook(path: string, { ebooks }: PreviewDesk, answer: Answer): Promise<void> {
  if (await getEbookFrame(path, answer)) return;
  const [, key = ''] = /^ebook\/([\da-f]{16})\.epub$/.exec(path) ?? [];
  const bytes = ebooks.bytesOf(key);
  return bytes ? answer.bytes(bytes, 'application/epub+zip') : answer.refuse(404);
}

function openNews(desk: PreviewDesk, answer: Answer): void {
  let end = (): void => undefined;
  const stream: NewsStream = answer.news(() => end());
  end = desk.listen((news) => stream.tell(news));
}

/** Everything but the pages' markup, which is fetched as it comes into sight. */
function stateOf({
  book,
  diagnostics,
  version,
  isStale,
  look,
  choices,
  hasReview,
  editor,
}: PreviewDesk): object {
  return {
    version,
    isStale,
    tried: look,
    hasReview,
    editors: editor?.name === 'own' ? [editor, ...editors] : editors,
    ...(editor && { editor: editor.name }),
    ...choices,
    diagnostics: diagnostics.map((diagnostic) => noteOf(diagnostic, book)),
    ...(book && {
      title: book.title,
      language: book.language,
      theme: book.theme,
      trim: book.trim,
      line: book.body.line,
      size: book.body.size,
      pages: book.pages,
      headings: book.headings,
    }),
  };
}

function noteOf(diagnostic: Diagnostic, book: PreviewBook | undefined): object {
  const { place } = diagnostic;
  const page = place && book?.pageOfPlace(place);
  return {
    ...toNote(diagnostic),
    ...(place && { source: sourceOf(place) }),
    ...(page !== undefined && { page }),
  };
}

/** A place as an editor opens it. */
function sourceOf({ file, line, column }: Place): object {
  return { path: resolve(file), shown: displayPath(file), line: line ?? 1, column: column ?? 1 };
}

function frameOf(book: PreviewBook | undefined): string {
  const language = (book?.language ?? 'en').replace(/[^\w-]/g, '');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><link rel="stylesheet" href="pages.css"></head><body></body></html>`;
}

function markupOf(book: PreviewBook | undefined, pages: readonly number[]): object {
  return {
    pages: pages.flatMap((page) => {
      const [markup, key] = [book?.markupOf(page), book?.pages[page]?.key];
      return markup === undefined ? [] : [{ key, markup }];
    }),
  };
}

/** A click: where the character was written, or the page that a link leads to; a search; another look; the wish to see the e-book. */
async function post(path: string, json: unknown, desk: PreviewDesk, answer: Answer): Promise<void> {
  const { book } = desk;
  const asked = typeof json === 'object' && json !== null ? json : {};
  if (path === 'ebook') return answer.json(await ebookOf(desk));
  if (path === 'place' && 'characters' in asked) {
    const characters = Number(asked.characters);
    const place =
      'file' in asked
        ? book?.ebook.placeOf(String(asked.file), characters)
        : 'page' in asked &&
          book?.placeOf(Number(asked.page), characters, 'note' in asked ? String(asked.note) : undefined);
    return answer.json({ source: place ? sourceOf(place) : null });
  }
  if (path === 'target' && 'id' in asked)
    return answer.json({ page: book?.pageOfId(String(asked.id)) ?? null });
  if (path === 'search' && 'text' in asked)
    return answer.json(book?.find(String(asked.text).slice(0, longestSought)) ?? { hits: [], count: 0 });
  if (path === 'try') {
    desk.try(readLook(asked, desk.choices));
    return answer.json({});
  }
  return answer.refuse(404);
}

/** The e-book of what is laid out now, by the key it is fetched with, and what was found in making it. */
async function ebookOf({ book, ebooks }: PreviewDesk): Promise<object> {
  if (!book) return { diagnostics: [], isStale: true };
  const { ebook, diagnostics, isStale } = await ebooks.open(book.ebook);
  return {
    isStale,
    diagnostics: diagnostics.map((diagnostic) => noteOf(diagnostic, book)),
    ...(ebook && { key: ebook.key }),
  };
}
