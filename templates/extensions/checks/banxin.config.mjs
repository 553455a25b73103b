// A house's own checks. 一家出版社自己的检查。
import { defineConfig } from 'banxin';

// What the house does not write, and what it does.
// 本社不用的写法，与本社的写法。
const spellings = [
  ['帐号', '账号'],
  ['做为', '作为'],
];

// Longer paragraphs tire readers. 段落的最大长度。
const longest = 600;

export default defineConfig({
  checks: [
    {
      name: 'house-style',
      about: 'spellings of the house',
      check: (book) =>
        blocksOf(book).flatMap((block) =>
          spellings
            .filter(([wrong]) =>
              block.text.includes(wrong),
            )
            .map(([wrong, right]) => ({
              severity: 'error',
              message: `“${wrong}” is written “${right}” here`,
              hint: `page ${block.page ?? '?'}: replace it`,
              at: block,
            })),
        ),
    },
    {
      name: 'long-paragraphs',
      about: `at most ${longest} characters`,
      check: (book) =>
        blocksOf(book)
          .filter(
            ({ element, text }) =>
              element === 'p' &&
              [...text].length > longest,
          )
          .map((block) => ({
            message: `${[...block.text].length} characters`,
            at: block,
          })),
    },
  ],
});

// Every piece knows its file, line and page.
// 每一件都有文件、行号、页码。
function blocksOf(book) {
  return book.chapters.flatMap(({ blocks }) => blocks);
}
