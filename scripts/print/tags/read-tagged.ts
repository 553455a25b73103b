import {
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { contentOf, Decoders } from './page-stream.js';
import { type ContentFacts, readContent } from './read-content.js';
import { streamBytes } from './unicode-map.js';

/** An element of a structure tree as a file has it. */
export interface ReadElement {
  readonly type: string;
  /** The standard type that its own is mapped to; its own where it is not mapped; `undefined` where mapping leads nowhere. */
  readonly standard: string | undefined;
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  readonly id: string | undefined;
  readonly language: string | undefined;
  /** Attributes of all owners by name, as written. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly kids: readonly ReadKid[];
  /** Number of its object; `undefined` for one that is written in its parent. */
  readonly object: number | undefined;
}

/** An element, a marked content of a page (from 1), or an annotation by its object's number. */
export type ReadKid =
  | ReadElement
  | { readonly page: number; readonly mcid: number }
  | { readonly annotation: string };

export interface ReadLink {
  readonly page: number;
  /** Its object's number, as `annotation` has it. */
  readonly annotation: string;
  readonly contents: string | undefined;
}

/** What a tagged PDF says of its structure, read back from the file. */
export interface TaggedFacts {
  /** The root's children; none in a file without a tree. */
  readonly tree: readonly ReadElement[];
  /** Standard types that are mapped to something else. */
  readonly remapped: readonly string[];
  readonly isSuspect: boolean;
  readonly language: string | undefined;
  readonly displaysTitle: boolean;
  /** The XMP packet; `undefined` in a file without. */
  readonly xmp: string | undefined;
  /** Page by page; `undefined` for content that cannot be read. */
  readonly contents: readonly (ContentFacts | undefined)[];
  readonly links: readonly ReadLink[];
  /** Pages (from 1) with annotations whose order of tabs is not that of the structure. */
  readonly untabbed: readonly number[];
}

/** Types that ISO 32000-1 knows (section 14.8.4). */
export const standardTypes: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
);

/** Reads the structure of a file back. */
export function readTagged(pdf: PDFDocument): TaggedFacts {
  const { catalog } = pdf;
  const decoders = new Decoders();
  const reader = new TreeReader(pdf);
  const mark = dictOf(catalog.lookup(PDFName.of('MarkInfo')));
  const view = dictOf(catalog.lookup(PDFName.of('ViewerPreferences')));
  const xmp = streamBytes(catalog.lookup(PDFName.of('Metadata')));
  return {
    tree: reader.tree(),
    remapped: reader.remapped(),
    isSuspect: isTrue(mark?.lookup(PDFName.of('Suspects'))),
    language: textOf(catalog.lookup(PDFName.of('Lang'))),
    displaysTitle: isTrue(view?.lookup(PDFName.of('DisplayDocTitle'))),
    xmp: xmp && Buffer.from(xmp).toString('utf8'),
    contents: pdf.getPages().map((page) => {
      const bytes = contentOf(pdf, page);
      return bytes && readContent(bytes, decoders.of(page));
    }),
    links: pdf.getPages().flatMap((page, index) => linksOf(pdf, page, index + 1)),
    untabbed: pdf.getPages().flatMap(({ node }, index) => {
      const tabs = String(node.lookup(PDFName.of('Tabs')));
      return (node.Annots()?.size() ?? 0) > 0 && tabs !== '/S' ? [index + 1] : [];
    }),
  };
}

function linksOf(pdf: PDFDocument, page: PDFPage, number: number): readonly ReadLink[] {
  return (page.node.Annots()?.asArray() ?? []).flatMap((item) => {
    const annotation = dictOf(item instanceof PDFRef ? pdf.context.lookup(item) : item);
    if (String(annotation?.get(PDFName.of('Subtype'))) !== '/Link') return [];
    const contents = textOf(annotation?.lookup(PDFName.of('Contents')));
    return [{ page: number, annotation: String(item), contents }];
  });
}

