// Checks of one house: copy this file into the book's folder and `banxin allow` it.
// 一家出版社自己的检查：放进书稿文件夹，执行 banxin allow。
import { defineConfig } from 'banxin';

/** Spellings that the house does not use, and what it writes instead. 本社不用的写法。 */
const spellings = new Map([
  ['帐号', '账号'],
  ['做为', '作为'],
]);

/** A paragraph longer than this tires its readers. */
const longest = 600;

export default defineConfig({
  checks: [
    {
      name: 'house-style',
      about: 'spellings of the house',
      // The book is plain data: chapters with blocks, headings, notes, images and links, each with file, line and page.
      check: (book) =>
        book.chapters.flatMap(({ blocks }) =>
          blocks.flatMap((block) =>
            [...spellings]
              .filter(([wrong]) => block.text.includes(wrong))
              .map(([wrong, right]) => ({
                severity: 'error',
                message: `“${wrong}” is written “${right}” here`,
                hint: `page ${block.page ?? '?'}: replace it`,
                at: block,
              })),
          ),
        ),
    },
    {
      name: 'long-paragraphs',
      about: `paragraphs of at most ${longest} characters`,
      check: (book) =>
        book.chapters
          .flatMap(({ blocks }) => blocks)
          .filter(({ element, text }) => element === 'p' && [...text].length > longest)
          .map((block) => ({ message: `a paragraph of ${[...block.text].length} characters`, at: block })),
    },
  ],
});
