import type { Layout } from '../../breaks/layout.js';
import { countHan, endsFully, openDepth } from '../../text/characters.js';
import { wordStraddles } from '../../text/words.js';
import { readJumpLine } from './jump-lines.js';
import type { Label } from './labels.js';
import {
  endsInDate,
  isAttendance,
  isByline,
  isColumn,
  isDate,
  isDateline,
  isItem,
  isNames,
  isNameWithOffice,
  isNote,
  isPoemTitle,
  isSalutation,
  isSigned,
  isStandingHead,
  isTurn,
  reportsSpeech,
} from './line-forms.js';
import type { PageLine } from './page-lines.js';

/** What is known of a line beside its text. */
export interface Surroundings {
  readonly before: PageLine | undefined;
  readonly after: PageLine | undefined;
  readonly layout: Layout;
  /** Whether heads are indented on this page as paragraphs are. */
  readonly headsAreIndented: boolean;
  /** Whether the line is one of a series of subheads, or a numbered section. */
  readonly inSeries: boolean;
}

/** Score of what a line cannot be. */
const cannot = -30;

/** What a line looks like by itself, as log-odds of each label; labels that are missing are ruled out. */
export type OwnScores = Partial<Record<Label, number>>;

export function ownScores(line: PageLine, around: Surroundings): OwnScores {
  const known = knownScores(line);
  if (known) return known;
  const { text } = line;
  if (isSalutation(text)) return { salutation: 4, text: 0 };
  if (isNote(text)) return { note: 5, text: 0, subhead: 0.5, headline: -2 };
  const running = runningScore(line, around);
  return {
    text: running,
    ...(isDateline(text) && { lead: running + 3 }),
    ...(isItem(text) && { item: running + 1.5 }),
    ...(/^[▲△▼▽◀▶]/u.test(text) && { caption: running + 1.5 }),
    ...(text.length <= (rowScore(text) > -1 ? 2 * longest : longest) &&
      line.segments.length <= 2 &&
      displayScores(line, around)),
  };
}

export function scoreOf(scores: OwnScores, label: Label): number {
  return scores[label] ?? cannot;
}

/** What earlier rules have settled: jump lines, captions, credits. */
function knownScores({ segments: [{ role, text }] }: PageLine): OwnScores | undefined {
  if (role === 'caption' || role === 'credit') return { [role]: 5 };
  if (role === 'continuation') {
    const jump = readJumpLine(text);
    return jump?.eitherWay ? { from: 4, on: 4 } : { [jump?.way ?? 'on']: 5 };
  }
  if (role === 'signoff') return isDate(text) || endsInDate(text) ? { sign: 5 } : { signatory: 5 };
  return role === 'body' ? undefined : { text: 5 };
}

/** Longest display line, in characters. */
const longest = 60;

/** Running text: it has marks, is long, and goes on over line ends. */
function runningScore(line: PageLine, { before, after, layout, headsAreIndented }: Surroundings): number {
  const { text, segments } = line;
  let sum = lengthScore(text) + runningMarks(text);
  sum += segments.length > 2 ? 3 : segments.length > 1 ? 1.5 : 0;
  if (isTurn(text) || isItem(text)) sum += 2;
  if (reportsSpeech(text)) sum += 1;
  if (!headsAreIndented) sum += indentScore(line, layout);
  if (before && straddles(before.text, text)) sum += 2;
  if (after && straddles(text, after.text)) sum += 1.5;
  return sum;
}

/** What the marks of a line say for running text. */
function runningMarks(text: string): number {
  let sum = openDepth(text) > 0 ? 1 : 0;
  if (endsFully(text)) sum += /[。…][”」』）)]?$/u.test(text) ? 2 : 0.5;
  else if (/[，、；,;—：:]$/u.test(text)) sum += 1.5;
  else if (/^[“「][^”」]*[”」]$/u.test(text)) sum -= 2;
  if (/[？！?!]$/u.test(text) && text.length <= 24) sum -= 0.7;
  if (/[。；]./u.test(text)) sum += 2;
  return /[，。、：；？！,;:?!]/u.test(text) ? sum : sum - 3;
}

