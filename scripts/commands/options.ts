import type { Option } from './command.js';

/** Options that every command has. */
export const jsonOption: Option = {
  name: 'json',
  about: {
    en: 'print one JSON object on standard output, for programs',
    'zh-CN': '在标准输出打印一个 JSON 对象，供程序读取',
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
