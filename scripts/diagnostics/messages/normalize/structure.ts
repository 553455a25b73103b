import type { Messages } from '../../message.js';

export const structureMessages = {
  'article-half-missing': {
    severity: 'info',
    en: {
      message: 'the article “{title}” continues from {page}, which is not in this text',
      hint: 'the jump line was kept as a visible note and as `continued-from`; add the first half if you have it',
    },
    'zh-CN': {
      message: '文章《{title}》上接{page}，而本文件中没有前半部分',
      hint: '“上接”字样已保留在正文中，并记入 `continued-from`；如有前半部分，请补上',
    },
  },
  'heading-not-found': {
    severity: 'info',
    en: {
      message: 'no heading was found for `{chapter}`; its front matter names the file instead',
      hint: 'write the title as a line `# …` and delete `title`',
    },
    'zh-CN': {
      message: '没有找到 `{chapter}` 的标题，暂以文件名代替，写在文件头的 `title` 中',
      hint: '请用 `# …` 一行写明标题，并删去 `title`',
    },
  },
} as const satisfies Messages;
