import type { Schema } from 'hast-util-sanitize';

/** Elements that end by themselves (HTML Standard, 13.1.2). */
export const voidElements: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'wbr']);

const blocks = [
  'address',
  'article',
  'aside',
  'blockquote',
  'caption',
  'col',
  'colgroup',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'footer',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'li',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
] as const;

const inlines = [
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'br',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
] as const;

/** Elements that may not stand in a paragraph. */
export const blockElements: ReadonlySet<string> = new Set(blocks);

/** Elements that stand in a line of text. */
export const inlineElements: ReadonlySet<string> = new Set(inlines);

/** The HTML that a manuscript may use: elements and attributes that print and e-book both know. */
export const safeElements: ReadonlySet<string> = new Set([...blocks, ...inlines]);

/** MathML Core, which only the parser itself makes (of LaTeX). */
const mathElements =
  'math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover'.split(
    ' ',
  );

const mathAttributes =
  'accent accentunder alttext columnalign columnlines columnspacing columnspan depth display displaystyle fence form frame height largeop linethickness lspace mathvariant maxsize minsize movablelimits rowlines rowspacing rowspan rspace scriptlevel separator stretchy symmetric voffset width'.split(
    ' ',
  );

/** Attributes (as hast properties) of every element, then of single ones. */
export const safeAttributes: Readonly<Record<string, readonly string[]>> = {
  '*': ['className', 'dir', 'id', 'lang', 'title'],
  a: ['href'],
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  del: ['cite', 'dateTime'],
  details: ['open'],
  img: ['alt', 'height', 'src', 'width'],
  ins: ['cite', 'dateTime'],
  li: ['value'],
  ol: ['reversed', 'start', 'type'],
  q: ['cite'],
  td: ['colSpan', 'headers', 'rowSpan'],
  th: ['abbr', 'colSpan', 'headers', 'rowSpan', 'scope'],
  time: ['dateTime'],
};

/** What the parser itself writes, besides: notes, the alignment of table cells, widths of pictures and columns. */
const ownAttributes = {
  a: ['role'],
  col: [['style', /^width:\d{1,3}(?:\.\d+)?%$/]],
  img: [['style', /^width:\d{1,4}(?:\.\d+)?(?:%|mm|em)$/]],
  section: ['dataFootnotes', 'role'],
  td: [['style', 'text-align:left', 'text-align:center', 'text-align:right']],
  th: [['style', 'text-align:left', 'text-align:center', 'text-align:right']],
} as const;

/**
 * The last gate before a tree leaves this room. The earlier ones report what they take out; if they missed
 * anything, it does not get further than here.
 */
export const gate: Schema = {
  tagNames: [...safeElements, ...mathElements],
  attributes: {
    ...Object.fromEntries(
      [...new Set([...Object.keys(safeAttributes), ...Object.keys(ownAttributes)])].map((element) => [
        element,
        [...(safeAttributes[element] ?? []), ...own(element)],
      ]),
    ),
    ...Object.fromEntries(mathElements.map((element) => [element, mathAttributes])),
  },
  protocols: { href: ['http', 'https', 'mailto'], cite: ['http', 'https'] },
  strip: ['script', 'style'],
  ancestors: {},
  clobber: [],
  required: {},
};

type Definition = string | [string, ...(string | RegExp)[]];

function own(element: string): Definition[] {
  const all: Readonly<Record<string, readonly (string | readonly [string, ...(string | RegExp)[]])[]>> =
    ownAttributes;
  return (all[element] ?? []).map((definition) => {
    if (typeof definition === 'string') return definition;
    const [name, ...values] = definition;
    return [name, ...values];
  });
}
