import Mustache from 'mustache';
import { sha256 } from '../../files/read.js';
import type { ReviewWithText } from './make-review.js';
import { type PageWords, pageReview, pageText } from './page-data.js';
import { plainChapters, plainItems } from './plain-page.js';

/** The parts that the page is made of, as they lie in `templates/review/`. */
export interface ReviewTemplates {
  /** Mustache. */
  readonly html: string;
  readonly css: string;
  readonly script: string;
  /** JSON: words of the page by language and key. */
  readonly words: string;
}

/** Whether the page writes to a server, or collects what is to be written. */
export type PageMode = 'served' | 'static';

/**
 * The page of a review as HTML that asks nothing of any network. All text of the manuscript is data in
 * it, never markup; its policy lets no script or style run but its own. The same review gives the same bytes.
 */
export function reviewPage(templates: ReviewTemplates, made: ReviewWithText, mode: PageMode): string {
  const { html, css, script } = templates;
  const words: PageWords = JSON.parse(templates.words);
  const review = pageReview(made);
  const text = mode === 'static' ? pageText(made) : undefined;
  return Mustache.render(html, {
    ...{ css, script, policy: pagePolicy(templates, mode) },
    title: review.title,
    file: review.file,
    language: review.language,
    words: island(words),
    data: island({ mode, review, ...(text && { text }) }),
    items: plainItems(review, words),
    chapters: plainChapters(review),
  });
}

/** The content security policy of the page: its own script and style, and its own server if it has one. */
export function pagePolicy({ css, script }: Pick<ReviewTemplates, 'css' | 'script'>, mode: PageMode): string {
  return [
    "default-src 'none'",
    `script-src '${hashSource(script)}'`,
    `style-src '${hashSource(css)}'`,
    // The empty icon, so that no browser asks a server for one.
    'img-src data:',
    `connect-src ${mode === 'served' ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A script or style as a content security policy names it (CSP 3, section 2.3.1). */
export function hashSource(text: string): string {
  return `sha256-${Buffer.from(sha256(text), 'hex').toString('base64')}`;
}

/** Data inside a script element: nothing in it can end the element or the line. */
function island(data: unknown): string {
  return JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
