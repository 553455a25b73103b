import type { Messages } from '../../message.js';

export const rawTextMessages = {
  'encoding-unknown': {
    severity: 'error',
    en: { message: 'unknown encoding `{encoding}`', hint: 'use one of {known}' },
    'zh-CN': { message: '未知的编码 `{encoding}`', hint: '可用的编码：{known}' },
  },
  'file-is-binary': {
    severity: 'error',
    en: {
      message: '`{file}` is not a text file ({kind})',
      hint: 'export its text first, then normalize that',
    },
    'zh-CN': { message: '`{file}` 不是文本文件（{kind}）', hint: '请先导出为纯文本，再进行整理' },
  },
  'text-empty': {
    severity: 'error',
    en: { message: '`{file}` holds no text', hint: 'check that it is the right file' },
    'zh-CN': { message: '`{file}` 中没有文字', hint: '请确认文件是否正确' },
  },
  'text-undecodable': {
    severity: 'error',
    en: {
      message: '`{file}` cannot be read as {encoding}: {share} % of it does not decode',
      hint: 'name its encoding with --encoding; if it is no text file, export its text first',
    },
    'zh-CN': {
      message: '无法按 {encoding} 读取 `{file}`：有 {share}% 不能解码',
      hint: '请用 --encoding 指定编码；若不是文本文件，请先导出为纯文本',
    },
  },
} as const satisfies Messages;
