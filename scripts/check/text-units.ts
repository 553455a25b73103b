/** Elements that begin and end a block; white space at a block's edges is layout, not text. */
const blocks = new Set(
  (
    'address article aside blockquote body br caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p ' +
    'pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose text no reader sees. */
const unseen = new Set(['head', 'script', 'style', 'template', 'title']);

/** Roles of what Banxin makes itself: figures that call notes, and ways back to the text. */
const generated = new Set(['doc-noteref', 'doc-backlink']);

/** A text without its white space, and where in it white space stood inside a block. */
export interface TextUnits {
  /** All characters but white space, in order; not normalized in any way. */
  readonly units: string;
  /** Ascending indexes in `units` of the characters that white space stands before, within a block. */
  readonly gaps: readonly number[];
}

/**
 * Gathers the text that a reader sees from elements and strings as they come in the order of a document. The
 * manuscript's trees and the EPUB's files are both read by it, so that one rule decides for both.
 */
export class TextGatherer {
  readonly #parts: string[] = [];
  readonly #gaps: number[] = [];
  #length = 0;
  /** Depth inside an element that is left out; 0 outside. */
  #silence = 0;
  #atEdge = true;
  #spaceBefore = false;

  /** Characters gathered so far, in UTF-16 code units. */
  get length(): number {
    return this.#length;
  }

  enter(tagName: string, role?: string): void {
    if (this.#silence > 0 || unseen.has(tagName) || (role !== undefined && generated.has(role)))
      this.#silence += 1;
    else if (blocks.has(tagName)) this.#edge();
  }

  leave(tagName: string): void {
    if (this.#silence > 0) this.#silence -= 1;
    else if (blocks.has(tagName)) this.#edge();
  }

  text(value: string): void {
    if (this.#silence > 0) return;
    let end = 0;
    for (const { 0: word, index } of value.matchAll(/\S+/g)) {
      if ((index > end || this.#spaceBefore) && !this.#atEdge) this.#gaps.push(this.#length);
      this.#parts.push(word);
      this.#length += word.length;
      end = index + word.length;
      [this.#atEdge, this.#spaceBefore] = [false, false];
    }
    if (end < value.length) this.#spaceBefore = true;
  }

  finish(): TextUnits {
    return { units: this.#parts.join(''), gaps: this.#gaps };
  }

  #edge(): void {
    [this.#atEdge, this.#spaceBefore] = [true, false];
  }
}
