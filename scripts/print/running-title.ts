/**
 * A title cut for a running head: whole if it fits, else as many of its phrases as fit (they end at
 * spaces and marks), so that no head is ever clipped or ends in dots. Lengths are in full-width characters.
 */
export function runningTitle(title: string, room: number): string {
  if (width(title) <= room) return title;
  let kept = '';
  for (const phrase of title.match(/[^\s，,：:；;—、。！!？?]+[\s，,：:；;—、。！!？?]*/gu) ?? []) {
    if (width(trimmed(kept + phrase)) > room) break;
    kept += phrase;
  }
  return trimmed(kept);
}

function trimmed(text: string): string {
  return text.replace(/[\s，,：:；;—、]+$/u, '');
}

/** Latin letters and digits take half of a full-width character. */
function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += /[\u0020-\u02af]/.test(character) ? 0.55 : 1;
  return sum;
}
