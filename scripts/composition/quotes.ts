import type { QuoteMarks } from '../model/quote-marks.js';
import type { TextEdit } from './text-lines.js';

/** A straight mark that stands open. */
type Straight = '"' | "'";

/**
 * True quotation marks and apostrophes for the straight ones of a line. What cannot be told (a mark between two
 * spaces, inches after a figure) stays as it is. `marksAt` gives the marks of the language at an index, or nothing
 * where straight marks are to stay.
 */
export function quoteEdits(
  text: string,
  marksAt: (index: number) => QuoteMarks | undefined,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const open: Straight[] = [];
  let opened = -1;
  for (const { 0: mark, index } of text.matchAll(/["']/g)) {
    const marks = marksAt(index);
    if (!marks) continue;
    const place = placeOf(text, index, opened === index - 1);
    const found = mark === '"' ? doubleMark(place, marks, open) : singleMark(place, marks, open);
    if (found === undefined) continue;
    if (found.opens) opened = index;
    edits.push({ at: index, remove: 1, insert: found.text });
  }
  return edits;
}

/** What stands around a mark. */
interface Place {
  readonly before: string;
  readonly rest: string;
  /** A quotation may begin here. */
  readonly mayOpen: boolean;
  /** A dash or a stroke stands before, as it stands before what begins and after what ends. */
  readonly isWeak: boolean;
  /** A phrase ends here: a space, a mark or nothing follows. */
  readonly atPhraseEnd: boolean;
}

function placeOf(text: string, index: number, afterOpening: boolean): Place {
  const before = text[index - 1] ?? '';
  const rest = text.slice(index + 1);
  const atSpace = /^["']*(?:$|\s)/.test(rest);
  const atPhraseEnd = atSpace || /^["']*[.,;:!?…)\]}—–”’»›]/.test(rest);
  const opens = afterOpening || /^$|[\s([{¿¡“„‘‚«‹]/.test(before);
  const isWeak = !opens && /[—–‒/-]/.test(before);
  return { before, rest, isWeak, mayOpen: opens ? !atSpace : isWeak && !atPhraseEnd, atPhraseEnd };
}

const fullWidth = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

interface TrueMark {
  readonly text: string;
  readonly opens?: boolean;
}

function doubleMark(place: Place, marks: QuoteMarks, open: Straight[]): TrueMark | undefined {
  const { before, rest } = place;
  const isOpen = open.includes('"');
  // Chinese and Japanese have no spaces that would tell: there marks open and close by turns.
  const opensInChinese = !isOpen && fullWidth.test(before) && /^\S/.test(rest);
  if (opensInChinese || (place.mayOpen && !(isOpen && place.isWeak))) {
    // Each line of quoted verse begins with the mark again.
    const again = isOpen && (before === '' || before === '\n');
    if (!again) open.push('"');
    return { text: (isOpen && !again ? marks.inner : marks.outer)[0], opens: true };
  }
  if (/^\s?$/.test(before) && !(isOpen && rest === '')) return undefined;
  if (!isOpen && (/\d/.test(before) || !place.atPhraseEnd)) return undefined;
  const nested = open.filter((mark) => mark === '"').length > 1;
  close(open, '"');
  return { text: (nested ? marks.inner : marks.outer)[1] };
}

/** Leaves the marks that stand open inside as well: they were apostrophes, or forgotten. */
function close(open: Straight[], mark: Straight): void {
  const last = open.lastIndexOf(mark);
  if (last >= 0) open.length = last;
}

/** Words that begin with an apostrophe: 'tis, the '90s, rock 'n' roll, 's avonds. */
const elision =
  /^(?:\d\ds?\b|(?:tis|twas|twere|twill|twould|twixt|em|til|till|cause|cos|bout|round|neath|gainst|mongst|nuff|n|s|t|k)(?![\p{L}]))/iu;

function singleMark(place: Place, marks: QuoteMarks, open: Straight[]): TrueMark | undefined {
  const { before, rest } = place;
  const apostrophe: TrueMark = { text: '’' };
  // Six feet two stays 6'2.
  if (/\d/.test(before) && /^\d/.test(rest)) return undefined;
  if (/[\p{L}\p{N}]/u.test(before) && /^[\p{L}\p{N}]/u.test(rest)) return apostrophe;
  if (place.mayOpen) {
    if (elision.test(rest) || !hasClosingMark(rest, open)) return apostrophe;
    open.push("'");
    return { text: marks.inner[0], opens: true };
  }
  if (/^\s?$/.test(before)) return undefined;
  if (open.at(-1) !== "'") return /\d/.test(before) ? undefined : apostrophe;
  // The dogs' bark inside a quotation: the mark that closes it is the last that can.
  if (/\p{L}/u.test(before) && /^\s+\p{L}/u.test(rest) && hasClosingMark(rest, open)) return apostrophe;
  close(open, "'");
  return { text: marks.inner[1] };
}

/** Whether a single mark that can close a quotation stands further on: inside the double ones that are open. */
function hasClosingMark(rest: string, open: readonly Straight[]): boolean {
  const inside = open.includes('"') ? /^[^"]*/.exec(rest)?.[0] : rest.replace(/"[^"]*"/g, '”');
  return /\S'(?=$|[\s.,;:!?…)\]}—–”»])/.test(`${inside ?? ''}\n`);
}
