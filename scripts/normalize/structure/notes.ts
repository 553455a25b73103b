import type { Block } from '../breaks/blocks.js';
import type { Edit } from '../text/edits.js';

/** A mark such as [1], 〔２〕 or ③: its number, and the pair of brackets that it is written in. */
interface Mark {
  readonly number: number;
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

const mark = /[[［〔【(（]([0-9０-９]{1,3})[\]］〕】)）]|([①-⑳])/gu;
const label = /^[【〖[［（(□■◎]*(?:注释|註釋|注解|註解|注|註|附注|附註|notes?)[】〗\]］）)]*[：:.]?$/iu;

/**
 * Notes that stand behind their chapter become Markdown's footnotes, where nothing is in doubt: they
 * are numbered from 1 without a gap, and each number is called once, in order, in the text before.
 */
export function noteEdits(chapter: readonly Block[]): readonly Edit[] {
  const from = firstNote(chapter);
  if (from === undefined) return [];
  const notes = chapter.slice(from);
  const heads = notes.map((block) => marksOf(block)[0]);
  const form = heads[0]?.form;
  const calls = chapter
    .slice(0, from)
    .flatMap((block) => marksOf(block).filter((call) => call.form === form));
  const isNumbered = (list: readonly (Mark | undefined)[]): boolean =>
    list.length === notes.length && list.every((one, i) => one?.form === form && one?.number === i + 1);
  if (!isNumbered(heads) || !isNumbered(calls)) return [];
  for (const { segments } of notes)
    Object.assign(segments[0] ?? {}, { role: 'note', rule: 'note', confidence: 0.9 });
  const title = chapter[from - 1];
  return [
    ...calls.map(({ number, start, end }) => footnote('note-call', start, end, `[^${number}]`)),
    ...(title && isLabel(title) ? [noteLabel(title)] : []),
    ...heads.flatMap((head, i) => {
      const { text = '', start = 0 } = notes[i]?.segments[0] ?? {};
      const rest = head ? head.end - start : 0;
      const space = text.slice(rest).length - text.slice(rest).trimStart().length;
      return head ? [footnote('note', head.start, head.end + space, `[^${head.number}]: `)] : [];
    }),
  ];
}

/** The first of the blocks at the end of a chapter that all begin with a mark; a label, or two notes, must show that they are notes. */
function firstNote(chapter: readonly Block[]): number | undefined {
  let from = chapter.length;
  while (from > 0 && beginsWithMark(chapter[from - 1])) from--;
  const count = chapter.length - from;
  const labelled = isLabel(chapter[from - 1]);
  return count >= 2 || (count === 1 && labelled) ? from : undefined;
}

function beginsWithMark(block: Block | undefined): boolean {
  return block !== undefined && marksOf(block)[0]?.start === block.start;
}

function isLabel(block: Block | undefined): boolean {
  return block?.segments.length === 1 && label.test(block.segments[0]?.text ?? '');
}

function marksOf({ segments }: Block): readonly Mark[] {
  return segments.flatMap(({ text, start }) =>
    [...text.matchAll(mark)].map((match) => {
      const circled = match[2];
      return {
        number: circled ? circled.charCodeAt(0) - 0x245f : Number((match[1] ?? '').normalize('NFKC')),
        form: circled ? '①' : `${match[0].charAt(0)}${match[0].at(-1)}`,
        start: start + match.index,
        end: start + match.index + match[0].length,
      };
    }),
  );
}

function footnote(rule: 'note' | 'note-call', start: number, end: number, after: string): Edit {
  return { rule, confidence: 0.9, start, end, after, markup: true };
}

/** The label over the notes goes to the ledger: a book sets its own. */
function noteLabel({ start, end }: Block): Edit {
  return { rule: 'note-label', confidence: 0.85, start, end, after: '' };
}
