import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLists } from '../../scripts/normalize/merge/diff.js';
import { mergeChapters } from '../../scripts/normalize/merge/merge-chapters.js';
import {
  edited,
  type RandomBook,
  randomBook,
  randomChanges,
  renormalized,
  sentencesOf,
  written,
} from './random-edits.js';

const markdown = (chapters: readonly { readonly markdown: string }[]) =>
  chapters.map((chapter) => chapter.markdown);
const count = (text: string, part: string): number => text.split(part).length - 1;

describe('whatever the book, the edits and the new text', () => {
  it('an editor’s chapters stay to the byte where the normalizer changed nothing', () => {
    fc.assert(
      fc.property(randomBook, randomChanges, (book, changes) => {
        const base = book.map(written);
        const { mine } = edited(base, changes);
        const merged = markdown(mergeChapters({ base, mine, theirs: base }));
        expect(merged).toEqual(base.map((text, i) => mine[i] ?? text));
      }),
      { numRuns: 500 },
    );
  });

  it('the new chapters come as they are where the editor changed nothing', () => {
    fc.assert(
      fc.property(randomBook, randomChanges, (book, changes) => {
        const base = book.map(written);
        const theirs = renormalized(book, changes).map(written);
        expect(markdown(mergeChapters({ base, mine: base, theirs }))).toEqual(theirs);
      }),
      { numRuns: 500 },
    );
  });

  it('nothing that either side added is lost, and there are as many chapters as there are now', () => {
    fc.assert(
      fc.property(randomBook, randomChanges, randomChanges, (book, byEditor, byNormalizer) => {
        const base = book.map(written);
        const { mine, marks } = edited(base, byEditor);
        const theirs = renormalized(book, byNormalizer).map(written);
        const merged = markdown(mergeChapters({ base, mine, theirs }));
        expect(merged).toHaveLength(theirs.length);
        const all = merged.join('');
        expect(marks.filter((mark) => !all.includes(mark))).toEqual([]);
        const news = theirs.join('').match(/[㊀-㊰]/gu) ?? [];
        expect(news.filter((mark) => !all.includes(mark))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('a sentence that both sides have stands once, or in a conflict', () => {
    fc.assert(
      fc.property(randomBook, randomChanges, randomChanges, (book, byEditor, byNormalizer) => {
        const base = book.map(written);
        const { mine } = edited(base, byEditor, false);
        const theirs = renormalized(book, byNormalizer).map(written);
        const all = markdown(mergeChapters({ base, mine, theirs })).join('\n');
        const sides = [mine.map((text, i) => text ?? base[i]).join(''), theirs.join('')];
        for (const one of sentencesOf(book).filter((s) => sides.every((side) => side.includes(s)))) {
          if (all.includes('<<<<<<<')) expect(all).toContain(one);
          else expect(count(all, one)).toBe(1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('what an editor put into a sentence stays in that sentence', () => {
    fc.assert(
      fc.property(randomBook, randomChanges, randomChanges, (book, byEditor, byNormalizer) => {
        const base = book.map(written);
        const { mine, marks } = edited(base, byEditor);
        const theirs = renormalized(book, byNormalizer).map(written);
        const all = markdown(mergeChapters({ base, mine, theirs })).join('\n');
        if (all.includes('<<<<<<<')) return;
        for (const mark of marks) {
          const lead = leadOf(mine.find((text) => text?.includes(mark)) ?? '', mark);
          const sentence = sentencesOf(book).find((one) => lead.includes('号') && one.startsWith(lead));
          if (sentence && theirs.join('').includes(sentence))
            expect(leadOf(all, mark)).toMatch(new RegExp(`${lead}$`, 'u'));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('changes in different paragraphs, or in different sentences of one, are both there without a conflict', () => {
    fc.assert(
      fc.property(randomBook, fc.array(fc.nat(5), { minLength: 1, maxLength: 60 }), (book, kinds) => {
        const [mine, theirs, expected] = apart(book, kinds);
        const base = book.map(written);
        expect(
          markdown(mergeChapters({ base, mine: mine.map(written), theirs: theirs.map(written) })),
        ).toEqual(expected.map(written));
      }),
      { numRuns: 1000 },
    );
  });
});

/** What stands between the beginning of a sentence and a mark in it. */
function leadOf(text: string, mark: string): string {
  const before = text.slice(0, text.indexOf(mark));
  const begin = Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1;
  return before.slice(begin).replace(/^# /, '');
}

/** A book changed by each side in other sentences, and by both; the number of a sentence says who changes it and how. */
function apart(book: RandomBook, kinds: readonly number[]): readonly [RandomBook, RandomBook, RandomBook] {
  let n = 0;
  const numbered = book.map((chapter) => chapter.map((paragraph) => paragraph.map((s) => [s, n++] as const)));
  const change = (isTurn: (kind: number) => boolean): RandomBook =>
    numbered.map((chapter) =>
      chapter.map((paragraph) =>
        paragraph.map(([sentence, i]) => {
          const kind = kinds[i % kinds.length] ?? 0;
          return isTurn(kind) ? (variants[kind]?.(sentence) ?? sentence) : sentence;
        }),
      ),
    );
  return [change((kind) => kind < 2), change((kind) => kind === 2 || kind === 3), change((kind) => kind < 4)];
}

const variants: readonly ((sentence: string) => string)[] = [
  (sentence) => sentence.replace('，', '（编者注），'),
  (sentence) => sentence.replace('号', '號'),
  (sentence) => sentence.replace('，', '——'),
  (sentence) => `“${sentence}”`,
];

describe('how one list became another', () => {
  const list = fc.array(fc.nat(6), { maxLength: 40 });

  it('is told so that the one can be made of the other, and nothing equal is in it at its edges', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const hunks = diffLists(a, b);
        const made: number[] = [];
        let at = 0;
        for (const { start, end, from, to } of hunks) {
          made.push(...a.slice(at, start), ...b.slice(from, to));
          at = end;
        }
        expect([...made, ...a.slice(at)]).toEqual(b);
        for (const { start, end, from, to } of hunks)
          if (start < end && from < to)
            expect([a[start] === b[from], a[end - 1] === b[to - 1]]).toEqual([false, false]);
      }),
      { numRuns: 2000 },
    );
  });
});
