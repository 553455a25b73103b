import type { RuleExamples } from './rule.js';
import { prose } from './sample-texts.js';

const traditional =
  '從前有一個書生，姓張，住在東門外。他讀書很用功，每天點燈到半夜，鄰居們都說他將來會有出息。';

export const characterRules: readonly RuleExamples[] = [
  {
    rule: 'fullwidth-mark',
    looksAt:
      'the character before a half-width mark; for brackets, what stands in and around them (GB/T 15834)',
    fires: [
      { raw: `${prose}他回头看了一眼,没有说话。`, show: '一眼,没有', gives: '看了一眼，没有说话' },
      { raw: `${prose}样品由聚丙烯(PP),尼龙两种材料制成。`, show: '(PP),尼', gives: '聚丙烯（PP），尼龙' },
    ],
    holdsBack: [
      {
        why: 'a decimal',
        raw: `${prose}完成投资4.86亿元，上午10:30开工，共3,200人。`,
        show: '4.86亿元',
        gives: '4.86亿元，上午10:30开工，共3,200人',
      },
      { raw: `${prose}见 https://example.org/a?b=1。`, show: 'org/a?b', gives: 'https://example.org/a?b=1' },
    ],
  },
  {
    rule: 'simplified-form',
    looksAt:
      'a Traditional character in Simplified text: rare, one to one, absent from GB 2312, its counterpart known to the text or part of a word',
    fires: [{ raw: `${prose.repeat(6)}要加緊布局，抓紧落实。`, show: '加緊布', gives: '要加紧布局' }],
    holdsBack: [
      {
        why: '乾 is at home in Simplified text',
        raw: `${prose.repeat(6)}书末有“乾隆”两个字。`,
        show: '“乾隆',
        gives: '“乾隆”两个字',
      },
      { raw: `${prose.repeat(6)}哪吒闹海。哪吒又来。哪吒走了。`, show: '哪吒闹', gives: '哪吒闹海' },
    ],
  },
  {
    rule: 'traditional-form',
    looksAt:
      'a Simplified character in Traditional text, by the same evidence; what Big5 holds is at home there',
    fires: [
      {
        raw: `${traditional.repeat(6)}後來他去趕考，從东門出發，走了三個月。`,
        show: '從东門',
        gives: '從東門出發',
      },
    ],
    holdsBack: [
      {
        why: '台 stands in Big5 and in Traditional texts',
        raw: '從前有一個書生，姓張，住在東門外的台上。他讀書很用功，每天點燈到半夜，鄰居們都說他將來會有出息。',
        show: '的台上',
        gives: '東門外的台上',
      },
    ],
  },
  {
    rule: 'stray-form-kept',
    looksAt: 'a form of the other script that is not safe to change: it stays, and an editor is asked',
    fires: [{ raw: `${prose.repeat(6)}他没有说过关於这件事的话。`, show: '关於', gives: '关於这件事' }],
    holdsBack: [
      {
        why: 'safe to change',
        raw: `${prose.repeat(6)}要加緊布局，抓紧落实。`,
        show: '緊布',
        gives: '加紧布局',
      },
    ],
  },
  {
    rule: 'gap',
    looksAt:
      'a space between two Chinese characters of running text, and whether the phrase stands elsewhere in one piece',
    fires: [
      {
        raw: `${prose}他把图上的系缆桩一个 一个找了出来，${prose}`,
        show: '一个 一个',
        gives: '系缆桩一个一个找了出来',
      },
    ],
    holdsBack: [
      {
        why: 'a gap between what a person is and a name',
        raw: `老码头的下一程\n本报讯（记者 岳 鹿）${prose}`,
        show: '记者 岳 鹿',
        gives: '本报讯（记者 岳 鹿）',
      },
    ],
  },
  {
    rule: 'gap-kept',
    looksAt:
      'a space between Chinese characters that parts phrases or names: it stays, and the ledger says so',
    fires: [
      {
        raw: `首趟铁海联运班列 从东礁港发车\n本报讯（通讯员 邵立夏）${prose}`,
        show: '班列 从东',
        gives: '# 首趟铁海联运班列 从东礁港发车',
      },
    ],
    holdsBack: [
      {
        why: 'running text: the space goes',
        raw: `${prose}他等了四个月 时间才等到。${prose}`,
        show: '月 时间',
        gives: '四个月时间才等到',
      },
    ],
  },
  {
    rule: 'byte-order-mark',
    looksAt: 'U+FEFF at the beginning of a file',
    fires: [{ raw: `\ufeff\ufeff${prose}`, show: '\ufeff', gives: '时候既然是深冬' }],
    holdsBack: [{ why: 'no mark', raw: prose, show: '时候既然', gives: '时候既然是深冬' }],
  },
  {
    rule: 'control-character',
    looksAt: 'characters that print nothing and belong in no text (C0 and C1 controls)',
    fires: [{ raw: `${prose}他\u0007走了。`, show: '他\u0007走', gives: '他走了。' }],
    holdsBack: [{ why: 'a tab is white space', raw: `${prose}他\t走了。`, show: '他\t走', gives: '他' }],
  },
];
