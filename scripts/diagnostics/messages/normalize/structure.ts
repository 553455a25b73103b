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
  'article-rest-missing': {
    severity: 'info',
    en: {
      message: 'the article “{title}” goes on at {page}, which is not in this text',
      hint: 'the jump line was kept as a visible note and as `continued-on`; add the rest if you have it',
    },
    'zh-CN': {
      message: '文章《{title}》下转{page}，而原稿中没有后半部分',
      hint: '“下转”字样已保留在正文中，并记入 `continued-on`；如有后半部分，请补上',
    },
  },
  'chapter-number-in-text': {
    severity: 'warning',
    en: {
      message: '{label} is missing among the chapters, and stands here in the text',
      hint: 'if a chapter begins here, decide `chapter` at this place (`banxin normalize --review`)',
    },
    'zh-CN': {
      message: '各章中缺{label}，而此处正文中有这几个字',
      hint: '如果这里另起一章，请在此处作“chapter”决定（`banxin normalize --review`）',
    },
  },
  'chapter-number-missing': {
    severity: 'warning',
    en: {
      message: '{label} follows {before}: {count} missing between them',
      hint: 'look whether the text lacks them, or their headings are written otherwise',
    },
    'zh-CN': {
      message: '{before}之后是{label}，中间缺 {count} 个',
      hint: '请核对：是原稿缺这些章节，还是标题写法不同',
    },
  },
  'chapter-number-starts': {
    severity: 'info',
    en: {
      message: 'the first numbered chapter is {label}',
      hint: 'nothing to do if the text is a part of a longer work',
    },
    'zh-CN': { message: '第一个编号的章节是{label}', hint: '如原稿只是全书的一部分，则无需处理' },
  },
  'chapter-number-twice': {
    severity: 'warning',
    en: {
      message: '{label} comes twice',
      hint: 'one of the two may be a slip, or no heading: decide `not-heading`, or correct the number',
    },
    'zh-CN': {
      message: '{label}出现了两次',
      hint: '其中之一可能有误，或不是标题：请作“not-heading”决定，或改正编号',
    },
  },
  'contents-list-kept': {
    severity: 'info',
    en: {
      message: 'the table of contents of the raw text ({count} lines) was kept as text',
      hint: 'the book makes its own: decide `role: furniture` with `lines: {count}` here to leave this one out',
    },
    'zh-CN': {
      message: '原稿自带的目录（{count} 行）已作为正文保留',
      hint: '成书时会自动生成目录；如不需要原目录，请在此处作“role: furniture”决定，并写明 `lines: {count}`',
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
