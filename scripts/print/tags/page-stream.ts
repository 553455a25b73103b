import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  type PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { type Decoder, decoderOf, streamBytes } from './unicode-map.js';

/** A page's content; its streams count as one text (ISO 32000-1, section 7.8.2). `undefined` for a packing that Banxin cannot read. */
export function contentOf(pdf: PDFDocument, page: PDFPage): Uint8Array | undefined {
  const parts = streamsOf(pdf, page).map((ref) => streamBytes(pdf.context.lookup(ref)));
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  return known.length === 1 ? known[0] : Buffer.concat(known.flatMap((part) => [part, Buffer.from('\n')]));
}

/** Puts another content in the place of a page's own. */
export function replaceContent(pdf: PDFDocument, page: PDFPage, stream: PDFRawStream): void {
  const [first, ...others] = streamsOf(pdf, page);
  for (const other of others) pdf.context.delete(other);
  if (!first) return;
  pdf.context.assign(first, stream);
  page.node.set(PDFName.of('Contents'), first);
}

function streamsOf(pdf: PDFDocument, page: PDFPage): readonly PDFRef[] {
  const contents = page.node.get(PDFName.of('Contents'));
  const value = pdf.context.lookup(contents);
  const all = value instanceof PDFArray ? value.asArray() : [contents];
  return all.filter((ref) => ref instanceof PDFRef);
}

/** What each font's codes mean; a book's pages share their fonts. */
export class Decoders {
  readonly #known = new Map<PDFDict, Decoder>();

  of(page: PDFPage): (font: string) => Decoder {
    const fonts = page.node.Resources()?.lookup(PDFName.of('Font'));
    return (name) => {
      const font = fonts instanceof PDFDict ? fonts.lookup(PDFName.of(name.slice(1))) : undefined;
      if (!(font instanceof PDFDict)) return () => '';
      const decoder = this.#known.get(font) ?? decoderOf(font);
      this.#known.set(font, decoder);
      return decoder;
    };
  }
}
