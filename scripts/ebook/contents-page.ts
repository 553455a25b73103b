import { contentsFile, fromText } from './file-names.js';
import type { PackageMetadata } from './metadata.js';
import type { Entry } from './navigation.js';
import { type Page, pageStyleSheet } from './page.js';
import type { PageBreak, PlacedBreak } from './page-breaks.js';
import type { Words } from './words.js';

/** An entry as the page's template reads it. */
interface ListedEntry {
  readonly title: string;
  readonly href: string;
  /** Marks of the pages of the printed contents that begin with this entry. */
  readonly breaks: readonly PageBreak[];
  readonly children: readonly ListedEntry[];
}

/** The contents as a page that is read in its turn, as the printed book has one. */
export function contentsPage(
  entries: readonly Entry[],
  { language }: PackageMetadata,
  words: Words,
  breaks: readonly PlacedBreak[],
): Page {
  const ids = new Set(idsOf(entries));
  const isInside = ({ firstTarget }: PlacedBreak, index: number): boolean =>
    index > 0 && firstTarget !== undefined && ids.has(firstTarget);
  const inside = breaks.filter(isInside);
  return {
    file: contentsFile,
    page: {
      kind: 'contents',
      language,
      title: words.contents,
      styleSheet: pageStyleSheet,
      division: 'frontmatter',
      breaks: breaks.filter((mark, index) => !isInside(mark, index)),
      entries: entries.map((entry) => listed(entry, inside)),
    },
    body: '',
    breaks,
    properties: [],
  };
}

function listed({ id, title, href, children }: Entry, breaks: readonly PlacedBreak[]): ListedEntry {
  return {
    title,
    href: fromText(href),
    breaks: breaks.filter(({ firstTarget }) => firstTarget === id),
    children: children.map((child) => listed(child, breaks)),
  };
}

function idsOf(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ id, children }) => [id, ...idsOf(children)]);
}
