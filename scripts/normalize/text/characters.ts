/** Classes of characters that the rules ask about. All take one character or a short end of a line. */

const han = /\p{Script=Han}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
/** Full-width and CJK marks; not the quotes, dashes and dots that Chinese shares with Latin. */
const cjkMark = /[\u3001-\u301f\u3030\u303b-\u303f\uff01-\uff65\uffe0-\uffe6①-⑳]/u;
const sharedMark = /[\s"'“”‘’…⋯—―–·‧()\-.,!?:;]/u;

export function isHan(char: string): boolean {
  return han.test(char);
}

/** Han, kana or a full-width mark: beside it a rejoined line takes no space. */
export function isCjk(char: string): boolean {
  return han.test(char) || kana.test(char) || cjkMark.test(char);
}

/** Whether a line begins in CJK text, quotes and other shared marks passed over. */
export function beginsCjk(text: string): boolean {
  for (const char of text.slice(0, 12)) if (!sharedMark.test(char)) return isCjk(char);
  return false;
}

/** Whether a line ends in CJK text, quotes and other shared marks passed over. */
export function endsCjk(text: string): boolean {
  for (const char of [...text.slice(-12)].reverse()) if (!sharedMark.test(char)) return isCjk(char);
  return false;
}

/** Whether a text is Chinese or Japanese in the main: one character in ten is Han or kana. */
export function isEastAsian(text: string): boolean {
  const sample = text.slice(0, 200_000);
  const count = sample.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return count * 10 >= sample.replace(/\s+/g, '').length;
}

export function isKana(char: string): boolean {
  return kana.test(char);
}

export function isLatinLetter(char: string): boolean {
  return /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(char);
}

const closers = '"”’」』）)〉》】〕］]〗';
const sentenceEnd = new RegExp(`[。！？!?…⋯．｡.♪～~][${escapeForClass(closers)}]*$`, 'u');
const closedQuote = /[”」』]$/u;

/** A line ends as a sentence does; a closing quote alone also ends one. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.slice(-6)) || closedQuote.test(text);
}

/** A line ends with the mark of a sentence; a closing quote after a word (“回春”) ends none. */
export function endsFully(text: string): boolean {
  return sentenceEnd.test(text.slice(-6));
}

/** A mark that cannot begin a line in any layout: what follows belongs to the line before. */
export function startsWithCloser(text: string): boolean {
  return /^(?:[，。、；：！？．）」』】〉》〕”’]|[,;:!?)](?![,;:!?)]))/u.test(text);
}

export function startsWithOpeningQuote(text: string): boolean {
  return /^[“‘「『"«„]/u.test(text);
}

/** Number of opened and not yet closed quotes and brackets in a text, never below zero. */
export function openDepth(text: string): number {
  let depth = 0;
  for (const char of text) {
    if ('“「『（《【〔(['.includes(char)) depth++;
    else if ('”」』）》】〕)]'.includes(char) && depth > 0) depth--;
  }
  return depth;
}

export function countHan(text: string): number {
  let count = 0;
  for (const char of text) if (han.test(char)) count++;
  return count;
}

function escapeForClass(marks: string): string {
  return marks.replace(/[\]\\^-]/g, '\\$&');
}

/** White space as the ledger counts it: ECMAScript `\s`, which holds U+3000 and U+FEFF. */
export function isSpace(char: string): boolean {
  return /\s/.test(char);
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const ambiguous = /[—―…“”‘’·①-⑳]/u;

/**
 * Width of a text in display columns: East Asian wide and full-width characters count two, ambiguous
 * ones two in East Asian text only (UAX #11).
 */
export function displayWidth(text: string, eastAsian: boolean): number {
  let width = 0;
  for (const char of text) {
    if (char < '\u00b7') width++;
    else width += wide.test(char) || (eastAsian && ambiguous.test(char)) ? 2 : 1;
  }
  return width;
}
