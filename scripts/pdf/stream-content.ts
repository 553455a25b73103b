import { decodePDFRawStream, type PDFDict, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';

/** The decoded content of a drawing; its streams follow each other as one (section 7.8.2). */
export function contentOf({ streams }: { readonly streams: readonly PDFRawStream[] }): Uint8Array {
  const [only, ...more] = streams.map((stream) => decodePDFRawStream(stream).decode());
  if (more.length === 0) return only ?? new Uint8Array();
  return Buffer.concat([only ?? new Uint8Array(), ...more].flatMap((bytes) => [bytes, Buffer.from('\n')]));
}

/** A name in a dictionary, or in what it refers to. */
export function nameIn(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
}
