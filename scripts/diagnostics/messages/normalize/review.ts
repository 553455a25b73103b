import type { Messages } from '../../message.js';

export const reviewMessages = {
  'chapter-ends-open': {
    severity: 'info',
    en: {
      message: '{count} paragraphs end without a mark',
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
      message: '{count} paragraphs with quotes or brackets that do not pair',
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
      message: 'only {share} % as long as the middle chapter',
      hint: 'look whether a line of text was taken for its heading, or the one after it',
    },
    'zh-CN': {
      message: '篇幅只有中等章节的 {share}%',
      hint: '请查看是否有正文被误认作标题',
    },
  },
} as const satisfies Messages;
