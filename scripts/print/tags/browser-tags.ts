import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** A marked content of a page, as the browser's own tree places it. */
export interface BrowserMark {
  readonly mcid: number;
  /** Type of the element that holds it: `NonStruct` for text, `Lbl` for the mark of a list item, `Figure` … */
  readonly type: string;
  /** Alternative text of that element. */
  readonly alt: string | undefined;
  /** Elements above it, from the root down. */
  readonly path: readonly PDFDict[];
}

/** A link of a page: its annotations, and the marked contents that stand in it. */
export interface BrowserLink {
  readonly annotations: readonly PDFRef[];
  readonly mcids: readonly number[];
}

/** What the browser's structure tree says of one page, in reading order. */
export interface BrowserTags {
  readonly marks: readonly BrowserMark[];
  readonly links: readonly BrowserLink[];
}

const keys = {
  root: PDFName.of('StructTreeRoot'),
  kids: PDFName.of('K'),
  type: PDFName.of('S'),
  page: PDFName.of('Pg'),
  alt: PDFName.of('Alt'),
  mcid: PDFName.of('MCID'),
  object: PDFName.of('Obj'),
};

/** Reads the tree that the browser made (by page) and takes it out of the file, with all its elements. */
export function takeBrowserTags(pdf: PDFDocument): ReadonlyMap<PDFRef, BrowserTags> {
  const reader = new TreeReader(pdf);
  const root = pdf.catalog.get(keys.root);
  const dict = pdf.context.lookupMaybe(root, PDFDict);
  if (!dict) return new Map();
  reader.read(dict.get(keys.kids), [], undefined, undefined);
  for (const name of ['ParentTree', 'IDTree']) deleteTree(pdf, dict.get(PDFName.of(name)));
  for (const ref of reader.seen) pdf.context.delete(ref);
  if (root instanceof PDFRef) pdf.context.delete(root);
  pdf.catalog.delete(keys.root);
  return reader.pages;
}

interface OpenLink {
  readonly annotations: PDFRef[];
  readonly mcids: number[];
}

class TreeReader {
  readonly pages = new Map<PDFRef, { marks: BrowserMark[]; links: OpenLink[] }>();
  readonly seen: PDFRef[] = [];

  constructor(readonly pdf: PDFDocument) {}

  read(
    kid: PDFObject | undefined,
    path: readonly PDFDict[],
    page: PDFRef | undefined,
    link: OpenLink | undefined,
  ): void {
    if (kid instanceof PDFRef) this.seen.push(kid);
    const object = kid instanceof PDFRef ? this.pdf.context.lookup(kid) : kid;
    if (object instanceof PDFArray) for (const item of object.asArray()) this.read(item, path, page, link);
    if (object instanceof PDFNumber) this.#mark(object.asNumber(), path, page, link);
    if (!(object instanceof PDFDict)) return;
    const own = object.get(keys.page);
    const onPage = own instanceof PDFRef ? own : page;
    const annotation = object.get(keys.object);
    if (annotation instanceof PDFRef) link?.annotations.push(annotation);
    const mcid = object.get(keys.mcid);
    if (mcid instanceof PDFNumber) this.#mark(mcid.asNumber(), path, onPage, link);
    if (!object.has(keys.type)) return;
    const inner = typeOf(object) === 'Link' ? { annotations: [], mcids: [] } : link;
    this.read(object.get(keys.kids), [...path, object], onPage, inner);
    if (inner && inner !== link) this.#link(inner);
  }

  #mark(mcid: number, path: readonly PDFDict[], page: PDFRef | undefined, link: OpenLink | undefined): void {
    if (!page) return;
    const holder = path.at(-1);
    const alt = holder?.lookup(keys.alt);
    const altText = alt instanceof PDFString || alt instanceof PDFHexString ? alt.decodeText() : undefined;
    this.#page(page).marks.push({ mcid, type: holder ? typeOf(holder) : '', alt: altText, path });
    link?.mcids.push(mcid);
  }

  #link(link: OpenLink): void {
    const page = this.#pageOf(link.annotations[0]);
    if (page) this.#page(page).links.push(link);
  }

  /** The page that lists an annotation. */
  #pageOf(annotation: PDFRef | undefined): PDFRef | undefined {
    this.#listed ??= new Map(
      this.pdf.getPages().flatMap(({ ref, node }) => {
        const own = node.Annots()?.asArray() ?? [];
        return own.map((item) => [item, ref] as const);
      }),
    );
    return annotation && this.#listed.get(annotation);
  }
  #listed: Map<PDFObject, PDFRef> | undefined;

  #page(page: PDFRef): { marks: BrowserMark[]; links: OpenLink[] } {
    const known = this.pages.get(page) ?? { marks: [], links: [] };
    this.pages.set(page, known);
    return known;
  }
}

function typeOf(element: PDFDict): string {
  return element.lookupMaybe(keys.type, PDFName)?.decodeText() ?? '';
}

function deleteTree(pdf: PDFDocument, node: PDFObject | undefined): void {
  const object = node instanceof PDFRef ? pdf.context.lookup(node) : node;
  if (object instanceof PDFDict) {
    for (const name of ['Kids', 'Nums', 'Names']) deleteTree(pdf, object.get(PDFName.of(name)));
  }
  if (object instanceof PDFArray) {
    for (const item of object.asArray()) {
      const value = item instanceof PDFRef ? pdf.context.lookup(item) : undefined;
      const isElement = value instanceof PDFDict && value.has(keys.type);
      if (item instanceof PDFRef && !isElement) deleteTree(pdf, item);
    }
  }
  if (node instanceof PDFRef) pdf.context.delete(node);
}
