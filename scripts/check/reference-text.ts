import type { Nodes } from 'hast';
import { placeInSource } from '../files/source-place.js';
import type { Chapter } from '../model/book.js';
import type { Place } from '../model/diagnostic.js';
import { TextGatherer, type TextUnits } from './text-units.js';

/** The manuscript's text as one stream, in the order of the chapters, that knows where each character comes from. */
export interface ReferenceText extends TextUnits {
  /**
   * Chapter and line of the character at an index of `units` (UTF-16 code units from 0). An index past the end
   * gives the last character's place; a book without text gives its first chapter. Throws for one without chapters.
   */
  readonly placeOf: (index: number) => { readonly chapterId: string; readonly place: Place };
}

/**
 * Reads the text of chapters from their trees. White space is left out, and so is what Banxin adds itself: the
 * figures that call notes and the arrows that lead back (roles doc-noteref and doc-backlink).
 */
export function referenceText(chapters: readonly Chapter[]): ReferenceText {
  const gatherer = new TextGatherer();
  const runs = new Runs();
  chapters.forEach((chapter, index) => {
    gatherer.enter('section');
    gather(chapter.tree, 0, (start, line) => runs.add(start, index, line), gatherer);
    gatherer.leave('section');
  });
  return {
    ...gatherer.finish(),
    placeOf: (index) => {
      const run = runs.find(index);
      const chapter = chapters[run.chapter];
      if (!chapter) throw new RangeError('a book without chapters has no places');
      const place = placeInSource(chapter.source, run.line);
      return { chapterId: chapter.id, place };
    },
  };
}

function gather(
  node: Nodes,
  line: number,
  begin: (start: number, line: number) => void,
  gatherer: TextGatherer,
): void {
  if (node.type === 'text') {
    const start = gatherer.length;
    gatherer.text(node.value);
    if (gatherer.length > start) begin(start, node.position?.start.line ?? line);
  }
  if (node.type !== 'element' && node.type !== 'root') return;
  if (node.type === 'element') gatherer.enter(node.tagName, roleOf(node.properties.role));
  for (const child of node.children) gather(child, child.position?.start.line ?? line, begin, gatherer);
  if (node.type === 'element') gatherer.leave(node.tagName);
}

function roleOf(role: unknown): string | undefined {
  return typeof role === 'string' ? role : undefined;
}

/** Stretches of characters from one line of one chapter. Typed arrays: a long novel has hundreds of thousands. */
class Runs {
  #count = 0;
  /** Three numbers a run: first character, index of the chapter, line (0 for unknown). */
  #data = new Uint32Array(3 * 1024);

  add(start: number, chapter: number, line: number): void {
    const last = 3 * (this.#count - 1);
    if (this.#count > 0 && this.#data[last + 1] === chapter && this.#data[last + 2] === line) return;
    if (3 * this.#count === this.#data.length) {
      const larger = new Uint32Array(2 * this.#data.length);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data.set([start, chapter, line], 3 * this.#count);
    this.#count += 1;
  }

  /** The run that holds a character. */
  find(index: number): { readonly chapter: number; readonly line: number } {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#data[3 * middle] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    const at = 3 * Math.max(0, low - 1);
    return { chapter: this.#data[at + 1] ?? 0, line: this.#data[at + 2] ?? 0 };
  }
}
