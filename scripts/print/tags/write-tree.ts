import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { type Mark, roleMap, type Standing, Tag, type TagKid } from './tag.js';

/** Writes the structure tree into a file that has none (ISO 32000-1, section 14.7): elements, ids, and the ways back from the pages. */
export function writeTree(pdf: PDFDocument, document: Tag): void {
  const writer = new TreeWriter(pdf);
  const { context, catalog } = pdf;
  const root = context.nextRef();
  const top = writer.element(document, root);
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: [top],
      RoleMap: context.obj(
        Object.fromEntries(Object.entries(roleMap).map(([own, standard]) => [own, PDFName.of(standard)])),
      ),
      ...writer.trees(),
    }),
  );
  catalog.set(PDFName.of('StructTreeRoot'), root);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
}

class TreeWriter {
  readonly #pages: readonly PDFRef[];
  /** For each page the elements of its marked contents, by number. */
  readonly #parents: PDFRef[][];
  readonly #annotations: { readonly annotation: PDFRef; readonly element: PDFRef }[] = [];
  readonly #ids = new Map<string, PDFRef>();

  constructor(readonly pdf: PDFDocument) {
    this.#pages = pdf.getPages().map(({ ref }) => ref);
    this.#parents = this.#pages.map(() => []);
  }

  element(tag: Tag, parent: PDFRef): PDFRef {
    const { context } = this.pdf;
    const ref = context.nextRef();
    const page = tag.kids.find((kid): kid is Exclude<TagKid, Tag> => !(kid instanceof Tag))?.page;
    const kids = tag.kids.map((kid) => this.#kid(kid, ref, page));
    const element = context.obj({ Type: 'StructElem', S: tag.type, P: parent });
    if (page !== undefined) element.set(PDFName.of('Pg'), this.#page(page));
    const only = kids.length === 1 ? kids[0] : undefined;
    if (kids.length > 0) element.set(PDFName.of('K'), only ?? context.obj(kids));
    this.#describe(element, tag, ref);
    context.assign(ref, element);
    return ref;
  }

  trees(): Record<string, PDFObject> {
    const { context } = this.pdf;
    const numbers = context.obj([]);
    for (const [index, elements] of this.#parents.entries()) {
      if (elements.length === 0) continue;
      numbers.push(context.obj(index));
      numbers.push(context.register(context.obj(elements)));
      context.lookup(this.#page(index), PDFDict).set(PDFName.of('StructParents'), context.obj(index));
    }
    for (const [index, { annotation, element }] of this.#annotations.entries()) {
      const key = this.#pages.length + index;
      numbers.push(context.obj(key));
      numbers.push(element);
      context.lookup(annotation, PDFDict).set(PDFName.of('StructParent'), context.obj(key));
    }
    const next = this.#pages.length + this.#annotations.length;
    const trees = {
      ParentTree: context.register(context.obj({ Nums: numbers })),
      ParentTreeNextKey: context.obj(next),
    };
    if (this.#ids.size === 0) return trees;
    const names = context.obj([]);
    const sorted = [...this.#ids].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [id, ref] of sorted) {
      names.push(PDFString.of(id));
      names.push(ref);
    }
    return { ...trees, IDTree: context.register(context.obj({ Names: names })) };
  }

  #kid(kid: TagKid, element: PDFRef, page: number | undefined): PDFObject {
    const { context } = this.pdf;
    if (kid instanceof Tag) return this.element(kid, element);
    if ('annotation' in kid) {
      this.#annotations.push({ annotation: kid.annotation, element });
      return context.obj({ Type: 'OBJR', Obj: kid.annotation, Pg: this.#page(kid.page) });
    }
    this.#own(kid)[kid.mcid] = element;
    if (kid.page === page) return context.obj(kid.mcid);
    return context.obj({ Type: 'MCR', Pg: this.#page(kid.page), MCID: kid.mcid });
  }

  #describe(element: PDFDict, { settings, standing }: Tag, ref: PDFRef): void {
    const { alt, actualText, language, id, title, attributes = {} } = settings;
    const { context } = this.pdf;
    if (alt !== undefined) element.set(PDFName.of('Alt'), PDFHexString.fromText(alt));
    if (actualText !== undefined) element.set(PDFName.of('ActualText'), PDFHexString.fromText(actualText));
    if (language !== undefined) element.set(PDFName.of('Lang'), PDFString.of(language));
    if (title !== undefined) element.set(PDFName.of('T'), PDFHexString.fromText(title));
    if (id !== undefined) {
      element.set(PDFName.of('ID'), PDFString.of(id));
      this.#ids.set(id, ref);
    }
    const owners = Object.entries(attributes).map(([owner, values]) => {
      const dict = context.obj({ O: PDFName.of(owner) });
      for (const [key, value] of Object.entries(values)) {
        dict.set(
          PDFName.of(key),
          typeof value === 'number' ? context.obj(value) : PDFName.of(value.slice(1)),
        );
      }
      return dict;
    });
    if (standing) owners.push(this.#layout(standing));
    if (owners.length > 0)
      element.set(PDFName.of('A'), owners.length === 1 && owners[0] ? owners[0] : context.obj(owners));
  }

  /** Attributes of layout of an illustration (ISO 32000-1, tables 343 and 344); in a line is where it is unless said. */
  #layout({ box, isInline }: Standing): PDFDict {
    const { context } = this.pdf;
    const rounded = box.map((edge) => Number(edge.toFixed(2)));
    const dict = context.obj({ O: 'Layout', BBox: context.obj(rounded) });
    if (!isInline) dict.set(PDFName.of('Placement'), PDFName.of('Block'));
    return dict;
  }

  #own({ page }: Mark): PDFRef[] {
    return this.#parents[page] ?? [];
  }

  #page(index: number): PDFRef {
    const ref = this.#pages[index];
    if (!ref) throw new RangeError(`no page ${index}`);
    return ref;
  }
}
