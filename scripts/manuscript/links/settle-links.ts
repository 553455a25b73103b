import { posix } from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import { kindOfId } from '../constructs/labels.js';
import type { Findings } from '../findings.js';
import type { Anchors } from '../ids/chapter-anchors.js';
import { percentDecoded } from './percent-decoded.js';

/** A chapter as links see it. */
export interface LinkTarget {
  readonly id: string;
  readonly anchors: Anchors;
}

/** Where links of one chapter may lead. */
export interface LinkContext {
  /** POSIX path of the chapter inside the book's folder. */
  readonly path: string;
  readonly self: LinkTarget;
  /** All chapters of the book by their paths. */
  readonly chapters: ReadonlyMap<string, LinkTarget>;
  readonly findings: Findings;
}

/**
 * Rewrites a chapter's links in place: those between chapters to the book-unique ids of their targets, web and
 * mail links as they are. A link that leads nowhere, or may not stand in a book, is reported and leaves its text.
 */
export function settleLinks(root: Root, context: LinkContext): void {
  root.children = root.children.flatMap((child): Root['children'] =>
    child.type === 'element' ? settleIn(child, context, 1) : [child],
  );
}

function settleIn(element: Element, context: LinkContext, line: number): ElementContent[] {
  const here = element.position?.start.line ?? line;
  element.children = element.children.flatMap((child) =>
    child.type === 'element' ? settleIn(child, context, here) : [child],
  );
  const href = element.properties.href;
  // Links with a role are the calls of notes, which Banxin made itself.
  if (element.tagName !== 'a' || href === undefined || element.properties.role !== undefined)
    return [element];
  if (holdsLink(element)) {
    context.findings.report('link-in-link', { href: String(href) }, here);
    return element.children;
  }
  const isReference = element.children.length === 0 && String(href).startsWith('#');
  const settled = settle(String(href), context, here, isReference ? 'reference-broken' : 'link-broken');
  if (settled === undefined) return wordsLeft(element);
  element.properties.href = settled;
  return [element];
}

/** A link without words leaves what it asked for, so that the place is found on the page too. */
function wordsLeft({ children, properties }: Element): ElementContent[] {
  return children.length > 0
    ? children
    : [{ type: 'text', value: String(properties.href).replace(/^#/, '@') }];
}

function holdsLink(element: Element): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (child.tagName === 'a' || holdsLink(child)),
  );
}

function settle(
  href: string,
  context: LinkContext,
  line: number,
  fault: 'link-broken' | 'reference-broken',
): string | undefined {
  const scheme = /^\s*([A-Za-z][A-Za-z0-9+.-]*):/.exec(href)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https' || scheme === 'mailto') return webLink(href, context, line);
  if (scheme !== undefined || href.startsWith('//')) {
    context.findings.report('link-refused', { href: shorten(href), scheme: scheme ?? '//' }, line);
    return undefined;
  }
  const [path = '', ...rest] = href.split('#');
  const fragment = percentDecoded(rest.join('#'));
  const target = path === '' ? context.self : chapterAt(percentDecoded(path), context);
  const id =
    fragment === '' ? target?.id : (target?.anchors.find(fragment) ?? elsewhere(path, fragment, context));
  if (id !== undefined && href !== '') return `#${id}`;
  context.findings.report(fault, { href: percentDecoded(shorten(href)) }, line);
  return undefined;
}

/** An id that another chapter has, and no second one, needs no file before it; a label has one place in the book. */
function elsewhere(path: string, fragment: string, { chapters }: LinkContext): string | undefined {
  if (path !== '') return undefined;
  const found = [...chapters.values()].flatMap(({ anchors }) => anchors.named(fragment) ?? []);
  return found.length === 1 || kindOfId(fragment) ? found[0] : undefined;
}

function chapterAt(path: string, context: LinkContext): LinkTarget | undefined {
  const file = posix.join(posix.dirname(context.path), path);
  return pagesOf(file)
    .map((own) => context.chapters.get(own))
    .find((target) => target !== undefined);
}

/** The file itself, or the one of which a web page was made: `a.html` of `a.md`, `index.html` of `README.md`. */
function pagesOf(file: string): readonly string[] {
  if (!/\.html?$/i.test(file)) return [file];
  const stem = file.replace(/\.html?$/i, '');
  return [
    file,
    `${stem}.md`,
    ...(posix.basename(stem) === 'index' ? [posix.join(posix.dirname(stem), 'README.md')] : []),
  ];
}

/** A web address in the letters that XHTML allows in one (RFC 3986). */
function webLink(href: string, context: LinkContext, line: number): string | undefined {
  if (URL.canParse(href)) return /^[!#$%&'()*+,\-./:;=?@\w~[\]]+$/.test(href) ? href : new URL(href).href;
  context.findings.report('link-broken', { href: shorten(href) }, line);
  return undefined;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
