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

/** Finds the slips of a block, in order; it is told the block after it, in which speech may go on. */
export function makeSlipFinder(
  source: string,
  habits: MarkHabits,
): (block: BlockText, next: string) => readonly Slip[] {
  const kana = strayKana(source);
  return (block, next) =>
    [
      ...patterns.flatMap(([kind, pattern]) => matches(block, kind, pattern)),
      ...matches(block, 'character-lost', /\?/gu, (index) => isLostCharacter(block.text, index, habits)),
      ...(kana ? matches(block, 'kana-in-chinese', kana) : []),
      // Where straight quotes stand for curly ones, pairs say nothing.
      ...(habits.mixed ? [] : unmatchedMarks(block.text))
        .filter(({ index }) => !isOpenedAgain(block.text, index, next))
        .map(({ index, mark }) => slip(block, 'pair-unmatched', index, mark)),
    ]
      .filter(({ offset }) => offset >= 0)
      .sort((a, b) => a.offset - b.offset);
}

function matches(
  block: BlockText,
  kind: SlipKind,
  pattern: RegExp,
  holds: (index: number) => boolean = () => true,
): readonly Slip[] {
  return [...block.text.matchAll(pattern)].flatMap((match) =>
    holds(match.index) ? [slip(block, kind, match.index, match[0])] : [],
  );
}

function slip({ offsetAt }: BlockText, kind: SlipKind, index: number, text: string): Slip {
  return { kind, offset: offsetAt(index), text };
}

/** Kana that can only be strays, as a scan puts them for characters that it does not know; nothing where the text means them. */
function strayKana(source: string): RegExp | undefined {
  const kana = source.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (kana === 0) return undefined;
  const han = source.match(/\p{Script=Han}/gu)?.length ?? 0;
  return kana <= mostKana * han ? /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu : undefined;
}
