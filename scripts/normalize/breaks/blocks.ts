import { beginsCjk, endsCjk, endsFully, openDepth } from '../text/characters.js';
import type { Edit } from '../text/edits.js';
import type { Segment } from '../text/segments.js';
import { wordStraddles } from '../text/words.js';
import { type Hyphenation, hyphenEdit } from './hyphens.js';
import { type BreakDecision, decideBreak, type Seam } from './joins.js';
import type { Layout } from './layout.js';
import type { ParagraphHabits } from './paragraph-habits.js';

/** A paragraph, heading or other block: one or more segments that follow one another in the source. */
export interface Block {
  readonly segments: readonly Segment[];
  readonly start: number;
  readonly end: number;
  /** What it goes on with elsewhere in the source, where jump lines cut it. */
  readonly rest?: readonly Block[];
}

/** A line end that was left a paragraph end though it might be none. */
export interface HeldBreak {
  readonly offset: number;
  readonly confidence: number;
}

export interface Joined {
  readonly blocks: readonly Block[];
  readonly edits: readonly Edit[];
  readonly held: readonly HeldBreak[];
}

/** What joining needs to know of the text around the segments. */
export interface JoinContext {
  readonly layout: Layout;
  /** Where paragraphs of this text end; nothing if it shows too little. */
  readonly habits: ParagraphHabits | undefined;
  readonly hyphenation: Hyphenation;
  /** Whether each line is a paragraph by the rules of its edition, as at Aozora Bunko. */
  readonly lineIsParagraph: boolean;
  /** What stands between two words that a dash at a line end joins: nothing, or a space. */
  readonly dashGlue: '' | ' ';
  /** Where white space after a segment ends: at the next segment, or at furniture between. */
  readonly gapEnd: (after: number, before: number) => number;
  /** What an editor decided of the segment that begins at an offset: joined to the one before it, or not. */
  readonly forced: ReadonlyMap<number, boolean>;
}

/** Rejoins what line ends tore apart; every join is an edit, every doubtful paragraph end is reported. */
export function joinSegments(segments: readonly Segment[], context: JoinContext): Joined {
  const blocks: Block[] = [];
  const edits: Edit[] = [];
  const held: HeldBreak[] = [];
  let current: Segment[] = [];
  let open = 0;
  const close = (): void => {
    const first = current[0];
    const last = current.at(-1);
    if (first && last) blocks.push({ segments: current, start: first.start, end: last.end });
    current = [];
    open = 0;
  };
  for (const [i, segment] of segments.entries()) {
    const before = current.at(-1);
    const following = segments[i + 1]?.line;
    const decision = before && decide({ before, after: segment, openQuotes: open, following }, context);
    if (before && decision?.join) edits.push(joinEdit(before, segment, decision, context));
    else {
      if (decision && decision.confidence < 0.75)
        held.push({ offset: segment.start, confidence: decision.confidence });
      close();
    }
    current.push(segment);
    open = Math.max(0, Math.min(4, open + depthChange(segment.text, open)));
  }
  close();
  return { blocks, edits, held };
}

function decide(
  seam: Seam,
  { layout, habits, lineIsParagraph, forced }: JoinContext,
): BreakDecision | undefined {
  const { before, after } = seam;
  const join = forced.get(after.start);
  if (join !== undefined) return { join, confidence: 1 };
  if (goesOn(before, after)) {
    return lineIsParagraph ? { join: false, confidence: 0.98 } : decideBreak(seam, layout, habits);
  }
  const stacked =
    before.rule === 'headline' &&
    after.rule === 'headline' &&
    before.role === 'heading' &&
    after.role === 'heading';
  return stacked && !after.opens ? { join: true, confidence: 0.8 } : undefined;
}

/** Whether a headline runs on over its line end, within a quote, a word or a phrase. */
function runsOn(before: string, after: string): boolean {
  if (openDepth(before) > 0 || wordStraddles(before, after)) return true;
  return /[的和与及、，]$/u.test(before) || /^[的和与與及或并並而、，]/u.test(after);
}

/** Whether two lines could be of one paragraph: of running text, of a note, or of one caption. */
function goesOn(before: Segment, after: Segment): boolean {
  if (before.role !== after.role || after.sameLine) return false;
  if (before.role === 'caption') return !endsFully(before.text) && !beginsCaption(after.text);
  return before.role === 'body' || before.role === 'editors-note';
}

function beginsCaption(text: string): boolean {
  return /^(?:[①-⑳▲△▼▽◀▶]|[（(]?[上下左右图圖])/u.test(text);
}

/** Quotes opened less quotes closed in a line that begins with `open` of them open. */
function depthChange(text: string, open: number): number {
  return openDepth('“'.repeat(open) + text) - open;
}

function joinEdit(
  before: Segment,
  after: Segment,
  { confidence }: BreakDecision,
  context: JoinContext,
): Edit {
  const gapEnd = context.gapEnd(before.end, after.start);
  const rule = context.forced.has(after.start) ? 'editor' : 'join';
  if (before.role === 'heading')
    return {
      rule: rule === 'editor' ? rule : 'headline-lines',
      confidence,
      start: before.end,
      end: gapEnd,
      after: runsOn(before.text, after.text) ? '' : ' ',
    };
  const hyphened = hyphenEdit(before, after, gapEnd, context.hyphenation);
  if (hyphened) return { ...hyphened, confidence: Math.min(confidence, hyphened.confidence) };
  const glue = endsCjk(before.text) || beginsCjk(after.text) ? '' : glueOf(before.text, after.text, context);
  return { rule, confidence, start: before.end, end: gapEnd, after: glue };
}

/** A dash at a line end has spaces or none, as the dashes within lines have. */
function glueOf(before: string, after: string, { dashGlue }: JoinContext): string {
  return /[—―]$/u.test(before) || /^[—―]/u.test(after) ? dashGlue : ' ';
}

/** Whether the dashes of a Latin text stand between spaces. */
export function learnDashGlue(lines: readonly string[]): '' | ' ' {
  let [closed, spaced] = [0, 0];
  for (const line of lines) {
    closed += line.match(/\S[—―](?=\S)/gu)?.length ?? 0;
    spaced += line.match(/\s[—―]\s/gu)?.length ?? 0;
  }
  return spaced > closed ? ' ' : '';
}