function lengthScore({ length }: string): number {
  if (length >= 45) return 3;
  if (length >= 30) return 1;
  return length < 12 ? -1 : 0;
}

/** Where paragraphs are indented, a line that is not begins none. */
function indentScore({ segments: [first] }: PageLine, layout: Layout): number {
  if (!layout.indented && !layout.everyLineIndented) return 0;
  return first.line.indent >= 2 ? 1.5 : first.sameLine ? 0 : -1.5;
}

function straddles(before: string, after: string): boolean {
  return !endsFully(before) && wordStraddles(before, after);
}

/** Lines that are set for themselves: heads of all kinds, names, dates, lists and verse. */
function displayScores(line: PageLine, around: Surroundings): OwnScores {
  const { text } = line;
  const head = headScore(line, around);
  return {
    headline:
      head +
      headlineLength(text.length) +
      (isStandingHead(text) ? 2.5 : isPoemTitle(text) ? 1.5 : isColumn(text) || isWorkTitle(text) ? -1.5 : 0),
    subhead: head + subheadScore(text, around.inSeries),
    kicker: head + kickerScore(text),
    deck: head + deckScore(text),
    byline: bylineScore(text),
    ...(/^(?:图|圖)(?:为|為)|(?:资料图片|資料圖片)$/u.test(text) && { caption: 3 }),
    ...signScores(text),
    ...(!around.inSeries && rows(rowScore(text))),
    ...verses(text, verseScore(line, around)),
  };
}

/** What speaks for a head of any kind: no end mark, whole in itself, not indented as text is. */
function headScore(line: PageLine, around: Surroundings): number {
  const { text, segments } = line;
  const { before, after, layout, inSeries, headsAreIndented } = around;
  let sum = -1.2 + headMarks(text, after);
  if (!inSeries && isOtherForm(text)) sum -= 4;
  if (reportsSpeech(text) && (endsFully(text) || text.length > 24)) sum -= 2;
  if (segments.length > 1) sum -= 2.5;
  if (!headsAreIndented && (layout.indented || layout.everyLineIndented) && segments[0].line.indent >= 2)
    sum -= 1.5;
  if (/[\s　]/u.test(text)) sum += 0.4;
  if (!inSeries && /^(?:\p{Script=Han}|[\d:.%]+)$/u.test(text)) sum -= 3;
  if (before && straddles(before.text, text)) sum -= 2;
  if (after && straddles(text, after.text)) sum -= 1;
  return line.setApart ? sum + 0.4 : sum;
}

/** What the marks of a line say against a head. */
function headMarks(text: string, after: PageLine | undefined): number {
  let sum = 0;
  if (/[。；，、：;,:]$/u.test(text)) sum -= 5;
  else if (/[？！?!…]$/u.test(text)) sum -= 0.5;
  if (/[。；]./u.test(text)) sum -= 4;
  if (openDepth(text) > 0) sum -= after && closes(text, after.text) ? 1 : 3;
  return /^[，。、）]/u.test(text) ? sum - 8 : sum;
}

/** Forms that a head hardly ever has. */
function isOtherForm(text: string): boolean {
  return [isByline, isNameWithOffice, isSigned, isDate, isItem, isTurn].some((isForm) => isForm(text));
}

/** Whether a quote that a display line leaves open closes with the next one. */
function closes(text: string, next: string): boolean {
  return next.length <= 24 && openDepth(text + next) === 0 && /[”」』]$/u.test(next);
}

function headlineLength(length: number): number {
  if (length > 36) return -(length - 36) * 0.15 - 0.5;
  if (length >= 12) return 0.5;
  return length >= 7 ? 0 : length >= 5 ? -0.4 : -0.9;
}

