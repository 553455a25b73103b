// A book's own constructs. 一本书自己的写法。
import { defineConfig, element } from 'banxin';

export default defineConfig({
  constructs: [
    {
      // `<<Ctrl+S>>`: keys to press. 按键。
      name: 'keys',
      inline: {
        pattern: /<<([^<>\n]+)>>/,
        make: ([, keys = '']) =>
          keys.split('+').flatMap((key, index) => {
            const cap = element('kbd', {}, key);
            return index === 0 ? [cap] : ['+', cap];
          }),
      },
    },
    {
      // `::: sidebar {title="…"}`: a box. 专栏。
      name: 'sidebar',
      block: {
        word: 'sidebar',
        // `children`: what stands in it. 其中的内容。
        make: ({ children, values: { title } }) => {
          const head = element(
            'p',
            { class: 'sidebar-title' },
            title ?? '',
          );
          const all =
            title === undefined
              ? children
              : [head, ...children];
          return element(
            'aside',
            { class: 'sidebar' },
            ...all,
          );
        },
      },
    },
  ],
});
