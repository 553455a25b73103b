// Constructs of one book: copy this file into the book's folder and `banxin allow` it.
// 一本书自己的写法：放进书稿文件夹，执行 banxin allow。
import { defineConfig, element } from 'banxin';

export default defineConfig({
  constructs: [
    {
      // `<<Ctrl+S>>` in a line: keys to press. 行内的按键。
      name: 'keys',
      inline: {
        pattern: /<<([^<>\n]+)>>/,
        make: ([, keys = '']) =>
          keys.split('+').flatMap((key, index) => [...(index > 0 ? ['+'] : []), element('kbd', {}, key)]),
      },
    },
    {
      // `::: sidebar {title="…"}` … `:::`: a box beside the text. 专栏。
      name: 'sidebar',
      block: {
        word: 'sidebar',
        // `children` is what stands in it, read as Markdown already; nothing of it may be lost.
        make: ({ children, values }) =>
          element(
            'aside',
            { class: 'sidebar' },
            ...(values.title === undefined ? [] : [element('p', { class: 'sidebar-title' }, values.title)]),
            ...children,
          ),
      },
    },
  ],
});