function subheadScore(text: string, inSeries: boolean): number {
  const { length } = text;
  if (isPoemTitle(text) || isColumn(text)) return -1;
  const byLength = length <= 9 ? 0.7 : length <= 13 ? 0.3 : length <= 18 ? -0.7 : -1 - (length - 18) * 0.15;
  return byLength + (inSeries ? 5 : 0) - (isStandingHead(text) ? 1.5 : 0);
}

/** The occasion of the news, which stands over it: 市政府召开第三十七次常务会议. */
const occasion =
  /(?:会议|會議|发布会|座谈会|仪式|论坛|大会|联赛|锦标赛|运动会|艺术节|博览会)(?:第.{1,3}[轮輪日场場])?$|第.{1,4}[轮輪届屆场場站]$|召开|召開|举行|舉行|举办|舉辦|日前|昨日|近日/u;

function kickerScore(text: string): number {
  if (/[^—]——$/u.test(text)) return 6.5;
  if (isColumn(text)) return 1.2;
  const clause = text.length >= 15 && /[，、]|[\s　]/u.test(text);
  if (clause || occasion.test(text)) return 0.3;
  // The name of a column has four characters as a rule, or two.
  return /^(?:\p{Script=Han}{2}){1,2}$/u.test(text) ? -0.3 : -1.4;
}

function deckScore(text: string): number {
  if (/^——[^—]/u.test(text)) return 7;
  if (isAttendance(text)) return 2.5;
  return text.length >= 15 && /[，、]|[\s　]/u.test(text) ? 0 : -1.8;
}

function bylineScore(text: string): number {
  if (isByline(text)) return 5;
  if (isNameWithOffice(text)) return 4;
  if (!isNames(text) || isColumn(text)) return -6;
  return text.length === 2 ? 0.5 : 2;
}

function rows(score: number): OwnScores {
  return { 'row 1': score, 'row 2': score, row: score };
}

function verses(text: string, score: number): OwnScores {
  return { 'verse 1': score - (isPoemTitle(text) ? 3 : 0), 'verse 2': score, verse: score };
}

function signScores(text: string): OwnScores {
  if (isDate(text)) return { sign: 4 };
  if (endsInDate(text)) return { sign: 2.5 };
  if (/[，。；：！？、,;:!?“”「」]/u.test(text) || text.length > 28 || isColumn(text)) return {};
  if (isNames(text)) return { signatory: 0, sign: 0 };
  return isSigned(text) ? { signatory: 0.5, sign: 0.5 } : { signatory: -1.5 };
}

function rowScore(text: string): number {
  const isLabelled = /^[^，。：]{1,12}[：:]./u.test(text);
  if (endsFully(text) || text.length > (isLabelled ? 100 : 40)) return -4;
  let sum = (isLabelled ? -0.5 : -2) - (isColumn(text) ? 3 : 0);
  if (text.length <= 4) sum += 1;
  if (/\d/u.test(text)) sum += 1;
  if (/^[\d.,:：/%+\-—～~()（）]+$/u.test(text)) sum += 2;
  if (/\S[\s　]+\S+[\s　]+\S/u.test(text)) sum += 1;
  if (/[，；]/u.test(text)) sum -= 1.5;
  if (/^[（(].*[）)]$/u.test(text)) sum -= 2;
  return isWorkTitle(text) ? sum + 1.5 : sum;
}

/** A title of a book or song alone on its line heads a list of its particulars. */
function isWorkTitle(text: string): boolean {
  return /^《[^》]+》$/u.test(text);
}

function verseScore({ text }: PageLine, { layout }: Surroundings): number {
  const han = countHan(text);
  if (text.length > 22 || han < 2 || /[\d“”「」：；□■●◆]/u.test(text) || isColumn(text)) return -6;
  if (layout.measure !== undefined && han > layout.measure / 2 - 2) return -3;
  return /。$|[\s　]/u.test(text) ? -2.5 : -1.2;
}
