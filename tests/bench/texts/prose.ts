import { Chance } from '../../../scripts/bench/chance.js';
import type { Paragraph, Text, TextChapter } from './text.js';
import { words } from './words.js';

/** Characters on a page of the bench, chapter openings and short lines reckoned in; found by setting such text. */
export const charactersOnPage = 630;

/** A novel of about so many pages, the same for the same number. */
export function prose(pages: number): Text {
  const chance = new Chance(pages);
  const next = (): string => paragraph(chance, chance.between(80, 300));
  return {
    name: `prose-${pages}`,
    title: '故乡的路',
    language: 'zh-Hans',
    chapters: cutIntoChapters(chance, next, pages * charactersOnPage),
    pictures: new Map(),
  };
}

/** Chapters of 20 to 60 paragraphs each, until there are so many characters. */
export function cutIntoChapters(
  chance: Chance,
  nextParagraph: () => string,
  characters: number,
): readonly TextChapter[] {
  const chapters: TextChapter[] = [];
  for (let left = characters; left > 0; ) {
    const blocks: Paragraph[] = [];
    for (let count = chance.between(20, 60); count > 0 && left > 0; count--) {
      const text = nextParagraph();
      blocks.push({ kind: 'paragraph', text });
      left -= text.length;
    }
    chapters.push({ title: `第${chineseNumber(chapters.length + 1)}章 ${words(chance, 5)}`, blocks });
  }
  return chapters;
}

/** Sentences of so many characters together, or a few more. */
export function paragraph(chance: Chance, length: number): string {
  let text = '';
  while (text.length < length) text += sentence(chance);
  return text;
}

function sentence(chance: Chance): string {
  const clauses = chance.times(chance.between(1, 5), () => words(chance, chance.between(4, 14)));
  const text = clauses.join(chance.of(['，', '，', '，', '，', '、', '；'])) + ending(chance);
  if (chance.isOnce(5)) return `${words(chance, 3)}说：“${text}”`;
  if (chance.isOnce(20)) return `《${words(chance, 4)}》——${text}`;
  return text;
}

function ending(chance: Chance): string {
  return chance.of(['。', '。', '。', '。', '。', '。', '！', '？', '……']);
}

/** 1 to 999 as in a heading: 十二, 一百〇三. */
export function chineseNumber(number: number): string {
  const digits = '〇一二三四五六七八九';
  const digit = (at: number): string => digits[at] ?? '';
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const head = hundreds > 0 ? `${digit(hundreds)}百` : '';
  const middle = tens > 0 ? `${tens === 1 && head === '' ? '' : digit(tens)}十` : head && ones ? '〇' : '';
  return head + middle + (ones > 0 ? digit(ones) : '');
}
