import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import type { Chapter, ChapterKind } from '../model/book.js';
import { kindClasses } from '../model/kind-classes.js';
import type { NoteStyle } from '../model/theme.js';
import { breakInlineCode } from '../theme/code-breaks.js';
import { setLineBreaks } from '../theme/line-breaks.js';
import { dotEmphasis } from './emphasis-dots.js';
import { setNotes } from './foot-notes.js';
import { breakHeading } from './heading-breaks.js';
import { origin } from './offline-page.js';
import { markLines } from './source-lines.js';
import { countColumns } from './wide-tables.js';
import { setZhuyin } from './zhuyin-columns.js';

/** Characters of a heading's phrase that surely fit in one line of any trim size. */
const longPhrase = 15;

/** Markup of one chapter for layout: its tree in a section, the opening (kicker, title, subtitle) as one block. */
export function chapterHtml(chapter: Chapter, bookLanguage: string, notes: NoteStyle): string {
  const section: Element = {
    type: 'element',
    tagName: 'section',
    properties: {
      id: chapter.id,
      className: ['chapter', chapter.matter, ...kindClasses(chapter.kind)],
      lang: chapter.language ?? bookLanguage,
    },
    children: arranged(structuredClone(chapter.tree), chapter.kind),
  };
  const language = chapter.language ?? bookLanguage;
  visit(section, 'element', (element) => {
    pointToAssets(element);
    if (/^(?:details|summary)$/.test(element.tagName)) layOpen(element);
    if (isDisplayed(element)) breakHeading(element, language, longPhrase);
  });
  breakInlineCode(section);
  dotEmphasis(section, language);
  setZhuyin(section);
  setNotes(section, chapter.notes, notes);
  setLineBreaks(section, language, 'characters');
  breakLongRuns(section);
  countColumns(section);
  markLines(section);
  return toHtml(section);
}

/** The opening and what follows it; what follows in an index stands in columns. */
function arranged(tree: Root, kind: ChapterKind | undefined): Element['children'] {
  const children = withOpening(tree);
  if (kind !== 'index') return children;
  const isOpening = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'header';
  const columns: Element = {
    type: 'element',
    tagName: 'div',
    properties: { className: ['columns'] },
    children: children.filter((node) => !isOpening(node)),
  };
  return [...children.filter(isOpening), columns];
}

/** More than forty characters without a space: an address, a line of code. */
const longRun = /([!-\u02af]{41,})/;

/**
 * Paged.js drops a line where a page ends inside one long word; with places to break, after every eighth
 * character, it does not.
 */
function breakLongRuns(section: Element): void {
  visit(section, 'text', (text, index, parent) => {
    if (!parent || index === undefined || !longRun.test(text.value)) return;
    const nodes = text.value
      .split(longRun)
      .flatMap((part) => (longRun.test(part) ? withBreaks(part) : [{ type: 'text' as const, value: part }]));
    parent.children.splice(index, 1, ...nodes);
    return index + nodes.length;
  });
}

function withBreaks(run: string): Element['children'] {
  return (run.match(/.{1,8}/gs) ?? []).flatMap((value): Element['children'] => [
    { type: 'text', value },
    { type: 'element', tagName: 'wbr', properties: {}, children: [] },
  ]);
}

/** What a reader opens on a screen stands open on paper. */
function layOpen(element: Element): void {
  const { className = [] } = element.properties;
  element.properties.className = [...(Array.isArray(className) ? className : []), element.tagName];
  element.tagName = 'div';
}

/** Text set large or short, where the lines' ends are seen: headings, kickers, subtitles. */
function isDisplayed(element: Element): boolean {
  const { className } = element.properties;
  const isBlock =
    Array.isArray(className) && (className.includes('kicker') || className.includes('subtitle'));
  return isBlock || /^h[1-3]$/.test(element.tagName);
}

function pointToAssets(element: Element): void {
  const { src } = element.properties;
  if (element.tagName === 'img' && typeof src === 'string') {
    element.properties.src = assetUrl(src);
  }
}

/** Where the browser finds an asset of the book, by its path in the book folder. */
export function assetUrl(path: string): string {
  return `${origin}/assets/${path.split('/').map(encodeURIComponent).join('/')}`;
}

const openingClasses = new Set(['kicker', 'subtitle', 'dateline', 'epigraph']);

/** Wraps what stands around the level-1 heading at the chapter's start, so that a theme can give it whole lines. */
function withOpening(tree: Root): Element['children'] {
  const nodes = tree.children.filter(
    (node): node is Exclude<RootContent, { type: 'doctype' }> => node.type !== 'doctype',
  );
  let end = 0;
  let hasTitle = false;
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'text' && node.value.trim() === '') continue;
    if (node.type !== 'element') break;
    const isTitle: boolean = node.tagName === 'h1' && !hasTitle;
    if (!isTitle && !hasOpeningClass(node)) break;
    hasTitle ||= isTitle;
    end = index + 1;
  }
  if (!hasTitle) return nodes;
  const opening: Element = {
    type: 'element',
    tagName: 'header',
    properties: { className: ['opening'] },
    children: nodes.slice(0, end),
  };
  return [opening, ...nodes.slice(end)];
}

function hasOpeningClass(element: Element): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.some((name) => openingClasses.has(String(name)));
}
