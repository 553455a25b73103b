import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Box } from '../pdf/page-geometry.js';
import { nameIn } from '../pdf/stream-content.js';
import { type FoundMarks, findMarks, type PressLimits, usualLimits } from './find-marks.js';

/** What a press file says of itself, read back from its bytes. */
export interface PressFacts extends FoundMarks {
  /** `PDF/X-4`, `PDF/X-1a:2003` …; nothing of other PDFs. */
  readonly version: string | undefined;
  /** As its first line says: `1.6`. */
  readonly format: string;
  readonly pages: number;
  readonly fonts: readonly { readonly name: string; readonly kind: string; readonly embedded: boolean }[];
  /** What the standard asks for and the file lacks. */
  readonly lacks: readonly PressLack[];
  readonly boxes: readonly { readonly media: Box; readonly bleed: Box; readonly trim: Box }[];
  readonly spots: readonly string[];
}

export type PressLack = 'intent' | 'trapped' | 'identifier' | 'metadata' | 'boxes' | 'version';

/** Reads a press file; `undefined` for bytes that are no PDF. */
export async function readPress(
  bytes: Uint8Array,
  limits: PressLimits = usualLimits,
): Promise<PressFacts | undefined> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
    return factsOf(pdf, bytes, limits);
  } catch {
    return undefined;
  }
}

/** Whether a PDF calls itself one of the family PDF/X. */
export function isPressFile(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return text.includes('GTS_PDFXVersion');
}

function factsOf(pdf: PDFDocument, bytes: Uint8Array, limits: PressLimits): PressFacts {
  const boxes = pdf.getPages().map((page) => ({
    media: boxOf(page.getMediaBox()),
    bleed: boxOf(page.getBleedBox()),
    trim: boxOf(page.getTrimBox()),
  }));
  const info = pdf.context.lookupMaybe(pdf.context.trailerInfo.Info, PDFDict);
  // The first edition of PDF/X-1 says what it conforms to in a key of its own (ISO 15930-1, section 6.2).
  const named = wordsIn(info, 'GTS_PDFXConformance') ?? wordsIn(info, 'GTS_PDFXVersion');
  return {
    version: named,
    format: Buffer.from(bytes.subarray(5, 8)).toString('latin1'),
    pages: boxes.length,
    fonts: fontsOf(pdf),
    lacks: lacksOf(pdf, info, named),
    boxes,
    spots: spotsOf(pdf),
    ...findMarks(pdf, boxes, limits, named?.startsWith('PDF/X-1') ?? false),
  };
}

function wordsIn(dict: PDFDict | undefined, key: string): string | undefined {
  const words = dict?.lookup(PDFName.of(key));
  return words instanceof PDFString || words instanceof PDFHexString ? words.decodeText() : undefined;
}

function boxOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Box {
  return [x, y, x + width, y + height];
}

function lacksOf(
  pdf: PDFDocument,
  info: PDFDict | undefined,
  version: string | undefined,
): readonly PressLack[] {
  const intents = pdf.catalog.lookupMaybe(PDFName.of('OutputIntents'), PDFArray);
  const intent = intents?.lookupMaybe(0, PDFDict);
  const metadata = pdf.catalog.lookup(PDFName.of('Metadata'));
  const packet = metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString('utf8') : '';
  const withBoxes = pdf
    .getPages()
    .every(({ node }) => node.has(PDFName.of('TrimBox')) || node.has(PDFName.of('ArtBox')));
  const has: Readonly<Record<PressLack, boolean>> = {
    intent:
      intent !== undefined &&
      nameIn(intent, 'S') === 'GTS_PDFX' &&
      intent.has(PDFName.of('OutputConditionIdentifier')),
    trapped: ['True', 'False'].includes((info && nameIn(info, 'Trapped')) ?? ''),
    identifier: pdf.context.trailerInfo.ID !== undefined,
    metadata: packet.includes('xmpMM:DocumentID') && (version === undefined || packet.includes(version)),
    boxes: withBoxes,
    version: version !== undefined,
  };
  return (['intent', 'trapped', 'identifier', 'metadata', 'boxes', 'version'] as const).filter(
    (name) => !has[name],
  );
}

function fontsOf(pdf: PDFDocument): PressFacts['fonts'] {
  const fonts: { name: string; kind: string; embedded: boolean }[] = [];
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || nameIn(object, 'Type') !== 'Font') continue;
    const kind = nameIn(object, 'Subtype') ?? '';
    if (kind.startsWith('CIDFont')) continue;
    const descendant = object.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
    const descriptor = (descendant ?? object).lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)));
    fonts.push({ name: nameIn(object, 'BaseFont') ?? '?', kind, embedded });
  }
  return fonts;
}

function spotsOf(pdf: PDFDocument): readonly string[] {
  const names = new Set<string>();
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFArray) || String(object.get(0)) !== '/Separation') continue;
    const name = object.lookup(1);
    if (name instanceof PDFName && name.decodeText() !== 'All') names.add(name.decodeText());
  }
  return [...names].sort();
}
