import type { BookMeta } from '../model/book.js';
import { imprintOf } from '../theme/leaves/imprint.js';
import { dedicationFile, epigraphFile, imprintFile } from './file-names.js';
import type { PackageMetadata } from './metadata.js';
import { type Page, type PageFields, type PageKind, pageStyleSheet } from './page.js';
import type { PageBreak } from './page-breaks.js';
import type { Words } from './words.js';

/** Dedication and epigraph of `book.yaml`, each on a page of its own; none where it has none. */
export function leafPages(
  meta: BookMeta,
  metadata: PackageMetadata,
  words: Words,
  breaksOf: (part: string) => readonly PageBreak[],
): readonly Page[] {
  const { dedication, epigraph } = meta;
  const page = (kind: PageKind, file: string, title: string, fields: object) =>
    madePage(file, { kind, title, division: 'frontmatter', ...fields }, metadata, breaksOf(kind));
  return [
    ...(dedication
      ? [page('dedication', dedicationFile, words.dedication, { groups: groupsOf(dedication) })]
      : []),
    ...(epigraph
      ? [
          page('epigraph', epigraphFile, words.epigraph, {
            groups: groupsOf(epigraph.lines),
            source: epigraph.source,
          }),
        ]
      : []),
  ];
}

/** The imprint, the last page of an e-book: a reader gets to the text the sooner. It has no barcode. */
export function imprintPage(
  meta: BookMeta,
  metadata: PackageMetadata,
  words: Words,
  characters: number,
  breaks: readonly PageBreak[],
): Page {
  const imprint = imprintOf(meta, { characters });
  const fields = { kind: 'imprint', title: words.imprint, division: 'backmatter', imprint } as const;
  return madePage(imprintFile, fields, metadata, breaks);
}

type OwnFields = Pick<PageFields, 'kind' | 'title' | 'division'> & Readonly<Record<string, unknown>>;

function madePage(
  file: string,
  fields: OwnFields,
  { language }: PackageMetadata,
  breaks: readonly PageBreak[],
): Page {
  const page = { language, styleSheet: pageStyleSheet, ...fields, breaks };
  return { file, page, body: '', breaks, properties: [] };
}

/** An empty line parts paragraphs. */
function groupsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  return groups.filter((group) => group.length > 0);
}
