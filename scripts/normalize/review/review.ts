import type { Diagnostic } from '../../model/diagnostic.js';
import type { Choice, Decision } from '../decisions/decision.js';
import type { Role } from '../text/segments.js';

/** All that an editor needs to judge a run of the normalizer: plain data, for a page, a server or a program. */
export interface Review {
  /** File name of the raw text in `source/`. */
  readonly file: string;
  readonly kind: 'book' | 'newspaper' | 'plain';
  readonly encoding: string;
  readonly language: string;
  /** What to look at, the most doubtful first; then what the editor has decided already. */
  readonly items: readonly ReviewItem[];
  readonly chapters: readonly ReviewChapter[];
  /** Decisions that found no place, or several, in words. */
  readonly stale: readonly Diagnostic[];
  /** How many edits each rule made. */
  readonly edits: Readonly<Record<string, number>>;
}

/** One place to look at: what stands there, what was decided, and what else could be. */
export interface ReviewItem {
  /** Stays the same from run to run as long as the place does. */
  readonly id: string;
  /** Rule of an edit or a decision, or the code of a flag. */
  readonly rule: string;
  /** 0 to 1; an editor's own decision has 1. */
  readonly confidence: number;
  /** UTF-16 code units into the decoded text, and `line:column`. */
  readonly offset: number;
  readonly at: string;
  /** Index into `chapters`. */
  readonly chapter: number;
  /** The raw text before the place, of it, and after it; line ends stand as they are. */
  readonly context: { readonly before: string; readonly place: string; readonly after: string };
  /** What can be said of the place, the state as it is first; each is what accepting it would write. */
  readonly outcomes: readonly ReviewOutcome[];
  /** What a flag says, where the item is one. */
  readonly flag?: Diagnostic;
  /** The editor's decision that holds here. */
  readonly decided?: Decision;
}

/** One way to settle a place: the choice, and the text as it would come out. */
export interface ReviewOutcome {
  readonly choice: Choice;
  /** The printed text around the place under this choice; ¶ stands for a paragraph's end. */
  readonly preview: string;
  /** Whether this is how it stands now. */
  readonly current: boolean;
}

export interface ReviewChapter {
  readonly file: string;
  readonly title: string | undefined;
  readonly characters: number;
  readonly paragraphs: number;
  readonly joins: number;
  /** Items of `items` that lie in this chapter and are still doubtful. */
  readonly doubts: number;
  /** What is odd: no title, a number missing before it, far longer than the others … */
  readonly odd: readonly Diagnostic[];
}

/** A block of a chapter as it came out, for a page on which any place can be chosen. */
export interface ReviewBlock {
  readonly role: Role;
  readonly level?: number;
  /** Stretches of printed text, each with the source offset that it begins at. */
  readonly pieces: readonly { readonly text: string; readonly offset: number; readonly edited: boolean }[];
}