/** The page on which an element begins; `undefined` for one without content. */
export function firstPage({ kids }: ReadElement): number | undefined {
  for (const kid of kids) {
    const page = 'page' in kid ? kid.page : 'type' in kid ? firstPage(kid) : undefined;
    if (page !== undefined) return page;
  }
  return undefined;
}

class TreeReader {
  readonly #pages: ReadonlyMap<PDFRef, number>;
  readonly #root: PDFDict | undefined;
  readonly #roles: ReadonlyMap<string, string>;
  readonly #seen = new Set<PDFObject>();

  constructor(readonly pdf: PDFDocument) {
    this.#pages = new Map(pdf.getPages().map(({ ref }, index) => [ref, index + 1]));
    this.#root = dictOf(pdf.catalog.lookup(PDFName.of('StructTreeRoot')));
    const roles = dictOf(this.#root?.lookup(PDFName.of('RoleMap')))?.entries() ?? [];
    this.#roles = new Map(
      roles.map(([own, to]) => [own.decodeText(), to instanceof PDFName ? to.decodeText() : '']),
    );
  }

  tree(): readonly ReadElement[] {
    const kids = this.#root ? this.#kids(this.#root.get(PDFName.of('K')), undefined) : [];
    return kids.filter((kid) => 'type' in kid);
  }

  remapped(): readonly string[] {
    return [...this.#roles.keys()].filter((type) => standardTypes.has(type));
  }

  #kids(kid: PDFObject | undefined, page: number | undefined): readonly ReadKid[] {
    const object = kid instanceof PDFRef ? this.pdf.context.lookup(kid) : kid;
    if (object instanceof PDFArray) return object.asArray().flatMap((item) => this.#kids(item, page));
    if (object instanceof PDFNumber) return page === undefined ? [] : [{ page, mcid: object.asNumber() }];
    if (!(object instanceof PDFDict) || this.#seen.has(object)) return [];
    this.#seen.add(object);
    const own = object.get(PDFName.of('Pg'));
    const onPage = own instanceof PDFRef ? this.#pages.get(own) : page;
    const annotation = object.get(PDFName.of('Obj'));
    if (annotation) return [{ annotation: String(annotation) }];
    const mcid = object.get(PDFName.of('MCID'));
    if (mcid) return this.#kids(mcid, onPage);
    if (!object.has(PDFName.of('S'))) return [];
    return [this.#element(object, onPage, kid instanceof PDFRef ? kid.objectNumber : undefined)];
  }

  #element(object: PDFDict, page: number | undefined, number: number | undefined): ReadElement {
    const type = object.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText() ?? '';
    const text = (key: string): string | undefined => textOf(object.lookup(PDFName.of(key)));
    return {
      type,
      standard: this.#standard(type),
      alt: text('Alt'),
      actualText: text('ActualText'),
      id: text('ID'),
      language: text('Lang'),
      attributes: this.#attributes(object.lookup(PDFName.of('A'))),
      kids: this.#kids(object.get(PDFName.of('K')), page),
      object: number,
    };
  }

  #standard(type: string): string | undefined {
    let own: string | undefined = type;
    for (let step = 0; own !== undefined && !standardTypes.has(own) && step < 20; step++)
      own = this.#roles.get(own);
    return own !== undefined && standardTypes.has(own) ? own : undefined;
  }

  #attributes(object: PDFObject | undefined): ReadonlyMap<string, string> {
    const owners = object instanceof PDFArray ? object.asArray() : [object];
    const entries = owners.flatMap((owner) => {
      const dict = dictOf(owner instanceof PDFRef ? this.pdf.context.lookup(owner) : owner);
      return (dict?.entries() ?? []).map(([key, value]) => [key.decodeText(), String(value)] as const);
    });
    return new Map(entries);
  }
}

function dictOf(object: PDFObject | undefined): PDFDict | undefined {
  return object instanceof PDFDict ? object : undefined;
}

function isTrue(object: PDFObject | undefined): boolean {
  return object instanceof PDFBool && object.asBoolean();
}

function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}
