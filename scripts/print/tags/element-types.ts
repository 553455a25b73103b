import { hasClass, type MarkupElement, textOf } from './page-markup.js';
import type { TagSettings } from './tag.js';

/** What an element of the markup becomes in the tree. */
export interface ElementType {
  readonly type: string;
  readonly settings?: TagSettings;
}

const types: Readonly<Record<string, string>> = {
  p: 'P',
  blockquote: 'BlockQuote',
  figure: 'Div',
  figcaption: 'Caption',
  caption: 'Caption',
  ul: 'L',
  ol: 'L',
  dl: 'L',
  li: 'LI',
  table: 'Table',
  thead: 'THead',
  tbody: 'TBody',
  tfoot: 'TFoot',
  tr: 'TR',
  th: 'TH',
  td: 'TD',
  pre: 'P',
  code: 'Code',
  em: 'Em',
  i: 'Em',
  strong: 'Strong',
  b: 'Strong',
  q: 'Quote',
  ruby: 'Ruby',
  rb: 'RB',
  rt: 'RT',
  rp: 'RP',
  math: 'Formula',
  img: 'Figure',
  svg: 'Figure',
  sup: 'Span',
  sub: 'Span',
  del: 'Span',
  ins: 'Span',
  mark: 'Span',
  s: 'Span',
  u: 'Span',
};

/** The type of an element by its name; `undefined` for one that the tree goes through (`div`, `span`, `header`). */
export function typeOfElement(element: MarkupElement): ElementType | undefined {
  const type = types[element.name];
  if (!type) return undefined;
  if (element.name === 'svg' && !isPicture(element)) return undefined;
  // The raised figure of a note's call is a reference; how it is raised says nothing.
  if (hasClass(element, 'noteref')) return undefined;
  const settings = settingsOf(element);
  return settings ? { type, settings } : { type };
}

function settingsOf(element: MarkupElement): TagSettings | undefined {
  const { name, attributes } = element;
  if (isPicture(element)) return { alt: wordsOfPicture(element) };
  if (name === 'math') return { alt: attributes.get('alttext') ?? textOf(element) };
  if (name === 'ul' || name === 'ol')
    return { attributes: { List: { ListNumbering: numberingOf(element) } } };
  if (name === 'th' || name === 'td') return cellSettings(element);
  return undefined;
}

/** Whether an element is an illustration: an image, or a drawing in the markup that says what it shows (a barcode). */
export function isPicture({ name, attributes }: MarkupElement): boolean {
  return name === 'img' || (name === 'svg' && attributes.has('aria-label'));
}

/** What is said in a picture's stead. */
export function wordsOfPicture({ name, attributes }: MarkupElement): string {
  return attributes.get(name === 'svg' ? 'aria-label' : 'alt') ?? '';
}

/** Kinds of list marks (ISO 32000-1, table 347). */
function numberingOf(list: MarkupElement): string {
  if (list.name === 'ul') return '/Disc';
  const byType: Readonly<Record<string, string>> = {
    a: '/LowerAlpha',
    A: '/UpperAlpha',
    i: '/LowerRoman',
    I: '/UpperRoman',
  };
  return byType[list.attributes.get('type') ?? ''] ?? '/Decimal';
}

function cellSettings({ name, attributes }: MarkupElement): TagSettings | undefined {
  const table: Record<string, string | number> = {};
  if (name === 'th') table.Scope = /^row/.test(attributes.get('scope') ?? '') ? '/Row' : '/Column';
  for (const [attribute, key] of [
    ['rowspan', 'RowSpan'],
    ['colspan', 'ColSpan'],
  ] as const) {
    const span = Number(attributes.get(attribute) ?? 1);
    if (span > 1) table[key] = span;
  }
  return Object.keys(table).length > 0 ? { attributes: { Table: table } } : undefined;
}

/** What is shown again or drawn for the eye alone. */
export function isArtifact({ name, attributes }: MarkupElement): boolean {
  const isOrnament = name === 'hr' || (name === 'img' && !attributes.get('alt'));
  return isOrnament || attributes.has('data-repeated');
}

/** What is not shown: the parentheses of readers without ruby, and in print the way back from a note. */
export function isHidden({ name, attributes }: MarkupElement): boolean {
  const isWayBack = attributes.get('role') === 'doc-backlink' && attributes.has('data-undisplayed');
  return isWayBack || name === 'rp' || name === 'template';
}

/** A note, at the foot of a page or behind its chapter. */
export function isNote(element: MarkupElement): boolean {
  return hasClass(element, 'footnote') || (hasClass(element, 'note') && /^(?:span|li)$/.test(element.name));
}
