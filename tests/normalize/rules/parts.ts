import type { RuleExamples } from './rule.js';
import { chapter, prose } from './sample-texts.js';

export const partRules: readonly RuleExamples[] = [
  {
    rule: 'verse',
    looksAt:
      'lines of one measure (五言, 七言 …) that are announced or run on; lines set deeper than paragraphs',
    fires: [
      {
        raw:
          chapter(
            '第一回 出门',
            `${prose}有诗为证：\n床前看月光，疑是地上霜。\n举头望明月，低头思故乡。\n${prose}`,
          ) + `\n${chapter('第二回 回家')}`,
        show: '举头望明月',
        gives: '::: verse\n床前看月光，疑是地上霜。\n\n举头望明月，低头思故乡。\n:::',
      },
    ],
    holdsBack: [
      {
        why: 'one line of prose with a mark',
        raw: chapter('第一回 出门', `${prose}\n他来了，又走了。\n${prose}`) + `\n${chapter('第二回 回家')}`,
        show: '他来了，又',
        gives: '\n\n他来了，又走了。\n\n',
      },
    ],
  },
  {
    rule: 'letter',
    looksAt: 'a salutation on a line of its own, and the sign-off that ends what follows',
    fires: [
      {
        raw: `亲爱的同学：\n见字如面。${prose}\n愿你安好。\n图书馆全体馆员\n2022年10月18日`,
        show: '见字如面',
        gives: '::: letter\n亲爱的同学：',
      },
    ],
    holdsBack: [
      {
        why: 'no letter’s address, no sign-off',
        raw: `${prose}\n他写道：\n见字如面。${prose}`,
        show: '见字如面',
        gives: '他写道：\n\n见字如面。',
      },
    ],
  },
  {
    rule: 'sign-off',
    looksAt: 'short lines without marks that end in a date, at the end of the text or of an article',
    fires: [
      {
        raw: `特此通告。${prose}\n岫江市公安局\n2024年6月17日`,
        show: '岫江市公安局',
        gives: '::: signoff\n岫江市公安局\\\n2024年6月17日\n:::',
      },
    ],
    holdsBack: [
      {
        why: 'the date stands first',
        raw: `2024年6月17日\n${prose}\n${prose}`,
        show: '时候既然',
        gives: prose,
      },
    ],
  },
  {
    rule: 'scene-break',
    looksAt: 'a line of ornaments or a rule alone',
    fires: [{ raw: `${prose}\n* * *\n${prose}`, show: '* * *', gives: '\n\n***\n\n' }],
    holdsBack: [
      {
        why: 'text follows on the line',
        raw: `${prose}\n　　*号是注释。\n${prose}`,
        show: '*号是注',
        gives: '\\*号是注释。',
      },
    ],
  },
  {
    rule: 'note-call',
    looksAt:
      'a mark like [1] in the text whose number a note behind the chapter bears; all must pair, in order',
    fires: [
      {
        raw: `${prose}庄子[1]说过，孔子[2]也说过。\n${prose}\n注释\n[1]庄周，战国时人。\n[2]孔丘，春秋时人。`,
        show: '庄子[1]说',
        gives: '庄子[^1]说过',
      },
    ],
    holdsBack: [
      {
        why: 'the second note is called nowhere',
        raw: `${prose}庄子[1]说过。\n${prose}\n注释\n[1]庄周，战国时人。\n[2]孔丘，春秋时人。`,
        show: '庄子[1]说',
        gives: '庄子\\[1\\]说过',
      },
    ],
  },
  {
    rule: 'note',
    looksAt: 'numbered notes behind a chapter, each called once before',
    fires: [
      {
        raw: `${prose}庄子[1]说过，孔子[2]也说过。\n${prose}\n注释\n[1]庄周，战国时人。\n[2]孔丘，春秋时人。`,
        show: '[2]孔丘',
        gives: '[^2]: 孔丘，春秋时人。',
      },
    ],
    holdsBack: [
      {
        why: 'called nowhere',
        raw: `${prose}\n[1]庄周，战国时人。\n${prose}`,
        show: '[1]庄周',
        gives: '\\[1\\]庄周，战国时人。',
      },
    ],
  },
  {
    rule: 'note-label',
    looksAt: 'the word over notes (注释, 註, Notes) that became footnotes',
    fires: [
      {
        raw: `${prose}庄子[1]说过，孔子[2]也说过。\n${prose}\n注释\n[1]庄周，战国时人。\n[2]孔丘，春秋时人。`,
        show: '注释\n',
        gives: '活气。\n\n[^1]: 庄周',
      },
    ],
    holdsBack: [
      {
        why: 'no numbered note follows',
        raw: `${prose}\n注释\n庄周，战国时人。${prose}`,
        show: '注释\n',
        gives: '注释',
      },
    ],
  },
];
