import type { Messages } from '../../message.js';

/** What can be wrong with HTML in a manuscript. */
export const htmlMessages = {
  'html-attribute-refused': {
    severity: 'warning',
    en: {
      message: 'the attribute `{attribute}="{value}"` of `<{element}>` was taken out',
      hint: 'use a class, and style it in the theme; outside files and scripts have no place in a manuscript',
    },
    'zh-CN': {
      message: '已去掉 `<{element}>` 的属性 `{attribute}="{value}"`',
      hint: '请改用 class，在主题中定义样式；书稿中不能有脚本和外部文件',
    },
  },
  'html-code-removed': {
    severity: 'warning',
    en: {
      message: '`<{element}>` was taken out with all that stood in it; its content is not in the book',
      hint: 'put style into the theme; a book runs no scripts',
    },
    'zh-CN': {
      message: '已去掉 `<{element}>` 及其全部内容，书中不会出现',
      hint: '样式请放进主题；书中不运行脚本',
    },
  },
  'html-comment-open': {
    severity: 'error',
    en: { message: 'the comment `<!--` is not closed', hint: 'write `-->` where it ends' },
    'zh-CN': { message: '注释 `<!--` 没有结束', hint: '请在结束处写 `-->`' },
  },
  'html-drawing-refused': {
    severity: 'error',
    en: {
      message: '`<{element}>` cannot stand in the text; it would be lost',
      hint: "save it as an `.svg` file in the book's folder and show it as an image",
    },
    'zh-CN': {
      message: '正文中不能直接写 `<{element}>`，其内容会丢失',
      hint: '请存为本书文件夹中的 `.svg` 文件，再作为图片插入',
    },
  },
  'html-element-open': {
    severity: 'error',
    en: { message: '`<{element}>` is not closed', hint: 'close it, or delete it' },
    'zh-CN': { message: '`<{element}>` 没有结束标签', hint: '请补上结束标签，或将其删除' },
  },
  'html-element-refused': {
    severity: 'warning',
    en: {
      message: 'the tag `<{element}>` was taken out; its text stays',
      hint: 'use elements that books know, such as `div`, `span`, `ruby`, `figure`, `table`',
    },
    'zh-CN': {
      message: '已去掉标签 `<{element}>`，其中文字保留',
      hint: '请使用书中可用的元素，如 `div`、`span`、`ruby`、`figure`、`table`',
    },
  },
  'html-end-without-start': {
    severity: 'warning',
    en: {
      message: '`</{element}>` closes nothing and was taken out',
      hint: 'delete it, or write its start tag',
    },
    'zh-CN': { message: '`</{element}>` 没有对应的开始标签，已去掉', hint: '请删除，或补上开始标签' },
  },
  'html-half-tag': {
    severity: 'warning',
    en: {
      message: 'this begins like a tag but is none; it is printed as text',
      hint: 'mend the tag, or write `&lt;` for `<`',
    },
    'zh-CN': { message: '此处像是标签但不完整，将作为文字印出', hint: '请改正标签，或把 `<` 写成 `&lt;`' },
  },
  'html-markup-refused': {
    severity: 'warning',
    en: { message: '`{markup}` was taken out; it means nothing in a book', hint: 'delete it' },
    'zh-CN': { message: '已去掉 `{markup}`，它在书中没有意义', hint: '请删除' },
  },
  'html-misplaced': {
    severity: 'warning',
    en: {
      message: '`<{element}>` may not stand in `<{parent}>`; they were put in order, and no text was lost',
      hint: 'write one around the other as HTML allows it',
    },
    'zh-CN': {
      message: '`<{parent}>` 里不能有 `<{element}>`，已调整先后层次，文字没有丢失',
      hint: '请按 HTML 允许的层次书写',
    },
  },
  'html-not-closed': {
    severity: 'warning',
    en: {
      message: '`<{element}>` is not closed; it was ended with the block around it',
      hint: 'write `</{element}>` where it ends',
    },
    'zh-CN': { message: '`<{element}>` 没有结束，已随所在段落一起结束', hint: '请在结束处写 `</{element}>`' },
  },
} as const satisfies Messages;
