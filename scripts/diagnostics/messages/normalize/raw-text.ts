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
  'raw-file-skipped': {
    severity: 'warning',
    en: {
      message: '`{file}` was left out: only .txt, .text, .asc, .md and .markdown files of a folder are read',
      hint: 'if it holds text, give it one of these endings; else move it away',
    },
    'zh-CN': {
      message: '未读入 `{file}`：文件夹中只读取 .txt、.text、.asc、.md、.markdown 文件',
      hint: '如果其中有正文，请改用上述扩展名；否则请移走',
    },
  },
  'raw-folder-empty': {
    severity: 'error',
    en: {
      message: 'the folder `{folder}` holds no raw text (.txt, .text, .asc, .md, .markdown)',
      hint: 'name a file, or a folder with the text in such files',
    },
    'zh-CN': {
      message: '文件夹 `{folder}` 中没有原稿（.txt、.text、.asc、.md、.markdown）',
      hint: '请指定文件，或包含这类文件的文件夹',
    },
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
