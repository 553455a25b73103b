import { join } from 'node:path';
import { diagnose } from '../../../diagnostics/catalogue.js';
import { packageRoot } from '../../../files/package-root.js';
import { kindOf, listFolder, readOwnText } from '../../../files/read.js';
import { nearest } from '../../../model/nearest.js';
import { failure, hasErrors, type Outcome, success } from '../../../model/outcome.js';
import type { CitationStyle } from '../citation.js';
import { styleFaults } from './style-faults.js';

export const stylesFolder: string = join(packageRoot, 'styles', 'csl');

/** The style of books in a language that name none: GB/T 7714—2015 by numbers for Chinese, else author and year. */
export function defaultStyle(language: string): string {
  return /^zh\b/i.test(language) ? 'gb-t-7714-2015-numeric' : 'author-date';
}

/** Reads a style that Banxin ships, by its name. */
export async function shippedStyle(name: string): Promise<Outcome<CitationStyle>> {
  const file = join(stylesFolder, `${name}.csl`);
  if (/^[\w-]+$/.test(name) && (await kindOf(file)) === 'file')
    return readStyle({ file: name, text: await readOwnText(file) });
  const known = (await listFolder(stylesFolder)).flatMap((entry) => /^(.+)\.csl$/.exec(entry)?.[1] ?? []);
  return failure([
    diagnose('citation-style-unknown', { name, nearest: nearest(name, known), known: known.join(', ') }),
  ]);
}

/** Reads a style of the book's own. Whether it can be carried out shows only when it is (`formatCitations`). */
export function readStyle({
  file,
  text,
}: {
  readonly file: string;
  readonly text: string;
}): Outcome<CitationStyle> {
  const bare = text.replace(/<!--[\s\S]*?-->/g, '');
  const opening = /<style\b[^>]*>/.exec(bare)?.[0];
  const parent = /<link\b[^>]*\brel="independent-parent"[^>]*>/.exec(bare)?.[0];
  if (opening && parent) {
    const name = attribute(parent, 'href') ?? '';
    return failure([diagnose('citation-style-dependent', { file, parent: name }, { file })]);
  }
  const citation = /<citation\b[\s\S]*<\/citation>/.exec(bare)?.[0];
  if (!opening || !citation) return failure([diagnose('citation-style-not-csl', { file }, { file })]);
  const faults = styleFaults(file, text);
  if (hasErrors(faults)) return failure(faults);
  const language = attribute(opening, 'default-locale');
  const style: CitationStyle = {
    file,
    text,
    isNote: attribute(opening, 'class') === 'note',
    isNumeric:
      /<category\b[^>]*\bcitation-format="numeric"/.test(bare) || citation.includes('"citation-number"'),
    joinsPairs: /\bcollapse="citation-number"/.test(citation) && /^zh\b/i.test(language ?? ''),
    setsLocators: /\bvariable="(?:[^"]*\s)?locator(?:\s[^"]*)?"/.test(bare),
    ...(language !== undefined && { language }),
    layouts: [...bare.matchAll(/<layout\b[^>]*\blocale="([^"]*)"/g)].flatMap(([, tags = '']) =>
      tags.toLowerCase().split(/\s+/),
    ),
  };
  return success(style, faults);
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}
