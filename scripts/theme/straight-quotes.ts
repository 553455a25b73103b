/** A stretch of text, and whether a line may end after it: before an opening quote, or after a closing one. */
export interface QuotePart {
  readonly value: string;
  readonly breaks?: 'before' | 'after';
}

const opensAfter = /[：:（《〈「『【〔“‘]$/u;
const stop = /[。．！？…—]$/u;
const letter = /^[\p{L}\p{N}《〈「『（“]/u;

/**
 * Reads the straight double quotes of a Chinese paragraph. A browser breaks on neither side of one (UAX 14, LB19),
 * so that `。"他说` hangs together and leaves a loose line before it. Where the mark before a quote and those that
 * are open tell its side, a line may end on the other; between two characters nothing is told, nothing is done.
 */
export class StraightQuotes {
  #straight = false;
  #curly = false;
  #before = '';

  /** Parts a text of the paragraph; texts come in their order. */
  part(text: string): readonly QuotePart[] {
    const parts: QuotePart[] = [];
    let start = 0;
    for (const { index, 0: mark } of text.matchAll(/["“”]/g)) {
      if (mark !== '"') {
        this.#curly = mark === '“';
        if (this.#curly) this.#straight = false;
        continue;
      }
      const before = text.slice(Math.max(0, index - 1), index) || this.#before;
      const after = text.slice(index + 1, index + 3);
      const side = this.#sideOf(before);
      if (side === 'closes' && stop.test(before) && letter.test(after)) {
        parts.push({ value: text.slice(start, index + 1), breaks: 'after' });
        start = index + 1;
      } else if (side === 'opens' && (stop.test(before) || opensAfter.test(before)) && start < index) {
        parts.push({ value: text.slice(start, index), breaks: 'before' });
        start = index;
      }
    }
    this.#before = text.slice(-1) || this.#before;
    const rest = text.slice(start);
    return rest === '' ? parts : [...parts, { value: rest }];
  }

  #sideOf(before: string): 'opens' | 'closes' {
    const closes = !opensAfter.test(before) && (this.#straight || (stop.test(before) && this.#curly));
    if (closes && !this.#straight) this.#curly = false;
    this.#straight = !closes;
    return closes ? 'closes' : 'opens';
  }
}
