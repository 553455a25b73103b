import type { Diagnostic } from '../../model/diagnostic.js';
import type { Outcome } from '../../model/outcome.js';
import type { PreviewBook } from './preview-book.js';
import { EbookShelf } from './preview-ebook.js';
import type { Editor } from './preview-editors.js';
import type { Look, LookChoices } from './preview-look.js';

/** What the preview shows now. Pages that were right stay when what comes after them cannot be laid out. */
export class PreviewDesk {
  book: PreviewBook | undefined;
  /** Whether the pages are those of an earlier state of the manuscript. */
  isStale = false;
  /** What is tried in place of the book's own design; nothing of it is written. */
  look: Look = {};
  /** Whether the raw text of the book lies beside it, to be reviewed. */
  hasReview = false;
  /** Counts what was shown. */
  version = 0;
  readonly ebooks = new EbookShelf();
  /** What was found when the raw text was taken through the normalizer, for its review. */
  #reviewed: readonly Diagnostic[] = [];
  #laidOut: readonly Diagnostic[] = [];
  #onTry = (): void => undefined;
  readonly #listeners = new Set<(news: 'busy' | 'shown') => void>();

  constructor(readonly editor?: Editor) {}

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#laidOut, ...this.#reviewed];
  }

  get choices(): LookChoices {
    return this.book?.choices ?? { themes: [], trims: [] };
  }

  /** Settles when the reader tries another look. */
  tried(): Promise<void> {
    return new Promise((resolve) => {
      this.#onTry = resolve;
    });
  }

  try(look: Look): void {
    this.look = look;
    this.#onTry();
  }

  /** Something changed, and is being laid out. */
  begin(): void {
    this.#tell('busy');
  }

  show({ value, diagnostics }: Outcome<PreviewBook>): void {
    this.isStale = value === undefined;
    this.book = value ?? this.book;
    this.#laidOut = diagnostics;
    this.#news();
  }

  review(diagnostics: readonly Diagnostic[]): void {
    this.#reviewed = diagnostics;
    this.#news();
  }

  /** Gives what ends the listening. */
  listen(listener: (news: 'busy' | 'shown') => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #news(): void {
    this.version += 1;
    this.#tell('shown');
  }

  #tell(news: 'busy' | 'shown'): void {
    for (const listener of this.#listeners) listener(news);
  }
}
