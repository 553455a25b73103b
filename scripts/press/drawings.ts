import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { nameIn } from '../pdf/stream-content.js';

/** A stream that draws, with the resources it names things from (ISO 32000-1, section 7.8.3). */
export interface Drawing {
  /** The streams of its content, in order; more than one only of a page. */
  readonly streams: readonly PDFRawStream[];
  readonly resources: PDFDict;
  /** Page on which it was met first, from 0. */
  readonly page: number;
  /** Nothing of a page. */
  readonly reference?: PDFRef;
}

/** Everything that draws and all that is drawn with, each once, in the order of the pages. */
export interface Drawn {
  readonly pages: readonly Drawing[];
  /** Forms and tiles of patterns. */
  readonly parts: readonly Drawing[];
  /** Pictures, by their reference, with the page that shows them first. */
  readonly pictures: ReadonlyMap<PDFRef, { readonly stream: PDFRawStream; readonly page: number }>;
  /** Dictionaries of shadings, with the page that shows them first. */
  readonly shadings: ReadonlyMap<PDFDict, number>;
  /** Graphics states, with the page that names them first. */
  readonly states: ReadonlyMap<PDFDict, number>;
}

/** Follows the resources of all pages. */
export function drawnBy(pdf: PDFDocument): Drawn {
  const found = new Found(pdf);
  const pages = pdf.getPages().map(({ node }, page) => {
    const inherited = node.getInheritableAttribute(PDFName.of('Resources'));
    const resources = pdf.context.lookupMaybe(inherited, PDFDict) ?? pdf.context.obj({});
    found.follow(resources, page);
    return { streams: contentsOf(node), resources, page };
  });
  const { parts, pictures, shadings, states } = found;
  return { pages, parts, pictures, shadings, states };
}

/** What was met on the way through resources, each thing once. */
class Found {
  readonly parts: Drawing[] = [];
  readonly pictures = new Map<PDFRef, { stream: PDFRawStream; page: number }>();
  readonly shadings = new Map<PDFDict, number>();
  readonly states = new Map<PDFDict, number>();
  readonly #seen = new Set<PDFObject>();

  constructor(readonly pdf: PDFDocument) {}

  follow(resources: PDFDict, page: number): void {
    if (this.#seen.has(resources)) return;
    this.#seen.add(resources);
    for (const [, value] of entriesOf(resources, 'Shading')) this.#addShading(value, page);
    for (const [, value] of entriesOf(resources, 'ExtGState')) this.#addState(value, page);
    for (const [reference, value] of entriesOf(resources, 'Pattern')) {
      if (value instanceof PDFDict) this.#addShading(value.lookup(PDFName.of('Shading')), page);
      else this.#addStream(reference, value, page);
    }
    for (const [reference, value] of entriesOf(resources, 'XObject')) this.#addStream(reference, value, page);
  }

  #addShading(value: PDFObject | undefined, page: number): void {
    const dict = value instanceof PDFRawStream ? value.dict : value;
    if (dict instanceof PDFDict && !this.shadings.has(dict)) this.shadings.set(dict, page);
  }

  /** A mask of a graphics state is drawn too. */
  #addState(value: PDFObject | undefined, page: number): void {
    if (!(value instanceof PDFDict) || this.states.has(value)) return;
    this.states.set(value, page);
    const mask = value.lookup(PDFName.of('SMask'));
    if (!(mask instanceof PDFDict)) return;
    const group = mask.get(PDFName.of('G'));
    if (group) this.#addStream(group, mask.lookup(PDFName.of('G')), page);
  }

  #addStream(reference: PDFObject, stream: PDFObject | undefined, page: number): void {
    if (!(stream instanceof PDFRawStream) || !(reference instanceof PDFRef)) return;
    if (this.#seen.has(reference)) return;
    this.#seen.add(reference);
    if (nameIn(stream.dict, 'Subtype') === 'Image') {
      this.pictures.set(reference, { stream, page });
      return;
    }
    const resources = stream.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? this.pdf.context.obj({});
    this.parts.push({ streams: [stream], resources, page, reference });
    this.follow(resources, page);
  }
}

function contentsOf(node: PDFDict): readonly PDFRawStream[] {
  const contents = node.lookup(PDFName.of('Contents'));
  const all =
    contents instanceof PDFArray ? contents.asArray().map((item) => node.context.lookup(item)) : [contents];
  return all.filter((stream) => stream instanceof PDFRawStream);
}

/** What the resources name of one kind: as it stands there, and what it leads to. */
export function entriesOf(
  resources: PDFDict,
  kind: string,
): readonly (readonly [PDFObject, PDFObject | undefined])[] {
  const dict = resources.lookupMaybe(PDFName.of(kind), PDFDict);
  return (dict?.values() ?? []).map((value) => [value, resources.context.lookup(value)]);
}

/** Components of a colour space: 1 grey, 3 RGB, 4 CMYK; 0 of a pattern, and 1 of an index or a spot colour. */
export function componentsOf(space: PDFObject | undefined, context: PDFDict['context']): number {
  const found = context.lookup(space);
  if (found instanceof PDFName)
    return { DeviceGray: 1, DeviceRGB: 3, DeviceCMYK: 4, Pattern: 0 }[found.decodeText()] ?? 0;
  if (!(found instanceof PDFArray)) return 0;
  const family = context.lookup(found.get(0));
  switch (family instanceof PDFName ? family.decodeText() : '') {
    case 'CalGray':
      return 1;
    case 'CalRGB':
      return 3;
    case 'ICCBased': {
      const profile = context.lookup(found.get(1));
      return profile instanceof PDFRawStream ? Number(String(profile.dict.lookup(PDFName.of('N')))) : 0;
    }
    default:
      return -1;
  }
}
