import type { Structure } from '../structure/find-structure.js';
import { piece } from '../structure/newspaper/jump-lines.js';
import { type Edit, firstFrom } from '../text/edits.js';
import type { Segment } from '../text/segments.js';
import type { Choice } from './decision.js';
import type { PlacedDecision } from './resolve-decisions.js';

/** A structure that follows an editor, and the line ends that the editor has decided. */
export interface ForcedStructure extends Structure {
  /** Whether the segment that begins at an offset is one with the segment before it. */
  readonly joins: ReadonlyMap<number, boolean>;
}

/** Puts an editor's decisions over what the rules found: the editor always wins. */
export function forceStructure(structure: Structure, decisions: readonly PlacedDecision[]): ForcedStructure {
  const joins = new Map<number, boolean>();
  const page = { segments: [...structure.segments], edits: [...structure.edits], joins };
  for (const { choice, place } of decisions) {
    if (choice.do === 'replace' || choice.do === 'keep') continue;
    if (choice.do === 'join') join(page, place.after);
    else {
      const index = cut(page, place.after);
      if (index >= 0) give(page, index, choice);
    }
  }
  return { ...structure, ...page };
}

interface MutablePage {
  readonly segments: Segment[];
  readonly edits: Edit[];
  readonly joins: Map<number, boolean>;
}

/** Two stretches become one: of one line again, where a rule had cut it, or of two lines. */
function join(page: MutablePage, offset: number): void {
  const index = firstFrom(page.segments, offset);
  const [before, after] = [page.segments[index - 1], page.segments[index]];
  if (!before || after?.start !== offset) return;
  if (after.sameLine !== true) {
    // A heading and a paragraph that an editor makes one were one paragraph.
    if (before.role !== after.role) for (const segment of [before, after]) makeText(segment);
    page.joins.set(offset, true);
    return;
  }
  const cutting = page.edits.findIndex((edit) => edit.start === before.end && edit.end === after.start);
  if (cutting >= 0) page.edits.splice(cutting, 1);
  const text = before.line.text.slice(before.start - before.line.start, after.end - before.line.start);
  page.segments.splice(index - 1, 2, { ...before, end: after.end, text });
}

function makeText(segment: Segment): void {
  delete segment.level;
  delete segment.opens;
  Object.assign(segment, { role: 'body', rule: 'editor', confidence: 1 });
}

/** The index of the segment that begins at an offset; a segment that runs over it is cut there. */
function cut(page: MutablePage, offset: number): number {
  const from = firstFrom(page.segments, offset);
  if (page.segments[from]?.start === offset) return from;
  const index = from - 1;
  const segment = page.segments[index];
  if (!segment || segment.end <= offset) return -1;
  const first = piece(segment, 0, offset - segment.start);
  // A heading that is cut in two opens one chapter, not two.
  const rest = piece(segment, offset - segment.start, segment.text.length);
  const second: Segment = { ...rest, sameLine: true, opens: false };
  page.segments.splice(index, 1, first, second);
  page.edits.push({ rule: 'editor', confidence: 1, start: first.end, end: second.start, after: '\n' });
  return index + 1;
}

/** Gives a line, or several, what the editor says it is. */
function give(page: MutablePage, index: number, choice: Choice): void {
  const first = page.segments[index];
  if (!first) return;
  page.joins.set(first.start, false);
  if (choice.do === 'break') return;
  const count = 'lines' in choice ? (choice.lines ?? 1) : 1;
  const given = page.segments.slice(index, index + count);
  for (const [k, segment] of given.entries()) {
    delete segment.level;
    delete segment.opens;
    delete segment.stanza;
    Object.assign(segment, roleOf(choice), { rule: 'editor', confidence: 1 });
    if (k > 0 && segment.role === 'heading') {
      segment.opens = false;
      page.joins.set(segment.start, true);
    }
  }
  if (first.role === 'verse') markStanzas(given);
  openAtKicker(page.segments[index - 1], first);
  openAtKicker(given.at(-1), page.segments[index + count]);
}

/** Where one line of verse stands further from the line before it than the others do, a stanza begins. */
function markStanzas(verse: readonly Segment[]): void {
  const gaps = verse.slice(1).map(({ line }) => line.blanksBefore);
  const usual = Math.min(...gaps);
  for (const segment of verse.slice(1)) if (segment.line.blanksBefore > usual) segment.stanza = true;
}

/** A kicker belongs to the headline below it: the chapter opens with the kicker. */
function openAtKicker(kicker: Segment | undefined, headline: Segment | undefined): void {
  if (kicker?.role !== 'kicker' || headline?.role !== 'heading' || headline.opens !== true) return;
  kicker.opens = true;
  headline.opens = false;
}

function roleOf(choice: Choice): Partial<Segment> {
  if (choice.do === 'chapter') return { role: 'heading', level: 1, opens: true };
  if (choice.do === 'heading') return { role: 'heading', level: choice.level, opens: choice.level === 1 };
  if (choice.do === 'role' && choice.role !== 'furniture') return { role: choice.role };
  return { role: 'body' };
}
