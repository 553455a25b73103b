import { inflateSync } from 'node:zlib';
import { type PDFDict, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';

/** Gives the characters of a shown string, as it is written in a content stream (`<0012>`, `(ab)`). */
export type Decoder = (operand: string) => string;

/** The bytes of a stream, unpacked; `undefined` for a packing that no browser writes. */
export function streamBytes(stream: PDFObject | undefined): Uint8Array | undefined {
  if (!(stream instanceof PDFRawStream)) return undefined;
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  if (filter === undefined) return stream.getContents();
  if (String(filter).replace(/[[\]\s]/g, '') !== '/FlateDecode') return undefined;
  return inflateSync(stream.getContents());
}

/** Reads the Unicode map of a font (ISO 32000-1, section 9.10.3). Codes have two bytes in a composite font, else one. */
export function decoderOf(font: PDFDict): Decoder {
  const width = String(font.get(PDFName.of('Subtype'))) === '/Type0' ? 4 : 2;
  const bytes = streamBytes(font.lookup(PDFName.of('ToUnicode')));
  const map = bytes ? readUnicodeMap(Buffer.from(bytes).toString('latin1')) : new Map<number, string>();
  return (operand) => {
    const hex = operand.startsWith('<') ? operand.replace(/[^0-9a-f]/gi, '') : hexOf(operand);
    let text = '';
    for (let at = 0; at + width <= hex.length; at += width) {
      text += map.get(Number.parseInt(hex.slice(at, at + width), 16)) ?? '';
    }
    return text;
  };
}

function readUnicodeMap(source: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const [, kind, body = ''] of source.matchAll(/beginbf(char|range)([\s\S]*?)endbf/g)) {
    if (kind === 'char') {
      for (const [, code = '', to = ''] of body.matchAll(/<([^>]*)>\s*<([^>]*)>/g)) {
        map.set(Number.parseInt(code, 16), utf16(to));
      }
    } else addRanges(map, body);
  }
  return map;
}

function addRanges(map: Map<number, string>, body: string): void {
  const range = /<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|\[([^\]]*)\])/g;
  for (const [, from = '', to = '', first, list] of body.matchAll(range)) {
    const [low, high] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    const listed = [...(list ?? '').matchAll(/<([^>]*)>/g)].map(([, hex = '']) => utf16(hex));
    for (let code = low; code <= high; code++) {
      const text = first === undefined ? (listed[code - low] ?? '') : following(utf16(first), code - low);
      map.set(code, text);
    }
  }
}

/** In a range the last code point counts up. */
export function following(text: string, steps: number): string {
  const points = [...text];
  const last = points.pop()?.codePointAt(0) ?? 0;
  return points.join('') + String.fromCodePoint(last + steps);
}

/** The characters of UTF-16 in hexadecimal digits. */
export function utf16(hex: string): string {
  return Buffer.from(hex.replace(/\s/g, ''), 'hex').swap16().toString('utf16le');
}

/** A string in parentheses as hex (ISO 32000-1, section 7.3.4.2). */
function hexOf(literal: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const text = literal.slice(1, -1).replace(/\\([0-7]{1,3}|\r?\n|.)/gs, (_, escaped: string) => {
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 0xff);
    return escaped.endsWith('\n') ? '' : (escapes[escaped] ?? escaped);
  });
  return Buffer.from(text, 'latin1').toString('hex');
}
