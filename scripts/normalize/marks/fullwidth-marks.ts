import type { BlockText } from '../breaks/block-text.js';
import { isCjk, isHan } from '../text/characters.js';
import type { Edit } from '../text/edits.js';

const wideMarks: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
  ',': '，',
  ';': '；',
  ':': '：',
  '.': '。',
};

/** How a Chinese text writes its marks as a whole. */
export interface MarkHabits {
  /** Whether straight quotes stand among curly ones or brackets for quotes: its typing follows no norm. */
  readonly mixed: boolean;
  /** Whether it knows the full-width question mark: then `?` within a sentence is a character that was lost. */
  readonly wideQuestions: boolean;
}

/** Straight quotes that show a habit: so many, and this share of all quotes at least. */
const [fewestStraight, leastShare] = [20, 0.05];

export function markHabits(text: string): MarkHabits {
  const straight =
    text.match(/(?<=[\p{Script=Han}，。！？．：])["'`]|["'`](?=\p{Script=Han})/gu)?.length ?? 0;
  const curly = text.match(/[“”‘’「」『』]/gu)?.length ?? 0;
  const share = straight / Math.max(1, straight + curly);
  const questions = text.match(/？/g)?.length ?? 0;
  return {
    mixed: curly > 0 && straight >= fewestStraight && share >= leastShare && share <= 1 - leastShare,
    wideQuestions: questions > (text.match(/\?/g)?.length ?? 0),
  };
}

/**
 * Half-width marks in Chinese context become full width (GB/T 15834, CLREQ 3.1.2): a mark that follows
 * Chinese, and a pair of brackets that holds Chinese or stands within it. Digits, decimals, times,
 * Latin words and addresses keep theirs. In a text that mixes straight quotes with others no single
 * mark is a slip, and all stay.
 */
export function fullwidthEdits({ text, offsetAt }: BlockText, habits: MarkHabits): readonly Edit[] {
  if (habits.mixed) return [];
  const edits: Edit[] = [];
  const widen = (index: number, confidence: number): void => {
    const start = offsetAt(index);
    const after = wideMarks[text.charAt(index)];
    if (start >= 0 && after) edits.push({ rule: 'fullwidth-mark', confidence, start, end: start + 1, after });
  };
  const widened = new Set(
    bracketPairs(text)
      .filter(([open, close]) => isChineseBracket(text, open, close))
      .flat(),
  );
  for (const index of widened) widen(index, 0.95);
  for (const { index } of text.matchAll(/[!?,;:.]/g)) {
    const follows = followsChinese(text, index) || widened.has(index - 1);
    if (follows && !isLostCharacter(text, index, habits)) widen(index, 0.92);
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** Whether `?` stands for a character that an encoding could not hold: within a sentence, where questions are written ？. */
export function isLostCharacter(text: string, index: number, { wideQuestions }: MarkHabits): boolean {
  if (!wideQuestions || text.charAt(index) !== '?') return false;
  return /^[\p{Script=Han}，。、；：！？]/u.test(text.slice(index + 1));
}

function followsChinese(text: string, index: number): boolean {
  const before = lastChar(text, index);
  const after = text.slice(index + 1, index + 3);
  const chinese = isHan(before) || /[”’》】）]/u.test(before);
  if (!chinese || before === text.charAt(index)) return false;
  // A lone stop only: `...` and `1.2` are something else, and so is a file's ending.
  if (text.charAt(index) === '.') return isHan(before) && /^(?:$|[”’）)]|\s*[^\p{ASCII}])/u.test(after);
  return !/^[,;:.]/.test(after);
}

function isChineseBracket(text: string, open: number, close: number): boolean {
  for (let i = open + 1; i < close; i++) if (isCjk(text.charAt(i))) return true;
  if (text.charAt(open) === '（' || text.charAt(close) === '）') return true;
  return (
    isCjk(lastChar(text, open)) &&
    /^(?:$|[,;:!?.]?[^\p{ASCII}]|[,;:!?.]$)/u.test(text.slice(close + 1, close + 3))
  );
}

function lastChar(text: string, index: number): string {
  return index > 0 ? text.charAt(index - 1) : '';
}

/** Matching pairs of brackets of any width; one without a partner is left alone. */
function bracketPairs(text: string): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  const open: number[] = [];
  for (const match of text.matchAll(/[()（）]/g)) {
    if (match[0] === '(' || match[0] === '（') open.push(match.index);
    else {
      const start = open.pop();
      if (start !== undefined) pairs.push([start, match.index]);
    }
  }
  return pairs;
}
