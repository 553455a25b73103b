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

/**
 * A title as the lines of a contents entry: one if it fits, else two, parted after the phrase that leaves them
 * most equal; where phrases are too long for that, after a word. What needs more lines the browser breaks.
 */
export function contentsLines(title: string, room: number, language: string): readonly string[] {
  if (textWidth(title) <= room) return [title];
  const phrases = phrasesOf(title);
  const words = phrases.flatMap((phrase) => wordsOf(phrase, language));
  return partedInTwo(phrases, room) ?? partedInTwo(words, room) ?? [title];
}

function partedInTwo(pieces: readonly string[], room: number): readonly string[] | undefined {
  const partings = pieces.slice(1).flatMap((_, index) => {
    const lines = [pieces.slice(0, index + 1).join(''), pieces.slice(index + 1).join('')];
    const longest = Math.max(...lines.map((line) => textWidth(line.trim())));
    return longest <= room && isSoundParting(lines) ? [{ lines, longest }] : [];
  });
  return partings.toSorted((a, b) => a.longest - b.longest)[0]?.lines;
}

/** No line ends with an opening mark or begins with any other (CLREQ 3.1.3). */
function isSoundParting([first = '', second = '']: readonly string[]): boolean {
  return !/[\p{Ps}\p{Pi}]\s*$/u.test(first) && !/^\s*(?![\p{Ps}\p{Pi}])\p{P}/u.test(second);
}

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
