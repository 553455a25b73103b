import { join } from 'node:path';
import { packageRoot } from '../files/package-root.js';
import { readOwnText } from '../files/read.js';
import type { ReviewWithText } from '../normalize/review/make-review.js';
import { type ReviewTemplates, reviewPage } from '../normalize/review/review-page.js';

const folder = join(packageRoot, 'templates', 'review');

/** The scripts of the page in the order in which they are run, as one. */
const scripts = [
  'words',
  'elements',
  'store',
  'pages',
  'decisions',
  'previews',
  'items',
  'item-view',
  'place-list',
  'chapter-table',
  'reading-text',
  'reading-menu',
  'reading-view',
  'reading-inspector',
  'reading-doubts',
  'reading-caret',
  'keys',
  'start',
];

let loaded: Promise<ReviewTemplates> | undefined;

/** The parts of the review's page, read once. They are Banxin's own: a book brings none. */
export function loadReviewTemplates(): Promise<ReviewTemplates> {
  loaded ??= readTemplates();
  return loaded;
}

async function readTemplates(): Promise<ReviewTemplates> {
  const read = (name: string): Promise<string> => readOwnText(join(folder, name));
  const [html, css, words] = await Promise.all(['page.html', 'review.css', 'words.json'].map(read));
  const parts = await Promise.all(scripts.map((name) => read(`scripts/${name}.js`)));
  const script = `(() => {\n'use strict';\n${parts.join('\n')}\n})();\n`;
  return { html: html ?? '', css: css ?? '', words: words ?? '', script };
}

/** The page that lies beside the raw text and is read without a server. */
export async function staticPage(made: ReviewWithText): Promise<string> {
  return reviewPage(await loadReviewTemplates(), made, 'static');
}
