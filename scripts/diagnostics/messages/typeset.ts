import type { Messages } from '../message.js';

export const typesetMessages = {
  'typeset-limit-malformed': {
    severity: 'error',
    en: {
      message: '`{limit}` is no limit; the nearest known fault is `{nearest}`',
      hint: 'write a fault and the most that may be: --limit ragged=0,loose=1/200; the faults are {known}',
    },
    'zh-CN': {
      message: '`{limit}` 不是有效的限度；最接近的问题名是 `{nearest}`',
      hint: '请写“问题=上限”：--limit ragged=0,loose=1/200；问题名有：{known}',
    },
  },
  'typeset-no-text': {
    severity: 'error',
    en: {
      message: '`{file}` has no running text in horizontal lines to measure',
      hint: 'a scanned or vertical book cannot be measured',
    },
    'zh-CN': { message: '`{file}` 中没有可测量的横排正文', hint: '扫描件和直排书无法测量' },
  },
  'typeset-over-limit': {
    severity: 'error',
    en: {
      message: '{fault}: {found} of {among}; the limit is {limit}',
      hint: 'the report lists the places; mend the style sheets, or the text there',
    },
    'zh-CN': {
      message: '{fault}：{among} 中有 {found}，超过上限 {limit}',
      hint: '报告列出了各处；请修改样式，或调整该处文字',
    },
  },
} as const satisfies Messages;
