import type { Messages } from '../message.js';

/** What is said of a book's own config and of what it adds. */
export const extensionMessages = {
  'config-changed': {
    severity: 'error',
    en: {
      message:
        '`{file}` is a program, and has changed since it was allowed to run on this machine; nothing was run',
      hint: 'look at what has changed; if it may run, `banxin allow {book}`, or for one run `--allow-config`',
    },
    'zh-CN': {
      message: '`{file}` 是程序，自获准在本机运行以来内容有变；没有运行任何代码',
      hint: '请先看看改了什么；若可以运行，请执行 `banxin allow {book}`，或仅此一次加上 `--allow-config`',
    },
  },
  'config-failed': {
    severity: 'error',
    en: { message: '`{file}` does not run: {reason}', hint: 'correct it at this place' },
    'zh-CN': { message: '`{file}` 无法运行：{reason}', hint: '请在此处更正' },
  },
  'config-import-unseen': {
    severity: 'error',
    en: {
      message: '`{file}` imports `{import}`, which is not among the files that were allowed; it was not run',
      hint: 'write the path of a file that is there into the import itself, in quotes; it is then asked about with the rest',
    },
    'zh-CN': {
      message: '`{file}` 引入的 `{import}` 不在获准的文件之内，没有运行',
      hint: '请在引入语句的引号里直接写出已有文件的路径，它便会与其余文件一并请求许可',
    },
  },
  'config-misnamed': {
    severity: 'warning',
    en: {
      message: '`{file}` is not read',
      hint: 'a config is called `banxin.config.ts` or `banxin.config.mjs`',
    },
    'zh-CN': {
      message: '`{file}` 不会被读取',
      hint: '配置文件应名为 `banxin.config.ts` 或 `banxin.config.mjs`',
    },
  },
  'config-missing': {
    severity: 'error',
    en: {
      message: 'there is no `banxin.config.ts` or `banxin.config.mjs` in `{book}`',
      hint: 'name the folder of a book that has one; a book without needs no permission',
    },
    'zh-CN': {
      message: '`{book}` 中没有 `banxin.config.ts` 或 `banxin.config.mjs`',
      hint: '请指明有此文件的书稿文件夹；没有此文件的书不需要许可',
    },
  },
  'config-not-allowed': {
    severity: 'error',
    en: {
      message: '`{file}` is a program, and nobody has allowed it to run on this machine; nothing was run',
      hint: 'read it; if it may run, `banxin allow {book}`, or for one run `--allow-config`',
    },
    'zh-CN': {
      message: '`{file}` 是程序，尚未获准在本机运行；没有运行任何代码',
      hint: '请先读一遍；若可以运行，请执行 `banxin allow {book}`，或仅此一次加上 `--allow-config`',
    },
  },
  'config-shape': {
    severity: 'error',
    en: {
      message: '`{path}` of the config is `{found}`; it should be: `{wanted}`',
      hint: 'the chapter “For those who program” of the guide has the form; in TypeScript, `defineConfig` checks it',
    },
    'zh-CN': {
      message: '配置中的 `{path}` 为 `{found}`，应为：`{wanted}`',
      hint: '写法见手册《写给编程的人》一章；用 TypeScript 时，`defineConfig` 会检查类型',
    },
  },
  'config-slow': {
    severity: 'error',
    en: {
      message: '`{file}` did not end within {seconds} s and was stopped',
      hint: 'look for a loop without an end, or an `await` of what never comes',
    },
    'zh-CN': {
      message: '`{file}` 在 {seconds} 秒内没有运行完，已被中止',
      hint: '请检查是否有死循环，或 `await` 了永不到来的结果',
    },
  },
  'config-twice': {
    severity: 'error',
    en: { message: 'the book has both `{first}` and `{second}`', hint: 'keep one of them' },
    'zh-CN': { message: '书稿中同时有 `{first}` 和 `{second}`', hint: '请只留一个' },
  },
  'memory-path-outside': {
    severity: 'error',
    en: {
      message: 'the file `{path}` of a book in memory would lie outside its folder',
      hint: 'name it by a path inside the book, such as `chapters/map.png`',
    },
    'zh-CN': {
      message: '内存中的书的文件 `{path}` 落在书稿文件夹之外',
      hint: '请用书内的路径命名，例如 `chapters/map.png`',
    },
  },
  'memory-path-twice': {
    severity: 'error',
    en: {
      message: 'two files of a book in memory would be `{path}`, and one of them be lost',
      hint: 'give each file a path of its own; capital and small letters count as the same',
    },
    'zh-CN': {
      message: '内存中的书有两个文件同为 `{path}`，其一会丢失',
      hint: '请给每个文件各自的路径；大小写视为相同',
    },
  },
  'own-check-failed': {
    severity: 'error',
    en: { message: 'the book’s own check `{name}` failed: {reason}', hint: 'correct it at this place' },
    'zh-CN': { message: '本书自定的检查 `{name}` 运行出错：{reason}', hint: '请在此处更正' },
  },
  'own-check-shape': {
    severity: 'error',
    en: {
      message: 'the book’s own check `{name}` answered in a form that is not known (`{reason}`)',
      hint: 'give a list of findings, each with a `message`, and where wanted `severity`, `hint`, `kind` and `at`',
    },
    'zh-CN': {
      message: '本书自定的检查 `{name}` 返回的形式不对（`{reason}`）',
      hint: '请返回一个列表，每项有 `message`，可加 `severity`、`hint`、`kind`、`at`',
    },
  },
  'own-check-slow': {
    severity: 'error',
    en: {
      message: 'the book’s own check `{name}` did not end within {seconds} s and was stopped',
      hint: 'look for a loop without an end, or a regular expression that tries too much',
    },
    'zh-CN': {
      message: '本书自定的检查 `{name}` 在 {seconds} 秒内没有运行完，已被中止',
      hint: '请检查是否有死循环，或回溯过多的正则表达式',
    },
  },
  'own-construct-failed': {
    severity: 'error',
    en: { message: 'the book’s own construct `{name}` failed: {reason}', hint: 'correct it at this place' },
    'zh-CN': { message: '本书自定的写法 `{name}` 运行出错：{reason}', hint: '请在此处更正' },
  },
  'own-construct-shape': {
    severity: 'error',
    en: {
      message: 'the book’s own construct `{name}` answered in a form that is not known (`{reason}`)',
      hint: 'give text, `element(tagName, attributes, …children)`, or a list of both',
    },
    'zh-CN': {
      message: '本书自定的写法 `{name}` 返回的形式不对（`{reason}`）',
      hint: '请返回文字、`element(标签, 属性, …内容)`，或两者的列表',
    },
  },
  'own-construct-slow': {
    severity: 'error',
    en: {
      message: 'the book’s own construct `{name}` did not end within {seconds} s and was stopped',
      hint: 'look for a loop without an end, or a regular expression that tries too much',
    },
    'zh-CN': {
      message: '本书自定的写法 `{name}` 在 {seconds} 秒内没有运行完，已被中止',
      hint: '请检查是否有死循环，或回溯过多的正则表达式',
    },
  },
  'own-construct-took-text': {
    severity: 'warning',
    en: {
      message: 'the book’s own construct `{name}` left out text of this container: “{text}”',
      hint: 'put all `children` somewhere into what it makes, if this text is to be read',
    },
    'zh-CN': {
      message: '本书自定的写法 `{name}` 略去了此处的文字：“{text}”',
      hint: '若要印出这些文字，请把 `children` 全部放进所得的内容里',
    },
  },
  'own-rule-failed': {
    severity: 'error',
    en: { message: 'the book’s own rule `{name}` failed: {reason}', hint: 'correct it at this place' },
    'zh-CN': { message: '本书自定的规则 `{name}` 运行出错：{reason}', hint: '请在此处更正' },
  },
  'own-rule-shape': {
    severity: 'error',
    en: {
      message: 'the book’s own rule `{name}` answered in a form that is not known (`{reason}`)',
      hint: 'give a list of edits with `start`, `end` and `after`: offsets into the text, whole characters, no line end among them',
    },
    'zh-CN': {
      message: '本书自定的规则 `{name}` 返回的形式不对（`{reason}`）',
      hint: '请返回一个列表，每项有 `start`、`end`、`after`：位置以原文计，不拆开字符，不跨行',
    },
  },
  'own-rule-slow': {
    severity: 'error',
    en: {
      message: 'the book’s own rule `{name}` did not end within {seconds} s and was stopped',
      hint: 'look for a loop without an end, or a regular expression that tries too much',
    },
    'zh-CN': {
      message: '本书自定的规则 `{name}` 在 {seconds} 秒内没有运行完，已被中止',
      hint: '请检查是否有死循环，或回溯过多的正则表达式',
    },
  },
  'theme-package-empty': {
    severity: 'error',
    en: {
      message: 'the package `{package}` in `{folder}` brings no theme',
      hint: 'a theme’s package has `styles/themes/<name>/theme.json`',
    },
    'zh-CN': {
      message: '`{folder}` 中的包 `{package}` 没有带主题',
      hint: '主题包应有 `styles/themes/<名称>/theme.json`',
    },
  },
  'theme-package-missing': {
    severity: 'error',
    en: {
      message: 'the package `{package}` of the theme is not installed',
      hint: 'run `npm install {package}` in the book’s folder',
    },
    'zh-CN': {
      message: '主题的包 `{package}` 没有安装',
      hint: '请在书稿文件夹中运行 `npm install {package}`',
    },
  },
} as const satisfies Messages;
