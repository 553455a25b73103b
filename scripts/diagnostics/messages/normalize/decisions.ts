import type { Messages } from '../../message.js';

export const decisionMessages = {
  'decision-ambiguous': {
    severity: 'warning',
    en: {
      message: 'the decision `{operation}` at “{place}” fits several places, so it was not followed',
      hint: 'add `nth: 1` for the first of them, `nth: 2` for the second …, or name more of the text around it',
    },
    'zh-CN': {
      message: '决定 `{operation}`（“{place}”）对应多处文字，未予执行',
      hint: '请加上 `nth: 1`（第一处）、`nth: 2`（第二处）等，或多写几个前后的字',
    },
  },
  'decision-invalid': {
    severity: 'error',
    en: {
      message: 'this decision cannot be read: {problem}',
      hint: 'an entry has `do` ({operations}) and the text `before` and `after` its place; nothing was written',
    },
    'zh-CN': {
      message: '无法读取这一条决定：{problem}',
      hint: '每条应有 `do`（{operations}），以及该处前后的文字 `before` 和 `after`；本次没有写入任何内容',
    },
  },
  'decision-stale': {
    severity: 'warning',
    en: {
      message: 'the decision `{operation}` at “{place}” no longer finds its place in the raw text',
      hint: 'give it the words that stand there now, or delete it',
    },
    'zh-CN': {
      message: '决定 `{operation}`（“{place}”）在原稿中已找不到对应的位置',
      hint: '请改为原稿现有的文字，或删去这一条',
    },
  },
  'decisions-unreadable': {
    severity: 'error',
    en: {
      message: '`{file}` cannot be read as a list of decisions: {problem}',
      hint: 'mend the line, or move the file away to go on without it; nothing was written',
    },
    'zh-CN': {
      message: '无法将 `{file}` 读作决定列表：{problem}',
      hint: '请改正该行；如要暂时不用，可先移走此文件；本次没有写入任何内容',
    },
  },
} as const satisfies Messages;
