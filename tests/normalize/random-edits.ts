import fc from 'fast-check';

/** A book whose every sentence stands once: chapters of paragraphs of sentences. */
export type RandomBook = readonly (readonly (readonly string[])[])[];

const figures = '零一二三四五六七八九';
const verbs = ['走过了', '看见了', '想起了', '忘记了', '听见了', '离开了'];
const places = ['石桥', '渡口', '山下的村子', '南门外的集市', '老屋', '江边'];

/** A sentence that no other number gives; its words stand in many others. */
function sentence(number: number): string {
  const name = [...String(number)].map((digit) => figures[Number(digit)]).join('');
  return `${name}号${verbs[number % 6]}${places[Math.floor(number / 6) % 6]}，${number % 4 === 0 ? '没有回头' : '又往前去'}。`;
}

export const randomBook: fc.Arbitrary<RandomBook> = fc
  .array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((chapters) => {
    let number = 0;
    return chapters.map((sizes) =>
      sizes.map((size) => Array.from({ length: size }, () => sentence(number++))),
    );
  });

/** The sentences of a book in order. */
export function sentencesOf(book: RandomBook): readonly string[] {
  return book.flat(2);
}

/** A chapter as the normalizer writes it: with its first paragraph as heading, or a title in its front matter. */
export function written(paragraphs: readonly (readonly string[])[]): string {
  const texts = paragraphs.map((sentences) => sentences.join(''));
  const opening = texts[0]?.includes('老屋') ? '---\ntitle: river\n---\n\n' : '# ';
  return `${opening}${texts.join('\n\n')}\n`;
}

type Paragraphs = string[][];

/** A change that the normalizer may make to a book; a number picks the place. */
type NewOperation = (book: Paragraphs[], place: number, mark: string) => void;

const newOperations: readonly NewOperation[] = [
  // A new chapter begins at a paragraph.
  (book, place) => {
    const [c, p] = paragraphAt(book, place);
    const rest = p > 0 ? book[c]?.splice(p) : undefined;
    if (rest) book.splice(c + 1, 0, rest);
  },
  // A chapter is one with the chapter before it.
  (book, place) => {
    const c = 1 + (place % Math.max(1, book.length - 1));
    const [removed] = c < book.length ? book.splice(c, 1) : [];
    if (removed) book[c - 1]?.push(...removed);
  },
  // Two paragraphs are one, or one is two.
  (book, place) => {
    const [c, p] = paragraphAt(book, place);
    const next = p > 0 ? book[c]?.[p + 1] : undefined;
    if (next) book[c]?.splice(p, 2, [...(book[c]?.[p] ?? []), ...next]);
  },
  (book, place) => {
    const [c, p] = paragraphAt(book, place);
    const sentences = book[c]?.[p] ?? [];
    if (p > 0 && sentences.length > 1) book[c]?.splice(p, 1, sentences.slice(0, 1), sentences.slice(1));
  },
  // A better scan: other characters, a paragraph more or less.
  (book, place, mark) => {
    const [c, p] = paragraphAt(book, place);
    const sentences = book[c]?.[p] ?? [];
    const s = place % Math.max(1, sentences.length);
    const text = sentences[s] ?? '';
    if (text.length > 3) sentences[s] = `${text.slice(0, 2)}${mark}${text.slice(3)}`;
  },
  (book, place, mark) => {
    const [c, p] = paragraphAt(book, place);
    book[c]?.splice(p + 1, 0, [`${mark}漏掉的一段。`]);
  },
  (book, place) => {
    const [c, p] = paragraphAt(book, place);
    if (p > 0) book[c]?.splice(p, 1);
  },
];

/** Index of a chapter and of a paragraph in it, picked by a number. */
function paragraphAt(book: readonly Paragraphs[], place: number): readonly [number, number] {
  const all = book.flatMap((chapter, c) => chapter.map((_, p) => [c, p] as const));
  return all[place % Math.max(1, all.length)] ?? [0, 0];
}

export interface Change {
  readonly kind: number;
  readonly place: number;
}

