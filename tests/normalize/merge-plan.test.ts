import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeNames, type Standing } from '../../scripts/normalize/chapters/free-names.js';
import { inSafeOrder } from '../../scripts/normalize/chapters/write-order.js';
import { groupChapters } from '../../scripts/normalize/merge/pair-chapters.js';
import { type MadeChapter, type OldChapter, planMerge } from '../../scripts/normalize/merge/plan-merge.js';
import { type Change, edited, randomBook, randomChanges, renormalized, written } from './random-edits.js';

/** Chapters as files; a text stands for its own hash. */
function made(texts: readonly string[]): readonly MadeChapter[] {
  return texts.map((markdown, i) => ({ file: `chapters/${i + 1}.md`, sha256: markdown, markdown }));
}

function old(texts: readonly string[], mine: readonly (string | undefined)[] = []): readonly OldChapter[] {
  return texts.map((base, i) => {
    const text = mine[i];
    const edition = text === undefined ? {} : { edited: { text, hasConflicts: text.includes('<<<<<<<') } };
    return { file: `chapters/${i + 1}.md`, sha256: base, base, ...edition };
  });
}

describe('old and new chapters', () => {
  const groups = (before: readonly string[], now: readonly string[], editedOnes: readonly number[]) =>
    groupChapters(
      before.map((text, i) => ({
        file: `${i + 1}.md`,
        sha256: text,
        text,
        isEdited: editedOnes.includes(i),
      })),
      now.map((text, k) => ({ file: `${k + 1}.md`, sha256: text, text })),
    );
  const [one, two, three] = [
    '# 一\n\n他沿着河走。\n',
    '# 二\n\n天黑了下来，下起了雨。\n',
    '# 三\n\n船来了又走。\n',
  ];

  it('are pairs where they are the same, whatever their names', () => {
    expect(groups([one, three], [one, two, three], [1])).toEqual([
      { old: [0], made: [0], isSame: true },
      { old: [1], made: [2], isSame: true },
      { old: [], made: [1], isSame: false },
    ]);
  });

  it('are one group where one is cut in two, or two are one', () => {
    expect(groups([one, two], [one, '# 二\n\n天黑了下来\n', '# 雨\n\n下起了雨\n'], [1])).toEqual([
      { old: [0], made: [0], isSame: true },
      { old: [1], made: [1, 2], isSame: false },
    ]);
    expect(groups([one, two, three], [one + two, three], [0])).toEqual([
      { old: [0, 1], made: [0], isSame: false },
      { old: [2], made: [1], isSame: true },
    ]);
  });

  it('are known by their names where they have no clause of their own', () => {
    expect(groups(['# 甲\n', two], ['# 乙\n', two], [0])[0]).toEqual({ old: [0], made: [0], isSame: false });
  });

  it('have nothing to do with each other for a phrase that stands in several', () => {
    const phrase = '话说天下大势，';
    const now = [`${phrase}${one}新`, `${phrase}${two}新`];
    expect(groups([phrase + one, phrase + two], now, [0]).map(({ made }) => made)).toEqual([[0], [1]]);
  });
});

describe('several runs one after the other', () => {
  /** The files after a run, and the chapters that it made. */
  interface Folder {
    readonly files: ReadonlyMap<string, string>;
    readonly last: readonly string[];
  }

  function run({ files, last }: Folder, texts: readonly string[]): Folder | undefined {
    const mine = last.map((base, i) => {
      const text = files.get(`chapters/${i + 1}.md`);
      return text === base ? undefined : text;
    });
    const plan = planMerge(old(last, mine), made(texts));
    if (plan.blocked.length > 0) return undefined;
    const kept = plan.left.map((i) => [`own/${last[i]}`, mine[i] ?? ''] as const);
    const written = plan.chapters.map((planned, i) => {
      const text =
        planned.kind === 'made'
          ? texts[i]
          : planned.kind === 'merged'
            ? planned.chapter.markdown
            : mine[planned.old];
      return [`chapters/${i + 1}.md`, text ?? ''] as const;
    });
    return { files: new Map([...own(files), ...kept, ...written]), last: texts };
  }

  const own = (files: Folder['files']) => [...files].filter(([name]) => name.startsWith('own/'));

  /** What a person does to the files; marks begin at a character. */
  function edit({ files, last }: Folder, changes: readonly Change[], from: number) {
    const texts = last.map((_, i) => files.get(`chapters/${i + 1}.md`) ?? '');
    const { mine, marks } = edited(texts, changes, false);
    const shifted = (text: string) =>
      text.replace(/[①-⑥]/gu, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) + from));
    const changed = texts.map((text, i) => [`chapters/${i + 1}.md`, shifted(mine[i] ?? text)] as const);
    return { folder: { files: new Map([...own(files), ...changed]), last }, marks: marks.map(shifted) };
  }

  it('lose nothing of an editor, and the same run again changes nothing', () => {
    fc.assert(
      fc.property(
        randomBook,
        fc.array(fc.tuple(randomChanges, randomChanges), { minLength: 1, maxLength: 3 }),
        (book, turns) => {
          const first = book.map(written);
          let folder = run({ files: new Map(), last: [] }, first);
          for (const [n, [byEditor, byNormalizer]] of turns.entries()) {
            if (!folder) return;
            const { folder: mine, marks } = edit(folder, byEditor, 0x20 * n);
            const texts = renormalized(book, byNormalizer).map(written);
            folder = run(mine, texts);
            if (!folder) return;
            const all = [...folder.files.values()].join('');
            expect(marks.filter((mark) => !all.includes(mark))).toEqual([]);
            expect(run(folder, texts)?.files).toEqual(folder.files);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('the order in which files are written', () => {
  const order = (files: Readonly<Record<string, string>>) =>
    inSafeOrder(Object.entries(files).map(([path, text]) => ({ path, carries: [...text] }))).map(
      ({ path }) => path,
    );

  it('puts a file’s text in its new place before the file is replaced', () => {
    expect(order({ '1': '1', '2': '1', '3': '2', '4': '3' })).toEqual(['4', '3', '2', '1']);
    expect(order({ '1': '2', '2': '3', '3': '4' })).toEqual(['1', '2', '3']);
    expect(order({ '1': '12', '2': '3', '3': '' })).toEqual(['1', '2', '3']);
  });

  it('leaves files as they come whose texts go round in a circle', () => {
    expect(order({ '1': '2', '2': '1', '3': '' })).toHaveLength(3);
  });
});

describe('the name of a new file', () => {
  const names = (wanted: readonly string[], disk: Readonly<Record<string, Standing>>) =>
    freeNames(
      wanted,
      (name) => name.startsWith('ours'),
      async (name) => disk[name] ?? 'nothing',
    );

  it('is another where a file of the editor’s own has it, and none is given twice', async () => {
    const disk = { 'a.md': 'other', 'a-2.md': 'other', 'b.md': 'same', 'c.md': 'other' } as const;
    expect(await names(['a.md', 'b.md', 'c.md', 'c-2.md', 'ours.md'], disk)).toEqual([
      'a-3.md',
      'b.md',
      'c-3.md',
      'c-2.md',
      'ours.md',
    ]);
  });
});
