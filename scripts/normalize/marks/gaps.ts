import type { BlockText } from '../breaks/block-text.js';
import { isCjk } from '../text/characters.js';
import type { Edit, SourceRange } from '../text/edits.js';
import type { Role } from '../text/segments.js';
import { beginsWithSurname } from '../text/surnames.js';

/** What became of a space between two Chinese characters; a kept one is told to the editor, too. */
export interface GapDecision {
  readonly offset: number;
  readonly kept: boolean;
  readonly confidence: number;
}

export interface Gaps {
  readonly edits: readonly Edit[];
  readonly decisions: readonly GapDecision[];
}

/** Whether a phrase stands somewhere in the text in one piece. */
export type StandsElsewhere = (phrase: string) => boolean;

const gap = /[ \t\u00a0\u3000]+/g;
const sharedQuote = /[“”‘’…—]/u;

/**
 * Decides every space between two Chinese characters of a block. In headings, captions, names and
 * verse a gap parts phrases and stays; in running text it is a slip of the scan and goes, as it does
 * where the phrase that it cuts stands elsewhere in one piece.
 */
export function decideGaps(block: BlockText, role: Role, standsElsewhere: StandsElsewhere): Gaps {
  const edits: Edit[] = [];
  const decisions: GapDecision[] = [];
  const names = nameSpans(block.text);
  const places = [...block.text.matchAll(gap)].filter((match) =>
    isChineseGap(block.text, match.index, match[0].length),
  );
  for (const [i, match] of places.entries()) {
    const offset = block.offsetAt(match.index);
    if (offset < 0) continue;
    const isName = names.some(({ start, end }) => start <= match.index && match.index < end);
    const sure = isName ? 0 : removal(block.text, match, role, i, places.length, standsElsewhere);
    const kept = sure === 0;
    const after = kept ? (match[0].includes('\u3000') ? '\u3000' : ' ') : '';
    const confidence = kept ? 0.9 : sure;
    decisions.push({ offset, kept, confidence });
    const end = block.offsetAt(match.index + match[0].length - 1) + 1;
    if (after !== match[0]) edits.push({ rule: 'gap', confidence, start: offset, end, after });
  }
  return { edits, decisions };
}

/** 记者 张三 李 四, 通讯员 王五: gaps part the names, and their bearers from what they are. */
const reporters =
  /(?:记者|通讯员|特派员|撰稿人?|摄影师?|作者|编辑|实习生|記者|通訊員|編輯)(?:[ \u00a0\u3000]+(?:\p{Script=Han}{2,4}|\p{Script=Han}[ \u3000]\p{Script=Han})(?=[）)，。、；\s]|报道|报导|摄|文|电|$)){1,6}/gu;
/** 荀 采、童 欣: a name of two characters is spaced to the width of three, where names are listed. */
const spacedName = /(?<=^|[、，：:（(\s])\p{Script=Han}[ \u3000]\p{Script=Han}(?=$|[、，。；（(）)《\s])/gu;
/** 本报讯 市交通运输局…: the gap after a dateline. */
const afterDateline = /^[\p{Script=Han}（(【]{2,12}[讯訊电電][）)】]?[ \u3000]+/gu;

function nameSpans(text: string): readonly SourceRange[] {
  const listed = [...text.matchAll(spacedName)].filter(({ 0: name }) => beginsWithSurname(name));
  return [...text.matchAll(reporters), ...text.matchAll(afterDateline), ...listed].map(
    ({ index, 0: { length } }) => ({ start: index, end: index + length }),
  );
}

function isChineseGap(text: string, index: number, length: number): boolean {
  const [before, after] = [text.charAt(index - 1), text.charAt(index + length)];
  return [before, after].every((char) => isCjk(char) || sharedQuote.test(char));
}

/** How sure it is that a gap should go; 0 keeps it. */
function removal(
  text: string,
  match: RegExpExecArray,
  role: Role,
  order: number,
  count: number,
  standsElsewhere: StandsElsewhere,
): number {
  const { index } = match;
  const left = text.slice(Math.max(0, index - 3), index);
  const right = text.slice(index + match[0].length, index + match[0].length + 3);
  const cut = left.length === 3 && right.length === 3 && !/\s/.test(left + right);
  if (role === 'heading') return order > 0 && cut && standsElsewhere(left + right) ? 0.85 : 0;
  if (role !== 'body' || match[0].includes('\u3000')) return 0;
  if (text.length < 40 && !/[。！？]/u.test(text)) return 0;
  if (count >= 3 && count * 14 > text.length) return 0;
  if (cut && standsElsewhere(left + right)) return 0.95;
  return /[。！？”]$/u.test(left) ? 0.6 : 0.7;
}

/** Most phrases looked up in one text; keeps the search linear. */
const mostLookUps = 100;

/** A look-up in a text whose line ends are closed up but whose gaps are not: a phrase cut by a gap is not found by it. */
export function makePhraseFinder(source: string): StandsElsewhere {
  let closedUp: string | undefined;
  let left = mostLookUps;
  return (phrase) => {
    if (left-- <= 0) return false;
    closedUp ??= source.replace(/\s*[\r\n]\s*/g, '');
    return closedUp.includes(phrase);
  };
}
