import { wordsOf } from '../theme/word-breaks.js';

/**
 * A title cut for a running head: whole if it fits, else as many of its phrases as fit (they end at
 * spaces and marks), so that no head is ever clipped or ends in dots. Lengths are in full-width characters.
 */
export function runningTitle(title: string, room: number): string {
  if (textWidth(title) <= room) return title;
  let kept = '';
  for (const phrase of phrasesOf(title)) {
    if (textWidth(trimmed(kept + phrase)) > room) break;
    kept += phrase;
  }
  return trimmed(kept);
}

/** More lines than this no title takes; what does not fit in them the browser breaks. */
const mostLines = 5;

/**
 * A title as the lines of a contents entry: as few as hold it, parted after phrases where two lines will do so,
 * else after words, and about equal.
 */
export function contentsLines(title: string, room: number, language: string): readonly string[] {
  if (textWidth(title) <= room) return [title];
  const phrases = phrasesOf(title);
  const words = phrases.flatMap((phrase) => wordsOf(phrase, language));
  return partedInto(2, phrases, room) ?? partedIntoFewest(words, room) ?? [title];
}

function partedIntoFewest(pieces: readonly string[], room: number): readonly string[] | undefined {
  for (let count = 2; count <= mostLines; count++) {
    const lines = partedInto(count, pieces, room);
    if (lines) return lines;
  }
  return undefined;
}

/** The narrowest lines, by half a character, that are no more than `count`. */
function partedInto(count: number, pieces: readonly string[], room: number): readonly string[] | undefined {
  const glued = gluedAtMarks(pieces);
  for (let width = Math.floor(textWidth(pieces.join('')) / count); width <= room; width += 0.5) {
    const lines = filled(glued, width);
    if (lines && lines.length <= count) return lines;
  }
  return undefined;
}

/** Lines no wider than `width`; undefined where a piece is. */
function filled(pieces: readonly string[], width: number): readonly string[] | undefined {
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1) ?? ''}${piece}`;
    if (textWidth(piece.trim()) > width) return undefined;
    if (lines.length > 0 && textWidth(longer.trim()) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

/** No line ends with an opening mark, or begins with any other or with a space (CLREQ 3.1.4). */
function gluedAtMarks(pieces: readonly string[]): readonly string[] {
  const glued: string[] = [];
  for (const piece of pieces) {
    const last = glued.at(-1);
    const isBound = last !== undefined && (endsOpen.test(last) || beginsClosed.test(piece));
    if (isBound) glued[glued.length - 1] = `${last}${piece}`;
    else glued.push(piece);
  }
  return glued;
}

const endsOpen = /[\p{Ps}\p{Pi}]\s*$/u;
const beginsClosed = /^(?:\s|(?![\p{Ps}\p{Pi}])\p{P})/u;

/** The phrases of a title, each with the marks and spaces that end it; together they are the title. */
function phrasesOf(title: string): readonly string[] {
  return (
    title.match(/[^\s，,：:；;—、。！!？?]*[\s，,：:；;—、。！!？?]+|[^\s，,：:；;—、。！!？?]+/gu) ?? []
  );
}

function trimmed(text: string): string {
  return text.replace(/[\s，,：:；;—、]+$/u, '');
}

/** How wide a text is, in full-width characters; Latin letters and digits take about half of one. */
export function textWidth(text: string): number {
  let sum = 0;
  for (const character of text) sum += /[\u0020-\u02af]/.test(character) ? 0.55 : 1;
  return sum;
}
