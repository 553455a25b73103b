import type { Element, Root } from 'hast';
import type { Chapter, ChapterKind, ChapterSource, Heading, Matter } from '../../model/book.js';
import { canonicalLanguage } from '../book-file/language-tag.js';
import type { BookSchema, FrontMatter } from '../book-file/schema.js';
import type { CitationSetup } from '../constructs/citations.js';
import { constructs } from '../constructs/constructs.js';
import type { Variables } from '../constructs/variables.js';
import type { Findings } from '../findings.js';
import { partZhuyin } from '../html/part-zhuyin.js';
import { placeElements } from '../html/place-elements.js';
import { renameElements } from '../html/rename-elements.js';
import { writeQuotes } from '../html/write-quotes.js';
import { type Anchors, giveIds } from '../ids/chapter-anchors.js';
import type { IdRegistry } from '../ids/id-registry.js';
import { reportUnusedDefinitions } from '../links/unused-definitions.js';
import { chapterTree } from '../tree/chapter-tree.js';
import { reportFenceLines } from '../tree/fence-lines.js';
import { type FoundHeading, findHeadings, markGaps } from '../tree/headings.js';
import { joinLines } from '../tree/join-lines.js';
import { markWishes } from '../tree/letters.js';
import { linkNotes, placeNotes } from '../tree/notes-section.js';
import { freeBlocks } from '../tree/paragraphs.js';
import { markPictures } from '../tree/pictures.js';
import type { ChapterFile } from './chapter-list.js';
import type { ChapterParser } from './chapter-parser.js';
import { codeOf, controlIn } from './chapter-text.js';
import { reportDirectionControls } from './direction-controls.js';
import { partFrontMatter } from './front-matter.js';
import { type ChapterPiece, splitAtTitles } from './split-at-titles.js';
import { chapterTitle, checkHeadings } from './title.js';

/** What a chapter is parsed with. */
export interface ParseContext {
  readonly id: string;
  /** The book's language. */
  readonly language: string;
  readonly schema: BookSchema;
  readonly registry: IdRegistry;
  readonly findings: Findings;
  readonly source: ChapterSource;
  readonly variables: Variables;
  /** Nothing where the book has no library. */
  readonly citations?: CitationSetup;
}

/** A chapter all but its links and images, which need the other chapters and the disk. */
export interface ParsedChapter {
  readonly chapter: Chapter;
  readonly anchors: Anchors;
  readonly findings: Findings;
}

/** Loads what constructs need for these texts; comes before any of them is parsed. */
export async function prepareConstructs(texts: readonly string[]): Promise<void> {
  await Promise.all(constructs.map(({ prepare }) => prepare?.(texts)));
}

/**
 * From a file's text to the trees of its chapters, one for each level-1 heading: the steps in order. Changes nothing but
 * the trees that it makes.
 */
export function parseChapters(
  parser: ChapterParser,
  file: ChapterFile,
  text: string,
  context: ParseContext,
): readonly ParsedChapter[] {
  const { schema, findings } = context;
  const { frontMatter, markdown } = partFrontMatter(text, schema, findings);
  const parsed = parser.parse(markdown, { variables: context.variables, citations: context.citations });
  const { root, notes, targets } = chapterTree(parsed, findings, parser.readers);
  reportFenceLines(parsed.tokens, findings);
  reportUnusedDefinitions(markdown.split('\n'), parsed, targets, findings);
  reportDirectionControls(text, root, findings);
  if (!hasContent(root)) findings.report('chapter-empty', {});
  const pieces = splitAtTitles(root, notes);
  const slugCounts = new Map<string, number>();
  return pieces.map((piece, index) => {
    const id = index === 0 ? context.id : context.registry.claim(`${context.id}-${index + 1}`);
    return parsePiece(piece, file, frontMatter, { ...context, id, slugCounts, parser });
  });
}

function parsePiece(
  { root, notes: called }: ChapterPiece,
  file: ChapterFile,
  frontMatter: FrontMatter,
  context: ParseContext & { readonly slugCounts: Map<string, number>; readonly parser: ChapterParser },
): ParsedChapter {
  const { id, registry, findings } = context;
  const language =
    frontMatter.lang === undefined
      ? context.language
      : (canonicalLanguage(frontMatter.lang) ?? context.language);
  const placed = placeNotes(root, called);
  for (const { tree } of context.parser.constructs) tree?.(root, { findings, language });
  renameElements(root, findings);
  placeElements(root, findings);
  // A body that was made for stray text may stand behind the foot of its table.
  renameElements(root, findings);
  freeBlocks(root);
  joinLines(root, language);
  writeQuotes(root, language);
  partZhuyin(root);
  const found = findHeadings(root);
  const title = hasContent(root)
    ? chapterTitle(found, frontMatter, file.path, findings)
    : (frontMatter.title ?? '');
  checkHeadings(found, frontMatter.title !== undefined, findings);
  const anchors = giveIds(root, found, id, registry, findings, context.slugCounts);
  const notes = linkNotes(placed, id, registry);
  for (const { element } of found) markGaps(element, language);
  markPictures(root);
  markWishes(root);
  reportDamage(root, findings);
  const chapter: Chapter = {
    id,
    title,
    tree: root,
    headings: found.map(toHeading),
    notes,
    ...said(frontMatter, file, context.language),
    source: context.source,
  };
  return { chapter, anchors, findings };
}

/** Where a chapter of a kind stands if nobody says. */
const matterOfKind: Readonly<Record<ChapterKind, Matter>> = {
  dedication: 'front',
  epigraph: 'front',
  chapter: 'body',
  part: 'body',
  endnotes: 'back',
  bibliography: 'back',
  index: 'back',
  colophon: 'back',
};

/** What front matter says of a chapter; it wins over `book.yaml`. */
function said(
  frontMatter: FrontMatter,
  file: ChapterFile,
  bookLanguage: string,
): Pick<Chapter, 'matter' | 'kind' | 'shortTitle' | 'language'> {
  const shortTitle = frontMatter['short-title'];
  const language = frontMatter.lang === undefined ? undefined : canonicalLanguage(frontMatter.lang);
  const { kind } = frontMatter;
  return {
    matter: frontMatter.matter ?? file.matter ?? matterOfKind[kind ?? 'chapter'],
    ...(kind !== undefined && { kind }),
    ...(shortTitle !== undefined && { shortTitle: shortTitle.trim() }),
    ...(language !== undefined && language !== bookLanguage && { language }),
  };
}

function toHeading({ element, depth, text, line }: FoundHeading): Heading {
  return { id: String(element.properties.id), depth, text, line };
}

function hasContent(parent: Root | Element): boolean {
  return parent.children.some((child) => {
    if (child.type === 'text') return child.value.trim() !== '';
    return child.type === 'element' && (child.tagName === 'img' || hasContent(child));
  });
}

/**
 * Reports control characters that came in by references such as `&#x1;` (those in the file were found before), and
 * U+FFFD, which stands where an earlier program could not read a character.
 */
function reportDamage(parent: Root | Element, findings: Findings, line = 1): void {
  for (const child of parent.children) {
    if (child.type === 'element') reportDamage(child, findings, child.position?.start.line ?? line);
    if (child.type !== 'text') continue;
    const control = controlIn(child.value);
    if (control !== undefined) findings.report('control-character', { character: codeOf(control) }, line);
    if (child.value.includes('\ufffd')) findings.report('replacement-character', {}, line);
  }
}
