import { isLatinLetter } from '../text/characters.js';

const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '（': '）',
  '《': '》',
  '【': '】',
  '〔': '〕',
};
/** Brackets count whatever their width: one may be a slip of the other. */
const wide: Readonly<Record<string, string>> = { '(': '（', ')': '）' };
const openers = new Map(Object.entries(closers).map(([open, close]) => [close, open]));

/** A quote or bracket without its partner, and where it stands in the text. */
export interface UnmatchedMark {
  readonly mark: string;
  readonly index: number;
}

/** The quotes and brackets of a paragraph that have no partner in it. An apostrophe after a letter is none. */
export function unmatchedMarks(text: string): readonly UnmatchedMark[] {
  const open: UnmatchedMark[] = [];
  const unmatched: UnmatchedMark[] = [];
  for (let index = 0; index < text.length; index++) {
    const mark = wide[text.charAt(index)] ?? text.charAt(index);
    const opener = openers.get(mark);
    if (closers[mark] !== undefined) open.push({ mark, index });
    else if (opener !== undefined && !(mark === '’' && isLatinLetter(text.charAt(index - 1)))) {
      const at = open.findLastIndex((one) => one.mark === opener);
      if (at < 0) unmatched.push({ mark, index });
      else open.splice(at, 1);
    }
  }
  return [...unmatched, ...open].sort((a, b) => a.index - b.index);
}

/** Speech over several paragraphs is opened in each and closed in the last (CLREQ 3.1.1.2). */
export function isOpenedAgain(text: string, index: number, next: string): boolean {
  const mark = text.charAt(index);
  return closers[mark] !== undefined && next.startsWith(mark);
}
