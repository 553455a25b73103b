import fontverter from 'fontverter';
import { Face, Font, Blob as FontBlob } from 'harfbuzzjs';
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

/** How fonts are cut here: what was cut otherwise is not the same. */
export const cutting = `1 ${keptFeatures.join(' ')}`;

/**
 * The font cut to the characters of `text`, hinting dropped: small, and still one TrueType font, so
 * that Chromium embeds it as one CID font with a right ToUnicode map (a full font gives Kangxi radicals).
 */
export async function cutFont(trueType: Uint8Array, text: string): Promise<Uint8Array> {
  const buffer = Buffer.from(trueType.buffer, trueType.byteOffset, trueType.byteLength);
  return subsetFont(buffer, text, { targetFormat: 'truetype', noHinting: true, keepFeatures: keptFeatures });
}

/**
 * Characters that share a glyph with another one of the text (～ and 〜, 金 and its compatibility form): a PDF
 * knows only the glyph, so reading it back gives one of them. By character, the first of its kind.
 */
export function glyphTwins(fonts: readonly Uint8Array[]): ReadonlyMap<string, string> {
  // The dash 破折号 is drawn with the glyph of the horizontal bar by a feature of the font, not by its map.
  const twins = new Map<string, string>([['―', '—']]);
  for (const bytes of fonts) {
    const face = new Face(new FontBlob(bytes));
    const font = new Font(face);
    const first = new Map<number, string>();
    for (const point of [...face.collectUnicodes()].sort((a, b) => a - b)) {
      const character = String.fromCodePoint(point);
      const glyph = font.nominalGlyph(point);
      if (glyph === undefined || /^\s$/u.test(character)) continue;
      const twin = first.get(glyph);
      if (twin === undefined) first.set(glyph, character);
      // Only characters of one length: indexes into the text must stay what they are.
      else if (twin.length === character.length) twins.set(character, twins.get(twin) ?? twin);
    }
  }
  return twins;
}
