import { join } from 'node:path';
import Mustache from 'mustache';
import { packageRoot } from '../../files/package-root.js';
import { readOwnText } from '../../files/read.js';
import { hashSource } from '../../normalize/review/review-page.js';

const folder = join(packageRoot, 'templates', 'preview');

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
  const read = (name: string): Promise<string> => readOwnText(join(folder, name));
  const [page = '', words = '', ...sheets] = await Promise.all(
    ['page.html', 'words.json', 'preview.css', 'ebook.css'].map(read),
  );
  const css = sheets.join('\n');
  const parts = await Promise.all(scripts.map((name) => read(`scripts/${name}.js`)));
  const script = `(() => {\n'use strict';\n${parts.join('\n')}\n})();\n`;
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
    html: Mustache.render(page, { css, script, policy, words: words.replace(/</g, '\\u003c') }),
    policy,
  };
}
