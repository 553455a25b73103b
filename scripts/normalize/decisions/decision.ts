import type { Role } from '../text/segments.js';

/** Roles that an editor may give to a line, as they are named in the decisions file. */
export const forcedRoles = [
  'body',
  'break',
  'byline',
  'caption',
  'continuation',
  'credit',
  'dateline',
  'editors-note',
  'epigraph',
  'furniture',
  'kicker',
  'letter',
  'lines',
  'signoff',
  'subtitle',
  'verse',
] as const satisfies readonly (Role | 'furniture')[];

export type ForcedRole = (typeof forcedRoles)[number];

/** What an editor wants a line to be; `lines` display lines make it up. */
export type LineChoice =
  /** The line that begins here is a heading. */
  | { readonly do: 'heading'; readonly level: number; readonly lines?: number }
  /** A chapter file begins with the line that begins here; it is the chapter's heading. */
  | { readonly do: 'chapter'; readonly lines?: number }
  /** The line (or so many lines) that begins here is running text. */
  | { readonly do: 'not-heading'; readonly lines?: number }
  /** The line (or so many lines) that begins here has this role. `furniture` takes it out of the text. */
  | { readonly do: 'role'; readonly role: ForcedRole; readonly lines?: number };

/** What an editor wants at a place of the raw text. */
export type Choice =
  /** The line end here lies in mid-paragraph, or here a paragraph ends. */
  | { readonly do: 'join' }
  | { readonly do: 'break' }
  | LineChoice
  /** What stands here is `from`; it should be `to`. An empty `from` puts in, an empty `to` takes out. */
  | { readonly do: 'replace'; readonly from: string; readonly to: string }
  /** What stands here (one character or gap, where `from` does not say) stays as it is. */
  | { readonly do: 'keep'; readonly from?: string };

/**
 * A place in a text by its content, so that it is found again in a new scan: the text right before it
 * and right after it, white space left out. Offsets and line numbers would not survive.
 */
export interface Anchor {
  readonly before: string;
  readonly after: string;
  /** Which one, from 1, where the same text stands more than once. */
  readonly nth?: number;
}

/** One entry of `source/<raw>.decisions.yaml`. */
export interface Decision extends Anchor {
  readonly choice: Choice;
  /** Where the entry stands in the decisions file. */
  readonly line?: number;
}
