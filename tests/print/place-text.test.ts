import { expect, it } from 'vitest';
import type { BrowserMark } from '../../scripts/print/tags/browser-tags.js';
import type { DrawnPiece } from '../../scripts/print/tags/drawn-pieces.js';
import { placeText } from '../../scripts/print/tags/place-text.js';

/** A page of an index: what its markup says, and what is drawn of it and marked by the browser, in order. */
function placesOf(texts: readonly string[], drawn: readonly string[]): readonly (string | undefined)[] {
  const pieces = drawn.map(
    (text, mcid): DrawnPiece => ({ from: mcid, to: mcid + 1, kind: 'text', text, mcid }),
  );
  const marks = drawn.map((_, mcid): BrowserMark => ({ mcid, type: 'P', alt: undefined, path: [] }));
  const places = placeText(pieces, marks, texts);
  return pieces.map((piece) => {
    const place = places.get(piece);
    return place?.kind === 'text' ? `${place.text} ${texts[place.text]}` : undefined;
  });
}

it('an entry of an index keeps its page though a later entry has the same, and the letter between them is unmarked', () => {
  // The heading P is not marked, and the first letter of its first entry is drawn apart.
  const texts = ['ONIX', '56', 'P', 'pandoc', '29', 'printed pages', '56', 'proof', '60'];
  const drawn = ['ONIX', '56', 'p', 'andoc', '29', 'printed pages', '56', 'proof', '60'];
  expect(placesOf(texts, drawn)).toEqual([
    '0 ONIX',
    '1 56',
    '3 pandoc',
    '3 pandoc',
    '4 29',
    '5 printed pages',
    '6 56',
    '7 proof',
    '8 60',
  ]);
});
