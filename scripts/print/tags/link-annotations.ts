import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { BrowserLink } from './browser-tags.js';
import { linkDescription } from './link-words.js';
import { hasClass, type MarkupElement, textOf } from './page-markup.js';

/** A link of a page as the file has it: a rectangle that leads somewhere. */
export interface LinkAnnotation {
  readonly ref: PDFRef;
  /** `#id` or an address. */
  readonly target: string;
}

/** The links of a page (ISO 32000-1, section 12.5.6.5). */
export function linkAnnotationsOf(pdf: PDFDocument, page: PDFPage): readonly LinkAnnotation[] {
  return (page.node.Annots()?.asArray() ?? []).flatMap((ref) => {
    const annotation = ref instanceof PDFRef ? pdf.context.lookup(ref) : undefined;
    if (!(ref instanceof PDFRef) || !(annotation instanceof PDFDict)) return [];
    if (String(annotation.get(PDFName.of('Subtype'))) !== '/Link') return [];
    return [{ ref, target: targetOf(annotation) }];
  });
}

function targetOf(annotation: PDFDict): string {
  const destination = annotation.lookup(PDFName.of('Dest'));
  if (destination instanceof PDFName) return `#${destination.decodeText()}`;
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict);
  const address = action?.lookup(PDFName.of('URI'));
  return address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : '';
}

/**
 * The annotations of each link of the markup: as the browser's tree has them, by the text in them (`linkAt`); those that
 * it left out (it knows the calls of notes as something else) by where they lead, in order.
 */
export function pairLinks(
  links: readonly MarkupElement[],
  annotations: readonly LinkAnnotation[],
  linkAt: (mcids: readonly number[]) => MarkupElement | undefined,
  known: readonly BrowserLink[],
): ReadonlyMap<MarkupElement, readonly LinkAnnotation[]> {
  const pairs = new Map<MarkupElement, LinkAnnotation[]>();
  const left = new Map(annotations.map((annotation) => [annotation.ref, annotation]));
  const pair = (link: MarkupElement, annotation: LinkAnnotation): void => {
    pairs.set(link, [...(pairs.get(link) ?? []), annotation]);
    left.delete(annotation.ref);
  };
  for (const { mcids, annotations: refs } of known) {
    const link = linkAt(mcids);
    for (const annotation of link ? refs.flatMap((ref) => left.get(ref) ?? []) : []) {
      if (link) pair(link, annotation);
    }
  }
  for (const annotation of [...left.values()]) {
    const own = links.filter((link) => link.attributes.get('href') === annotation.target);
    const link = own.find((candidate) => !pairs.has(candidate)) ?? own.at(-1);
    if (link) pair(link, annotation);
  }
  return pairs;
}

/** Says of every link what it is for. */
export function describeLinks(
  pdf: PDFDocument,
  links: ReadonlyMap<MarkupElement, readonly LinkAnnotation[]>,
  language: string,
  pageOf: (id: string) => string | undefined,
): void {
  for (const [link, annotations] of links) {
    for (const { ref, target } of annotations) {
      const described = { target, text: wordsOf(link), kind: kindOf(link) };
      const contents = linkDescription(described, language, pageOf);
      pdf.context.lookup(ref, PDFDict).set(PDFName.of('Contents'), PDFHexString.fromText(contents));
    }
  }
}

/** The link's words, without the page number that a line of the contents ends with. */
function wordsOf(link: MarkupElement): string {
  return link.children
    .map((child) => withoutPage(child))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

function withoutPage(node: MarkupElement['children'][number]): string {
  if (!('name' in node)) return textOf(node);
  return hasClass(node, 'page') ? '' : node.children.map(withoutPage).join('');
}

function kindOf(link: MarkupElement): 'call' | 'mark' | 'other' {
  if (link.attributes.get('role') === 'doc-noteref') return 'call';
  return hasClass(link, 'note-mark') ? 'mark' : 'other';
}
