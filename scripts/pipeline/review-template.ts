import type { ReviewWithText } from '../normalize/review/make-review.js';
import { type ReviewTemplates, reviewPage } from '../normalize/review/review-page.js';
import { readPageParts } from './page-parts.js';

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
  loaded ??= readPageParts('review', { sheets: ['review.css'], scripts });
  return loaded;
}

/** The page that lies beside the raw text and is read without a server. */
export async function staticPage(made: ReviewWithText): Promise<string> {
  return reviewPage(await loadReviewTemplates(), made, 'static');
}
