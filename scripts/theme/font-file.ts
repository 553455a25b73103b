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
 * The font cut to the characters of `text`, hinting dropped: small, and still one TrueType font, so
 * that Chromium embeds it as one CID font with a right ToUnicode map (a full font gives Kangxi radicals).
 */
export async function cutFont(trueType: Uint8Array, text: string): Promise<Uint8Array> {
  const buffer = Buffer.from(trueType.buffer, trueType.byteOffset, trueType.byteLength);
  return subsetFont(buffer, text, { targetFormat: 'truetype', noHinting: true });
}
