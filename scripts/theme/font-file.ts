import fontverter from 'fontverter';
import { Face, Blob as FontBlob } from 'harfbuzzjs';
import subsetFont from 'subset-font';

/** The same font as TrueType: what is WOFF2 is unpacked, TrueType comes back as it is. */
export async function toTrueType(bytes: Uint8Array): Promise<Uint8Array> {
  return fontverter.convert(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'truetype');
}

/** The code points that a TrueType font maps to glyphs. */
export function coverageOf(trueType: Uint8Array): ReadonlySet<number> {
  return new Set(new Face(new FontBlob(trueType)).collectUnicodes());
}

/**
 * OpenType features that books are set with: what shaping needs, vertical forms, squeezed full-width marks,
 * kerning, figures, small capitals, stylistic sets. Left out are those that only swap a character for another
 * (`aalt`, `trad`, `fwid`, `hwid`, `jp78` …): a subset would carry the other forms of every character along.
 */
const keptFeatures: readonly string[] = [
  ...'calt ccmp clig curs fina init isol liga locl mark medi mkmk rclt rlig'.split(' '),
  ...'vert vrt2 vrtr halt vhal chws vchw palt vpal kern vkrn'.split(' '),
  // Curly quotes are full-width here; Latin text asks for the proportional ones.
  ...'pwid frac lnum onum ordn pnum sinf subs sups tnum zero'.split(' '),
  ...'c2sc case smcp swsh'.split(' '),
  ...Array.from({ length: 20 }, (_, index) => `ss${String(index + 1).padStart(2, '0')}`),
];

/**
 * The font cut to the characters of `text`, hinting dropped: small, and still one TrueType font, so
 * that Chromium embeds it as one CID font with a right ToUnicode map (a full font gives Kangxi radicals).
 */
export async function cutFont(trueType: Uint8Array, text: string): Promise<Uint8Array> {
  const buffer = Buffer.from(trueType.buffer, trueType.byteOffset, trueType.byteLength);
  return subsetFont(buffer, text, { targetFormat: 'truetype', noHinting: true, keepFeatures: keptFeatures });
}
