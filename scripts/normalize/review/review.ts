import type { Diagnostic } from '../../model/diagnostic.js';
import type { Anchor, Choice, Decision, LineChoice } from '../decisions/decision.js';
import type { TextKind } from '../ledger/normalized-text.js';
import type { SourceRange } from '../text/edits.js';
import type { Role } from '../text/segments.js';

/** All that an editor needs to judge a run of the normalizer: plain data, for a page, a server or a program. */
export interface Review {
  /** Name of the raw text in `source/`. */
  readonly file: string;
  /** What the whole is called by its own words, else by the name of its file. */
  readonly title: string;
  readonly kind: TextKind;
  /** WHATWG labels, each once. */
  readonly encodings: readonly string[];
  /** BCP 47 tag. */
  readonly language: string;
  /** What is open, the most doubtful first; then what the editor has decided; then the changes that no one doubts. */
  readonly items: readonly ReviewItem[];
  /** What an editor can make of any line, for a menu. */
  readonly lineChoices: readonly LineChoice[];
  readonly chapters: readonly ReviewChapter[];
  /** Decisions that were not followed: they found no place, or several. */
  readonly stale: readonly StaleEntry[];
  /** How many edits each rule made. */
  readonly edits: Readonly<Record<string, number>>;
  readonly figures: ReviewFigures;
}

/** Places, counted one by one: what is still open, and what the editor has decided. */
export interface ReviewFigures {
  readonly open: number;
  readonly decided: number;
}

/**
 * One thing to look at, at one place or at several that are alike. `open`: doubtful, or flagged.
 * `decided`: an editor's word holds. `changed`: the rules changed it and are sure.
 */
export interface ReviewItem {
  /** Stays the same from run to run: made of what stands at the place, not of its offset. */
  readonly id: string;
  readonly state: 'open' | 'decided' | 'changed';
  /** What is in question: whether a line ends here, what a line is, or which characters stand here. */
  readonly kind: 'line-end' | 'line' | 'characters';
  /** Rule of the edit or decision, or code of the flag. */
  readonly rule: string;
  /** 0 to 1, of the least sure place. */
  readonly confidence: number;
  /** The characters of the raw text and what they became, where characters are in question. */
  readonly change?: { readonly before: string; readonly after: string };
  /** What the line is now, and how many source lines make it up, where a line is in question. */
  readonly line?: { readonly role: Role | 'furniture'; readonly level?: number; readonly lines: number };
  /** What is said of the place in words. */
  readonly flags: readonly Diagnostic[];
  /** What can be said of it, the present state first. */
  readonly outcomes: readonly ReviewOutcome[];
  /** The characters that an editor may replace by others. */
  readonly replaces?: string;
  readonly places: readonly ReviewPlace[];
  /** How many places there are; a page may hold fewer of them. */
  readonly count: number;
}

/** One way to settle a place: what is then written, and the text that it prints there. */
export interface ReviewOutcome {
  /** What choosing it writes; nothing where the present state cannot be put into a decision. */
  readonly choice?: Choice;
  /** What is printed at the place; `¶` is a paragraph's end. */
  readonly text: string;
  /** Whether this is how it stands now. */
  readonly current: boolean;
}

/** Where an item stands. */
export interface ReviewPlace {
  /** What a decision on the characters, or on the line, is keyed by. */
  readonly anchor: Anchor;
  /** The anchor of the line end, where the characters before it have one of their own. */
  readonly lineAnchor?: Anchor;
  /** UTF-16 code units of the decoded text. */
  readonly start: number;
  readonly end: number;
  /** `line:column` of the raw text, with the file before it where there are several. */
  readonly at: string;
  /** Index into `chapters`. */
  readonly chapter: number;
  /** The raw text before the place, of it, and after it; line ends and indents stand as they are. */
  readonly raw: {
    readonly before: string;
    readonly place: string;
    readonly after: string;
    /** Whether it breaks off in mid-line. */
    readonly cut?: boolean;
  };
  /** The text as it comes out before and after the place; `¶` is a paragraph's end. Left out where an item has many places. */
  readonly printed?: { readonly before: string; readonly after: string };
}

/** A decision that was not followed, and why. */
export interface StaleEntry {
  readonly decision: Decision;
  readonly diagnostic: Diagnostic;
}

/** A line of the table of chapters. */
export interface ReviewChapter {
  /** Path inside the book folder. */
  readonly file: string;
  readonly title: string | undefined;
  /** The source ranges that it was made from. */
  readonly ranges: readonly SourceRange[];
  /** Without white space. */
  readonly characters: number;
  readonly paragraphs: number;
  /** Line ends rejoined in it. */
  readonly joins: number;
  /** Open places in it. */
  readonly doubts: number;
  /** What is odd: a number missing before it, far longer than the others, quotes that do not pair … */
  readonly odd: readonly Diagnostic[];
  /** How odd it is, to sort by; 0 is not odd. */
  readonly oddness: number;
}

/** A block of a chapter as it came out, for a page on which any place can be chosen. */
export interface ReviewBlock {
  readonly role: Role;
  readonly level?: number;
  /** Source offset of its first character. */
  readonly start: number;
  /** Source offsets at which its source lines begin, the first one too. */
  readonly lines: readonly number[];
  /** Its text as printed, cut where an edit was made. */
  readonly pieces: readonly ReviewPiece[];
  /** What is odd in it: quotes or brackets that do not pair, no mark at its end. */
  readonly odd?: readonly ('unpaired' | 'open-end')[];
}

/** A stretch of printed text, or a place where something was taken out. */
export interface ReviewPiece {
  readonly text: string;
  /** Source offset that it begins at. */
  readonly offset: number;
  /** The raw text that it stands for, where an edit made it; else the raw text is the same. */
  readonly raw?: string;
  /** Whether its text is Markdown, such as ruby. */
  readonly markup?: boolean;
}
