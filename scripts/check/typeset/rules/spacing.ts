import { type Fault, fullLines, type Rule } from '../rule.js';
import type { LineGaps } from '../text-line.js';

/**
 * Widest gaps of a line that still looks even, in em. Between Chinese characters a twelfth: a line of 27 that
 * lacks two characters (2/26) passes, one that lacks three does not. Between words, and between Chinese and Latin,
 * a half (CLREQ 3.5.4).
 */
const widest: Required<LineGaps> = { chinese: 1 / 12, mixed: 0.5, words: 0.5 };

/** Narrowest: Chinese characters do not overlap; words keep a sixth of an em (a word space is about a quarter). */
const narrowest: Required<LineGaps> = { chinese: -0.02, mixed: -0.02, words: 1 / 6 };

const kinds = ['chinese', 'mixed', 'words'] as const;

/** Lines whose white space was stretched too far. Ruby pushes characters apart by itself and is left out. */
export const looseLines: Rule = {
  kind: 'loose',
  find: (setting) => measured(setting, (gap, kind) => gap > widest[kind]),
  among: (setting) => fullLines(setting).length,
};

/** Lines whose white space was squeezed too far. */
export const tightLines: Rule = {
  kind: 'tight',
  find: (setting) => measured(setting, (gap, kind) => gap < narrowest[kind]),
  among: (setting) => fullLines(setting).length,
};

type Judge = (gap: number, kind: keyof LineGaps) => boolean;

function measured(setting: Parameters<typeof fullLines>[0], isFault: Judge): readonly Fault[] {
  return fullLines(setting)
    .filter(({ annotated }) => !annotated)
    .flatMap((line): readonly Fault[] => {
      const bad = kinds.flatMap((kind) => {
        const gap = line.gaps[kind];
        return gap !== undefined && isFault(gap, kind) ? [gap] : [];
      });
      return bad[0] === undefined ? [] : [{ line, amount: bad[0] }];
    });
}
