import type { BlockText } from '../breaks/block-text.js';
import { isLostCharacter, type MarkHabits } from './fullwidth-marks.js';
import { isOpenedAgain, unmatchedMarks } from './pairs.js';

/** What looks like a slip of a scan or of typing; it stays in the text, for a person to judge. */
export type SlipKind =
  | 'character-lost'
  | 'digit-letter'
  | 'kana-in-chinese'
  | 'marks-doubled'
  | 'pair-unmatched'
  | 'phrase-repeated';

export interface Slip {
  readonly kind: SlipKind;
  readonly offset: number;
  /** The characters in question. */
  readonly text: string;
}

const patterns: readonly (readonly [SlipKind, RegExp])[] = [
  // Two stops where one belongs; …… —— ！！ ？！ are marks of their own.
  ['marks-doubled', /[，。、；：]{2,}/gu],
  // O for 0, l or I for 1.
  [
    'digit-letter',
    /(?<![A-Za-z])\d+[OolI]\d*(?=[年月日时点元万亿%％\d])|(?<![A-Za-z0-9])[OolI]\d+(?=[年月日元万亿%％])/gu,
  ],
  ['phrase-repeated', /((\p{Script=Han})(?!\2{3})\p{Script=Han}{3,9})\1(?!\1)/gu],
];

/** Share of kana among Han, above which a text means them. */
const mostKana = 0.002;

/** Slips in the blocks of a Chinese text, in order. */
export function findSlips(blocks: readonly BlockText[], habits: MarkHabits): readonly Slip[] {
  const kana = strayKana(blocks);
  return blocks
    .flatMap((block, i) => [
      ...patterns.flatMap(([kind, pattern]) => matches(block, kind, pattern)),
      ...matches(block, 'character-lost', /\?/gu).filter(({ offset }) =>
        isLostCharacter(block.text, block.offsets.indexOf(offset), habits),
      ),
      ...(kana ? matches(block, 'kana-in-chinese', kana) : []),
      // Where straight quotes stand for curly ones, pairs say nothing.
      ...(habits.mixed ? [] : unmatchedMarks(block.text))
        .filter(({ index }) => !isOpenedAgain(block.text, index, blocks[i + 1]?.text))
        .map(({ index, mark }) => slip(block, 'pair-unmatched', index, mark)),
    ])
    .filter(({ offset }) => offset >= 0)
    .sort((a, b) => a.offset - b.offset);
}

function matches(block: BlockText, kind: SlipKind, pattern: RegExp): readonly Slip[] {
  return [...block.text.matchAll(pattern)].map((match) => slip(block, kind, match.index, match[0]));
}

function slip({ offsets }: BlockText, kind: SlipKind, index: number, text: string): Slip {
  return { kind, offset: offsets[index] ?? -1, text };
}

/** Kana that can only be strays, as a scan puts them for characters that it does not know; nothing where the text means them. */
function strayKana(blocks: readonly BlockText[]): RegExp | undefined {
  const pattern = /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
  let [kana, han] = [0, 0];
  for (const { text } of blocks) {
    kana += text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
    han += text.match(/\p{Script=Han}/gu)?.length ?? 0;
  }
  return kana > 0 && kana <= mostKana * han ? pattern : undefined;
}
