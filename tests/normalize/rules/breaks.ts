import type { RuleExamples } from './rule.js';

const measure = 20;
/** Text broken at 20 characters, as a plain-text edition has it. */
function wrapped(text: string): string {
  return (text.match(new RegExp(`.{1,${measure}}`, 'gu')) ?? []).join('\n');
}

const prose =
  '时候既然是深冬，渐近故乡时，天气又阴晦了，冷风吹进船舱中，呜呜的响，从篷隙向外一望，苍黄的天底下，远近横着几个萧索的荒村，没有一些活气。';

export const breakRules: readonly RuleExamples[] = [
  {
    rule: 'join',
    looksAt:
      'line fill against the local measure, lost or kept indents, blank lines, end marks, open quotes, a word across the break, the next line’s opener',
    fires: [
      {
        raw: Array.from({ length: 4 }, () => `　　${wrapped(prose)}`).join('\n'),
        show: '向外一\n望，苍黄',
        gives: '向外一望，苍黄的天底下',
      },
    ],
    holdsBack: [{ raw: '床前看月光\n疑是地上霜', show: '月光\n疑是', gives: '床前看月光\n\n疑是地上霜' }],
  },
];
