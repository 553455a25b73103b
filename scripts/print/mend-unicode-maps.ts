import { deflateSync } from 'node:zlib';
import { PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { following, streamBytes, utf16 } from './tags/unicode-map.js';

/** Most lines between `beginbfrange` and `endbfrange` (Adobe Technical Note 5014). */
const mostLines = 100;

/**
 * Parts the ranges of Unicode maps whose last byte would count beyond 255, which ISO 32000-1 (section 9.10.3) forbids and
 * Chromium writes: of `<041E> <041F> <5FFF>` some readers make 忿 and 怀, others 忿 and 开.
 */
export function mendUnicodeMaps(pdf: PDFDocument): void {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const map = object instanceof PDFDict ? object.get(PDFName.of('ToUnicode')) : undefined;
    const bytes = map instanceof PDFRef ? streamBytes(pdf.context.lookup(map)) : undefined;
    if (!bytes || !(map instanceof PDFRef)) continue;
    const source = Buffer.from(bytes).toString('latin1');
    const mended = partRanges(source);
    if (mended === source) continue;
    const packed = deflateSync(Buffer.from(mended, 'latin1'));
    const dict = pdf.context.obj({ Filter: 'FlateDecode', Length: packed.length });
    pdf.context.assign(map, PDFRawStream.of(dict, packed));
  }
}

/** A Unicode map with the ranges parted that have to be; one that has none is given back as it is. */
export function partRanges(source: string): string {
  return source.replace(/\d+\s+beginbfrange([\s\S]*?)endbfrange/g, (block, body: string) => {
    const lines = [...body.matchAll(/<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|\[[^\]]*\])/g)];
    const parted = lines.flatMap(([line, from = '', to = '', first]) =>
      first === undefined ? [line] : partsOf(line, from, to, first),
    );
    return parted.length === lines.length ? block : blocksOf(parted);
  });
}

/** One range as ranges in which the last byte never turns over. */
function partsOf(line: string, from: string, to: string, first: string): readonly string[] {
  const [low, high] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  const code = (value: number): string => value.toString(16).toUpperCase().padStart(from.length, '0');
  const parts: string[] = [];
  for (let at = low; at <= high; ) {
    const text = Buffer.from(following(utf16(first), at - low), 'utf16le').swap16();
    const end = Math.min(high, at + 255 - (text.at(-1) ?? 0));
    parts.push(`<${code(at)}> <${code(end)}> <${text.toString('hex').toUpperCase()}>`);
    at = end + 1;
  }
  return parts.length === 1 ? [line] : parts;
}

function blocksOf(lines: readonly string[]): string {
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += mostLines) {
    const some = lines.slice(at, at + mostLines);
    blocks.push([`${some.length} beginbfrange`, ...some, 'endbfrange'].join('\n'));
  }
  return blocks.join('\n');
}
