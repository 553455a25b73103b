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
 * most equal. Where no parting fits it stays whole and the browser breaks it.
 */
export function contentsLines(title: string, room: number): readonly string[] {
  const phrases = phrasesOf(title);
  if (textWidth(title) <= room || phrases.length < 2) return [title];
  const partings = phrases.slice(1).map((_, index) => {
    const lines = [phrases.slice(0, index + 1).join(''), phrases.slice(index + 1).join('')];
    return { lines, longest: Math.max(...lines.map(textWidth)) };
  });
  const best = partings.reduce((a, b) => (b.longest < a.longest ? b : a));
  return best.longest <= room ? best.lines : [title];
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
