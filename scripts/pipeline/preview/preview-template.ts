import Mustache from 'mustache';
import { hashSource } from '../../normalize/review/review-page.js';
import { readPageParts } from '../page-parts.js';

const sheets = ['preview.css', 'ebook.css'];

/** The scripts of the page in the order in which they are run, as one. */
const scripts = [
  'words',
  'sheets',
  'place',
  'search',
  'thumbs',
  'look',
  'review',
  'panels',
  'findings',
  'help',
  'source',
  'ebook-manner',
  'ebook-place',
  'ebook-source',
  'ebook-notes',
  'ebook-reader',
  'ebook',
  'keys',
  'start',
];

/** The page of the preview, and the content security policy that lets no script or style run but its own. */
export async function loadPreviewPage(): Promise<{ readonly html: string; readonly policy: string }> {
  const { html, css, words, script } = await readPageParts('preview', { sheets, scripts });
  const policy = [
    "default-src 'none'",
    `script-src '${hashSource(script)}'`,
    `style-src '${hashSource(css)}'`,
    'img-src data:',
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return {
    html: Mustache.render(html, { css, script, policy, words: words.replace(/</g, '\\u003c') }),
    policy,
  };
}
