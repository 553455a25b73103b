import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { pageKeys } from './page-keys.js';
import { readTagged, type TaggedFacts } from './tags/read-tagged.js';

/** A font as it stands in a PDF. */
export interface PdfFont {
  readonly name: string;
  /** `Type0`, `TrueType`, `Type3` … */
  readonly kind: string;
  readonly embedded: boolean;
  /** Whether text in it can be copied and searched (ISO 32000-1 section 9.10.3). */
  readonly hasUnicodeMap: boolean;
}

/** What a PDF says of itself, read back from the file. */
export interface PdfFacts {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly tagged: boolean;
  readonly hasStructure: boolean;
  readonly hasOutline: boolean;
  readonly hasPageLabels: boolean;
  /** Page sizes in pt, each once. */
  readonly trimSizes: readonly { readonly width: number; readonly height: number }[];
  readonly fonts: readonly PdfFont[];
  readonly links: number;
  readonly brokenLinks: readonly string[];
  readonly pages: number;
}

/** A PDF taken apart into its objects. */
export interface PdfObjects {
  readonly facts: PdfFacts;
  /** For each page in order a hash of all that is shown on it (see `pageKeys`). */
  readonly pageKeys: () => readonly (string | undefined)[];
  /** How the file is tagged. */
  readonly tagged: () => TaggedFacts;
}

/** Reads a PDF's objects, once for all that is to be said of them; `undefined` for bytes that are no PDF. */
export async function readPdfObjects(bytes: Uint8Array): Promise<PdfObjects | undefined> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
    const facts = factsOf(pdf);
    // A torn file may still parse; without pages or fonts there is nothing to say of it.
    if (facts.pages === 0 || facts.fonts.length === 0) return undefined;
    return { facts, pageKeys: () => pageKeys(pdf), tagged: () => readTagged(pdf) };
  } catch {
    return undefined;
  }
}

function factsOf(pdf: PDFDocument): PdfFacts {
  const { catalog } = pdf;
  const marked = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked'));
  return {
    title: pdf.getTitle(),
    language: pdf.getLanguage(),
    tagged: String(marked) === 'true',
    hasStructure: catalog.has(PDFName.of('StructTreeRoot')),
    hasOutline: catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)?.has(PDFName.of('First')) ?? false,
    hasPageLabels: catalog.has(PDFName.of('PageLabels')),
    trimSizes: trimSizes(pdf),
    fonts: fontsOf(pdf),
    ...linksOf(pdf),
    pages: pdf.getPageCount(),
  };
}

function trimSizes(pdf: PDFDocument): PdfFacts['trimSizes'] {
  const sizes = new Map<string, { width: number; height: number }>();
  for (const page of pdf.getPages()) {
    const { width, height } = page.getTrimBox();
    sizes.set(`${width.toFixed(2)} ${height.toFixed(2)}`, { width, height });
  }
  return [...sizes.values()];
}

function fontsOf(pdf: PDFDocument): readonly PdfFont[] {
  const fonts: PdfFont[] = [];
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || nameOf(object, 'Type') !== 'Font') continue;
    const kind = nameOf(object, 'Subtype') ?? '';
    if (kind.startsWith('CIDFont')) continue;
    const descendant = object.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
    const descriptor = (descendant ?? object).lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    fonts.push({
      name: nameOf(object, 'BaseFont') ?? '?',
      kind,
      embedded: ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key))),
      hasUnicodeMap: isStream(object.lookup(PDFName.of('ToUnicode'))),
    });
  }
  return fonts;
}

function isStream(object: PDFObject | undefined): boolean {
  return object instanceof PDFRawStream;
}

function nameOf(dict: PDFDict, key: string): string | undefined {
  return dict.lookupMaybe(PDFName.of(key), PDFName)?.decodeText();
}

/** Links inside the document: each must lead to a destination that is there (ISO 32000-1 section 12.3.2.3). */
function linksOf(pdf: PDFDocument): Pick<PdfFacts, 'links' | 'brokenLinks'> {
  const named = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const brokenLinks: string[] = [];
  let links = 0;
  for (const page of pdf.getPages()) {
    const annotations = page.node.Annots();
    for (let index = 0; index < (annotations?.size() ?? 0); index++) {
      const annotation = annotations?.lookupMaybe(index, PDFDict);
      if (!annotation || nameOf(annotation, 'Subtype') !== 'Link') continue;
      links += 1;
      const target = annotation.lookup(PDFName.of('Dest'));
      if (target instanceof PDFName && !named?.has(target)) brokenLinks.push(target.decodeText());
    }
  }
  return { links, brokenLinks };
}
