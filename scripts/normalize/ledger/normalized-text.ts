import type { Diagnostic } from '../../model/diagnostic.js';
import type { Joined } from '../breaks/blocks.js';
import type { ChapterPlan } from '../chapters/plan-chapters.js';
import type { PlacedDecision, StaleDecision } from '../decisions/resolve-decisions.js';
import type { RawText } from '../encoding/raw-text.js';
import type { ChapterRange, Edit } from '../text/edits.js';
import type { Finding } from '../text/finding.js';
import type { LedgerDecision } from './ledger-rows.js';

/** What a raw text is: a book by its chapters, a page of a newspaper, Markdown already, or plain text. */
export type TextKind = 'book' | 'markdown' | 'newspaper' | 'plain';

/** A chapter that came out of a text, before it is written to a file. */
export interface NormalizedChapter {
  /** File name in `chapters/`, e.g. `01-article-1.md`. */
  readonly fileName: string;
  /** The level-1 heading, or nothing where the text has none. */
  readonly heading: string | undefined;
  readonly markdown: string;
  /** The source ranges it was made from, in reading order; a stitched article has several. */
  readonly ranges: readonly ChapterRange[];
  readonly paragraphs: number;
  /** Line ends rejoined in it. */
  readonly joins: number;
  /** Pages that jump lines name whose other half is not in the text. */
  readonly continuedFrom?: string;
  readonly continuedOn?: string;
}

/** A raw text taken apart: chapters, and every change and decision that led to them. */
export interface NormalizedText extends RawText {
  readonly kind: TextKind;
  /** BCP 47 tag found by script and small words. */
  readonly language: string;
  readonly chapters: readonly NormalizedChapter[];
  readonly edits: readonly Edit[];
  readonly decisions: readonly LedgerDecision[];
  /** What a person should look at, with its place in the decoded text. */
  readonly flags: readonly Flag[];
  /** Decisions of an editor that were followed, and those that were not. */
  readonly followed: readonly PlacedDecision[];
  readonly stale: readonly StaleDecision[];
  /** What the whole can be called by its own words: a line of title, or a page's first headline; no chapter of many. */
  readonly title: string | undefined;
  /** Title of a chapter that has no heading: the name of the raw text. */
  readonly fallbackTitle: string;
  /** The date that the text is signed with, ISO 8601, if all sign-offs agree. */
  readonly signedDate?: string;
}

/** A diagnostic of a text, and the UTF-16 code unit that it speaks of. */
export interface Flag {
  readonly offset: number;
  /** What is in question: a character, or the line that begins there and what it heads. */
  readonly of: 'character' | 'line';
  readonly diagnostic: Diagnostic;
}

/** A text as blocks and chapters, with the edits that its structure asked for. */
export interface Page {
  readonly kind: TextKind;
  readonly joined: Joined;
  readonly plans: readonly ChapterPlan[];
  readonly edits: readonly Edit[];
  readonly findings: readonly Finding[];
}
