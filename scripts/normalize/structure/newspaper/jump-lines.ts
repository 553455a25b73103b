import type { Edit } from '../../text/edits.js';
import { chineseNumeral } from '../../text/numerals.js';
import type { Segment } from '../../text/segments.js';

const page = `第?\\s*[${chineseNumeral}0-9０-９A-Z]{1,4}\\s*版`;
const from = new RegExp(`^[（(]\\s*(?:上接|紧接|緊接)\\s*(${page}[^（()）]{0,30})[）)]`, 'u');
const to = new RegExp(`[（(]\\s*(?:下转|下轉|转|轉|紧接|緊接)\\s*(${page}[^（()）]{0,30})[）)]$`, 'u');

/** What a jump line says: the page, as it is written, and which way it points. */
export interface JumpLine {
  readonly way: 'from' | 'on';
  readonly page: string;
  /** Whether it may point either way, as 紧接 does where nothing stands beside it. */
  readonly eitherWay?: boolean;
  readonly start: number;
  readonly end: number;
}

/** The jump line (接转行) that a line begins or ends with. Offsets are within the text. */
export function readJumpLine(text: string): JumpLine | undefined {
  const opening = from.exec(text);
  if (opening) {
    const [whole, page = ''] = opening;
    const eitherWay = whole.length === text.length && /^.\s*[紧緊]/u.test(text);
    return { way: 'from', page: page.trim(), start: 0, end: whole.length, ...(eitherWay && { eitherWay }) };
  }
  const closing = to.exec(text);
  return closing
    ? { way: 'on', page: (closing[1] ?? '').trim(), start: closing.index, end: text.length }
    : undefined;
}

/** The jump line that a stretch of text is, with the way that its neighbours show. */
export function jumpOf({
  role,
  text,
  way,
}: Partial<Pick<Segment, 'way'>> & Pick<Segment, 'role' | 'text'>): JumpLine | undefined {
  const jump = role === 'continuation' ? readJumpLine(text) : undefined;
  return jump && way ? { ...jump, way } : jump;
}

/** Sets jump lines off from the text that they stand in; what stood between becomes a line end in the ledger. */
export function splitJumpLines(segments: readonly Segment[]): { segments: Segment[]; edits: Edit[] } {
  const split = segments.map(splitJumpLine);
  const edits = split.flatMap((parts) =>
    parts.slice(1).map((part, i) => splitEdit('jump-line-split', 0.98, parts[i] ?? part, part)),
  );
  return { segments: split.flat(), edits };
}

/** A line may have a jump line at either end, or at both. */
function splitJumpLine(segment: Segment): readonly Segment[] {
  const jump = segment.role === 'body' ? readJumpLine(segment.text) : undefined;
  if (!jump) return [segment];
  const marker: Segment = {
    ...piece(segment, jump.start, jump.end),
    role: 'continuation',
    rule: 'jump-line',
    confidence: 0.98,
  };
  if (jump.end - jump.start === segment.text.length) return [marker];
  if (jump.way === 'on') return [piece(segment, 0, jump.start), { ...marker, sameLine: true }];
  const [first, ...others] = splitJumpLine(piece(segment, jump.end, segment.text.length));
  return [marker, ...(first ? [{ ...first, sameLine: true }] : []), ...others];
}

/** A stretch of a segment, from and to offsets in its text, without white space at the ends. */
export function piece(segment: Segment, from: number, to: number): Segment {
  const raw = segment.text.slice(from, to);
  const start = segment.start + from + (raw.length - raw.trimStart().length);
  const text = raw.trim();
  return { ...segment, start, end: start + text.length, text };
}

/** The edit that sets two neighbours on one line apart. */
export function splitEdit(
  rule: 'caption-split' | 'jump-line-split',
  confidence: number,
  first: Segment,
  second: Segment,
): Edit {
  return { rule, confidence, start: first.end, end: second.start, after: '\n' };
}
