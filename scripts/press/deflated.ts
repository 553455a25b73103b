import { deflateSync } from 'node:zlib';
import { type PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

/** A stream packed the same way on every machine, with the keys of another one but for those of its packing. */
export function deflated(pdf: PDFDocument, bytes: Uint8Array, like?: PDFDict): PDFRawStream {
  const dict = pdf.context.obj({});
  for (const [key, value] of like?.entries() ?? []) dict.set(key, value);
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.delete(PDFName.of('DecodeParms'));
  const packed = deflateSync(bytes, { level: 6 });
  dict.set(PDFName.of('Length'), pdf.context.obj(packed.length));
  return PDFRawStream.of(dict, packed);
}