export const randomChanges: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({ kind: fc.nat(999), place: fc.nat(9999) }),
  { maxLength: 6 },
);

/** The book as another run of the normalizer makes it; what it adds are characters of its own, ㊀ ㊁ …. */
export function renormalized(book: RandomBook, changes: readonly Change[]): RandomBook {
  const copy = book.map((chapter) => chapter.map((sentences) => [...sentences]));
  for (const [i, { kind, place }] of changes.entries())
    newOperations[kind % newOperations.length]?.(copy, place, String.fromCodePoint(0x3280 + i));
  return copy.filter((chapter) => chapter.length > 0);
}

/** A change that a person may make to a chapter's text. */
type Edit = (text: string, place: number, mark: string) => string;

const edits: readonly Edit[] = [
  // Characters put in, or in the place of others.
  (text, place, mark) => `${text.slice(0, inside(text, place))}${mark}${text.slice(inside(text, place))}`,
  (text, place, mark) => {
    const at = inside(text, place);
    return `${text.slice(0, at)}${mark}${text.slice(at).replace(/^[^\n#]{1,3}/u, '')}`;
  },
  // A paragraph more, at the end or before another, or one less.
  (text, _, mark) => `${text}\n${mark}编者添的一段。\n`,
  (text, place, mark) => {
    const paragraphs = text.split('\n\n');
    paragraphs.splice(1 + (place % paragraphs.length), 0, `${mark}编者添的一段。`);
    return paragraphs.join('\n\n');
  },
  (text, place) => {
    const paragraphs = text.split('\n\n');
    if (paragraphs.length > 2) paragraphs.splice(1 + (place % (paragraphs.length - 2)), 1);
    return paragraphs.join('\n\n');
  },
  // White space of his own.
  (text, place) => text.replaceAll('\n\n', () => (place % 3 === 0 ? '\n\n\n' : '\n\n')),
  (text) => text.trimEnd(),
  (text, _, mark) => (text.startsWith('---') ? text : `---\nshort-title: ${mark}\n---\n\n${text}`),
];

/** Cuts the last paragraph of a chapter out, and puts it at the beginning of the next. */
function moveLastParagraph(mine: (string | undefined)[], chapters: readonly string[], c: number): void {
  const next = mine[c + 1] ?? chapters[c + 1];
  const paragraphs = (mine[c] ?? chapters[c] ?? '').trimEnd().split('\n\n');
  if (next === undefined || next.startsWith('---') || paragraphs.length < 3) return;
  mine[c + 1] = `${paragraphs.pop()}\n\n${next}`;
  mine[c] = `${paragraphs.join('\n\n')}\n`;
}

/** A place in a text that is not in its heading's mark. */
function inside(text: string, place: number): number {
  const body = Math.max(text.lastIndexOf('---\n') + 4, 2);
  return Math.min(body + (place % Math.max(1, text.length - body)), text.length);
}

/**
 * The chapters as a person left them, nothing for one that was not touched, and the marks that were put in.
 * `mayMove`: whether a paragraph may go from one chapter to the next.
 */
export function edited(
  chapters: readonly string[],
  changes: readonly Change[],
  mayMove = true,
): { readonly mine: readonly (string | undefined)[]; readonly marks: readonly string[] } {
  const mine: (string | undefined)[] = chapters.map(() => undefined);
  const marks: string[] = [];
  for (const [i, { kind, place }] of changes.entries()) {
    const c = place % Math.max(1, chapters.length);
    const mark = String.fromCodePoint(0x2460 + i);
    const text = mine[c] ?? chapters[c] ?? '';
    const edit = edits[kind % (edits.length + (mayMove ? 1 : 0))];
    if (edit) mine[c] = edit(text, place, mark);
    else moveLastParagraph(mine, chapters, c);
    if (mine[c]?.includes(mark)) marks.push(mark);
  }
  const all = mine.join('');
  return {
    mine: mine.map((text, i) => (text === chapters[i] ? undefined : text)),
    marks: marks.filter((mark) => all.includes(mark)),
  };
}
