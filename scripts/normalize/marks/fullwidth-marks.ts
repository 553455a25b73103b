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

/**
 * Half-width marks in Chinese context become full width (GB/T 15834, CLREQ 3.1.1): a mark that follows
 * Chinese, and a pair of brackets that holds Chinese or stands within it. Digits, decimals, times,
 * Latin words and addresses keep theirs.
 */
export function fullwidthEdits({ text, offsets }: BlockText): readonly Edit[] {
  const edits: Edit[] = [];
  const widen = (index: number, confidence: number): void => {
    const start = offsets[index] ?? -1;
    const after = wideMarks[text.charAt(index)];
    if (start >= 0 && after) edits.push({ rule: 'fullwidth-mark', confidence, start, end: start + 1, after });
  };
  for (const { index } of text.matchAll(/[!?,;:.]/g)) if (followsChinese(text, index)) widen(index, 0.92);
  for (const [open, close] of bracketPairs(text)) {
    if (!isChineseBracket(text, open, close)) continue;
    widen(open, 0.95);
    widen(close, 0.95);
  }
  return edits.sort((a, b) => a.start - b.start);
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
  return isCjk(lastChar(text, open)) && (close + 1 >= text.length || isCjk(text.charAt(close + 1)));
}

function lastChar(text: string, index: number): string {
  return index > 0 ? text.charAt(index - 1) : '';
}

/** Matching pairs of half-width brackets; one without a partner is left alone. */
function bracketPairs(text: string): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  const open: number[] = [];
  for (const match of text.matchAll(/[()]/g)) {
    if (match[0] === '(') open.push(match.index);
    else {
      const start = open.pop();
      if (start !== undefined) pairs.push([start, match.index]);
    }
  }
  return pairs;
}
