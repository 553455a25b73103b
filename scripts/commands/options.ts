import type { Option } from './command.js';

/** Options that every command has. */
export const jsonOption: Option = {
  name: 'json',
  about: {
    en: 'print one JSON object on standard output, for programs',
    'zh-CN': '在标准输出打印一个 JSON 对象，供程序读取',
  },
};

/** Where a book goes; the names are files of `styles/destinations/`. */
export const forOption: Option = {
  name: 'for',
  choices: ['office', 'kdp-6x9', 'ingram', '印厂-大32开'],
  value: { en: 'destination', 'zh-CN': '去处' },
  about: {
    en: 'where it goes: office, kdp-6x9, ingram, 印厂-大32开, or one of your own styles/destinations/; trim, margins, bleed and limits are as asked for there',
    'zh-CN':
      '送往何处：office、kdp-6x9、ingram、印厂-大32开，或自己写在 styles/destinations/ 中的；开本、页边、出血和限度都依其要求',
  },
};

/** Lets the code of a book's own run once; on a machine that builds for others nobody is there to allow it. */
export const allowConfigOption: Option = {
  name: 'allow-config',
  about: {
    en: "let the book's banxin.config.ts run this once, though `banxin allow` did not",
    'zh-CN': '本次允许书稿的 banxin.config.ts 运行，不必先执行 `banxin allow`',
  },
};

export const helpOption: Option = {
  name: 'help',
  short: 'h',
  about: { en: 'show this help', 'zh-CN': '显示本帮助' },
};

export const versionOption: Option = {
  name: 'version',
  short: 'v',
  about: { en: "show Banxin's version", 'zh-CN': '显示 Banxin 的版本' },
};
