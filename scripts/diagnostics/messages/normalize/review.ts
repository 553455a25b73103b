import type { Messages } from '../../message.js';

export const reviewMessages = {
  'book-source-ambiguous': {
    severity: 'error',
    en: {
      message: '`{folder}` was made from more than one raw text: {sources}',
      hint: 'name one: banxin normalize {example} --out {folder}',
    },
    'zh-CN': {
      message: '`{folder}` 由不止一份原稿生成：{sources}',
      hint: '请指定其中一份：banxin normalize {example} --out {folder}',
    },
  },
  'book-source-missing': {
    severity: 'error',
    en: {
      message: '`{folder}` is no book that `banxin normalize` has made: its `source/` holds no ledger',
      hint: 'name the raw text and where the book goes: {example}',
    },
    'zh-CN': {
      message: '`{folder}` 不是由 `banxin normalize` 生成的书稿：其 `source/` 中没有改动记录',
      hint: '请指定原稿和书稿文件夹：{example}',
    },
  },
  'chapter-ends-open': {
    severity: 'info',
    en: {
      message: 'no mark at the end of {count} of its paragraphs',
      hint: 'look whether they were torn apart, or are verse, lists or headings',
    },
    'zh-CN': {
      message: '有 {count} 段末尾没有标点',
      hint: '请查看是误断的段落，还是诗句、条目或标题',
    },
  },
  'chapter-long': {
    severity: 'info',
    en: {
      message: '{times} times as long as the middle chapter',
      hint: 'look whether a heading in it was missed',
    },
    'zh-CN': {
      message: '篇幅是中等章节的 {times} 倍',
      hint: '请查看其中是否漏认了标题',
    },
  },
  'chapter-marks-unpaired': {
    severity: 'info',
    en: {
      message: 'quotes or brackets do not pair in {count} of its paragraphs',
      hint: 'look whether a mark was lost, or a paragraph torn apart',
    },
    'zh-CN': {
      message: '有 {count} 段的引号或括号不成对',
      hint: '请查看是漏了标点，还是段落被误断',
    },
  },
  'chapter-short': {
    severity: 'info',
    en: {
      message: 'only {count} characters long, where the middle chapter has {middle}',
      hint: 'look whether a line of text was taken for its heading, or the one after it',
    },
    'zh-CN': {
      message: '只有 {count} 字，而中等章节有 {middle} 字',
      hint: '请查看是否有正文被误认作标题',
    },
  },
  'port-invalid': {
    severity: 'error',
    en: { message: '`{port}` is no port', hint: 'give a whole number from 1024 to 65535' },
    'zh-CN': { message: '`{port}` 不是有效的端口', hint: '请给出 1024 至 65535 之间的整数' },
  },
  'port-unavailable': {
    severity: 'error',
    en: {
      message: 'the page cannot be served on port {port} ({reason})',
      hint: 'name another with --port, or leave the option out: a free port is found',
    },
    'zh-CN': {
      message: '无法在端口 {port} 上打开页面（{reason}）',
      hint: '请用 --port 另指定端口，或不加此选项，由程序自动选择',
    },
  },
  'review-of-markdown': {
    severity: 'error',
    en: {
      message: 'the raw text is Markdown already, which is not normalized: no decision is followed in it',
      hint: 'edit its chapters themselves',
    },
    'zh-CN': {
      message: '原稿已是 Markdown，不再整理，因此不执行任何决定',
      hint: '请直接编辑各章',
    },
  },
  'review-outdated': {
    severity: 'error',
    en: {
      message: 'the raw text has changed since this page was opened; nothing was written',
      hint: 'reload the page',
    },
    'zh-CN': { message: '此页打开之后原稿有过改动；本次没有写入任何内容', hint: '请刷新页面' },
  },
  'review-request-unreadable': {
    severity: 'error',
    en: {
      message: 'the page sent what is no list of decisions; nothing was written',
      hint: 'reload the page; if it happens again, report it',
    },
    'zh-CN': {
      message: '页面发来的内容不是决定列表；本次没有写入任何内容',
      hint: '请刷新页面；如再次出现，请报告给开发者',
    },
  },
} as const satisfies Messages;
