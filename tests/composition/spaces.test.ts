import { describe, expect, it } from 'vitest';
import { composed } from './composed.js';

/** A no-break space is shown as `~`, a fine one as `_`. */
const facts: readonly (readonly [string, string, string])[] = [
  ['en', 'Mr. Pip and Dr Who walked 5 km.', 'Mr.~Pip and Dr~Who walked 5~km.'],
  ['en', 'See p. 12 and Fig. 3 of J. R. Hart.', 'See p.~12 and Fig.~3 of J.~R.~Hart.'],
  ['en', 'He was Louis XIV – king.', 'He was Louis~XIV~– king.'],
  ['en', 'The five men met a stranger.', 'The five men met a stranger.'],
  ['fr', 'Quoi ? Oui ! Non : jamais ; 12 000 fois.', 'Quoi_? Oui_! Non~: jamais_; 12_000 fois.'],
  ['fr', 'Il est 10:30 à http://a.b', 'Il est 10:30 à http://a.b'],
  ['de', 'Siehe S. 12, z. B. dort.', 'Siehe S.~12, z.~B. dort.'],
  ['zh-Hans', '走了 5 km。', '走了 5 km。'],
];

describe('no-break spaces', () => {
  it.each(facts)('in %s: %s', async (language, written, seen) => {
    const { ebook } = await composed(written, language);
    expect(ebook.replaceAll('\u00a0', '~').replaceAll('\u202f', '_')).toBe(seen);
  });
});
