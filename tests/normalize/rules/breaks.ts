import type { RuleExamples } from './rule.js';
import { chapter, english, newsStory, prose, wrapped } from './sample-texts.js';

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
      {
        raw: `${prose}\n\n渐近故乡时，天气又阴晦了，冷风吹进船舱中，呜呜的响，从篷隙向外一望，苍\n\n黄的天底下，远近横着几个萧索的荒村。\n\n${prose}`,
        show: '，苍\n\n黄的天',
        gives: '向外一望，苍黄的天底下',
      },
      {
        raw: `一\n\n粒稻种有多重？农学院的老师给过一个数：千粒重二十六克。`,
        show: '一\n\n粒稻种',
        gives: '一粒稻种有多重',
      },
    ],
    holdsBack: [
      {
        why: 'two lines far from full, without a mark',
        raw: '床前看月光\n疑是地上霜',
        show: '月光\n疑是',
        gives: '床前看月光\n\n疑是地上霜',
      },
      {
        raw: `${newsStory}\n问：最难的是哪一步？\n答：先听。钟停了，可是风还在走。`,
        show: '一步？\n答：',
        gives: '最难的是哪一步？\n\n答：先听。',
      },
    ],
  },
  {
    rule: 'paragraph-end',
    looksAt:
      'the same signals as `join`, where they are nearly even: the break stays, and an editor is asked',
    fires: [
      {
        raw: `${chapter('第一章 出门', '他一直等到天亮以\n后来他又走了。')}\n${chapter('第二章 回家')}`,
        show: '天亮以\n后来',
        gives: '天亮以\n\n后来他又走了。',
      },
    ],
    holdsBack: [
      {
        why: 'the sentence ends; there is no doubt',
        raw: `${prose}\n${prose}`,
        show: '活气。\n时候',
        gives: '活气。\n\n时候既然',
      },
    ],
  },
  {
    rule: 'hyphen',
    looksAt: 'a hyphen at a line end, and whether the text has the word whole, with a hyphen, or its parts',
    fires: [
      {
        raw: english('She had no knowl-\nedge of it, and', 'his knowledge of the world'),
        show: 'knowl-\nedge',
        gives: 'no knowledge of it',
      },
    ],
    holdsBack: [
      {
        why: 'no hyphen at a line end',
        raw: english('She was a well-\nbred person, and', 'a well-bred man of the world'),
        show: 'person, and',
        gives: 'a well-bred person',
      },
    ],
  },
  {
    rule: 'furniture',
    looksAt:
      'numbers that rise by one at the distance of a page, the heads beside them, heads repeated in mid-sentence, the name, date and page of a newspaper',
    fires: [
      {
        raw: `岫江日报 2024年6月18日 星期二 第1版\n\n岫江大桥封闭检修\n\n本报讯 ${prose}`,
        show: '岫江日报 2024年',
        gives: '# 岫江大桥封闭检修',
      },
    ],
    holdsBack: [
      {
        why: 'running text that names a paper',
        raw: `${prose}\n据岫江日报2024年6月18日报道，大桥已经修好了。`,
        show: '岫江日报2024年',
        gives: '据岫江日报2024年6月18日报道',
      },
    ],
  },
];
