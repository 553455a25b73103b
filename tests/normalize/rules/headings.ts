import type { RuleExamples } from './rule.js';
import { chapter, prose } from './sample-texts.js';

const long = prose.repeat(8);

export const headingRules: readonly RuleExamples[] = [
  {
    rule: 'chapter-heading',
    looksAt:
      'numbers that ascend in one form (第X回/章/节/卷/部, Chapter N, bare numbers, 一、 …), at paragraph ends, with text between',
    fires: [
      {
        raw: [chapter('第一回 灵根育孕源流出'), chapter('第二回 悟彻菩提真妙理')].join('\n'),
        show: '第二回 悟彻',
        gives: '# 第二回 悟彻菩提真妙理',
      },
    ],
    holdsBack: [
      {
        why: '部 and 回 of other words break the sequence',
        raw: `${[chapter('第一章 出门'), chapter('第二章 回家')].join('\n')}\n第九部队开到了城下。\n第六回合打成了平手。`,
        show: '第九部队',
        gives: '\n\n第九部队开到了城下。',
      },
    ],
  },
  {
    rule: 'set-off-title',
    looksAt:
      'short lines without a number that are set off alike (gap, indent, brackets, ornament), nearly all lines of that setting being titles',
    fires: [
      {
        raw: ['小溪', '祖母', '远方', '旧屋']
          .map((title) => `${title}\n\n\n　　${long}\n　　${long}\n　　${long}`)
          .join('\n\n\n\n'),
        show: '祖母\n',
        gives: '# 祖母',
      },
    ],
    holdsBack: [
      {
        why: 'speech, with its mark',
        raw: ['小溪', '祖母', '远方', '旧屋']
          .map((title) => `　　${long}\n　　“${title}？”\n　　${long}`)
          .join('\n'),
        show: '“祖母？”',
        gives: '“祖母？”\n',
      },
    ],
  },
  {
    rule: 'title-line',
    looksAt: 'a short first line without marks, before all else',
    fires: [
      {
        raw: 'The Boat\n\nIt was late when they came down to the water, and the boat was gone.',
        show: 'The Boat',
        gives: '# The Boat',
      },
    ],
    holdsBack: [
      {
        why: 'the sentence goes on',
        raw: 'It was late, and\nthe boat was gone when they came down to the water.',
        show: 'It was late, and',
        gives: 'It was late, and',
      },
    ],
  },
];
