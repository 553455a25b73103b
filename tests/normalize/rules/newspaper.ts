import type { RuleExamples } from './rule.js';
import { newsStory, prose } from './sample-texts.js';

export const newspaperRules: readonly RuleExamples[] = [
  {
    rule: 'headline',
    looksAt:
      'the page read as a whole: how each display line looks, and what follows what (kicker, headline, deck, byline, text)',
    fires: [
      {
        raw: `${newsStory}\n岫江大桥夜间封闭检修六天\n本报讯 ${prose}`,
        show: '岫江大桥夜间',
        gives: '# 岫江大桥夜间封闭检修六天',
      },
    ],
    holdsBack: [
      {
        why: 'the sentence goes on',
        raw: `${newsStory}\n岫江大桥夜间封闭检修六天，\n过江的车要绕行，${prose}`,
        show: '岫江大桥夜间',
        gives: '\n\n岫江大桥夜间封闭检修六天，过江的车',
      },
    ],
  },
  {
    rule: 'headline-lines',
    looksAt: 'display lines of like length that stand together over a byline or the text',
    fires: [
      {
        raw: `217辆车泡了水\n这笔账该记在谁头上\n本报记者 简文舟\n${prose}`,
        show: '了水\n这笔',
        gives: '# 217辆车泡了水 这笔账该记在谁头上',
      },
    ],
    holdsBack: [
      {
        why: 'the second line is the byline',
        raw: newsStory,
        show: '一程\n本报',
        gives: '# 老码头的下一程\n\n::: byline',
      },
    ],
  },
  {
    rule: 'kicker',
    looksAt: 'a line over the headline: one that breaks off with ——, the name of a column, the occasion',
    fires: [
      {
        raw: `现场推进会上传来消息——\n${newsStory}`,
        show: '消息——',
        gives: '::: kicker\n现场推进会上传来消息——\n:::\n\n# 老码头的下一程',
      },
    ],
    holdsBack: [
      {
        why: 'a sentence that breaks off, in the text',
        raw: `${newsStory}\n今年六月，挪的不只是酱缸——\n全镇的渔民，都要从老屋搬到望潮岭上去了。`,
        show: '酱缸——',
        gives: '酱缸——\n\n全镇的渔民',
      },
    ],
  },
  {
    rule: 'byline',
    looksAt: 'the trade’s words for writers (本报记者, 文/图 …), or names alone under a headline',
    fires: [{ raw: newsStory, show: '本报记者 傅', gives: '::: byline\n本报记者 傅青禾\n:::' }],
    holdsBack: [
      {
        why: 'a sentence that begins like one',
        raw: `${newsStory}\n本报记者傅青禾沿着步道走了一趟。`,
        show: '本报记者傅',
        gives: '\n\n本报记者傅青禾沿着步道走了一趟。',
      },
    ],
  },
  {
    rule: 'editors-note',
    looksAt: '编者按, 编后, 开栏的话 at the beginning of a paragraph',
    fires: [
      {
        raw: `老码头的下一程\n本报记者 傅青禾\n编者按：大钟停摆十一年后，本月重新敲响。\n${prose}`,
        show: '编者按',
        gives: '::: note\n编者按：大钟停摆',
      },
    ],
    holdsBack: [
      {
        why: 'in mid-sentence',
        raw: `${newsStory}\n他是这篇编者按的作者。`,
        show: '编者按',
        gives: '他是这篇编者按的作者。',
      },
    ],
  },
  {
    rule: 'subhead',
    looksAt:
      'a series of labels of one kind (虹口区 …, 杨浦区 …), or a short line between paragraphs of one article',
    fires: [
      {
        raw: `${newsStory}\n旧墙会说话\n${prose}\n${prose}\n慢一点，再慢一点\n${prose}`,
        show: '旧墙会说话',
        gives: '## 旧墙会说话',
      },
    ],
    holdsBack: [
      {
        why: 'a short sentence with its mark',
        raw: `${newsStory}\n旧墙会说话。\n${prose}`,
        show: '旧墙会说话',
        gives: '\n\n旧墙会说话。\n\n',
      },
    ],
  },
  {
    rule: 'lines',
    looksAt: 'three lines or more of a list or table: short, with figures, gaps or labels, no end mark',
    fires: [
      {
        raw: `${newsStory}\n征文获奖名单\n一等奖：詹秋圃《糖粥》\n二等奖：康宁《油墩子》\n三等奖：贝明夷、屈远帆`,
        show: '二等奖',
        gives: '::: lines\n一等奖：詹秋圃《糖粥》\\\n二等奖：康宁《油墩子》\\\n三等奖：贝明夷、屈远帆\n:::',
      },
    ],
    holdsBack: [
      {
        why: 'turns of an interview are sentences',
        raw: `${newsStory}\n问：最难的是哪一步？\n答：先听。\n问：后来呢？\n答：后来就修好了。`,
        show: '问：后来',
        gives: '\n\n问：后来呢？\n\n',
      },
    ],
  },
  {
    rule: 'jump-line',
    looksAt: '（上接第X版）, （下转第X版）, （紧接第X版） at the beginning or end of a paragraph',
    fires: [
      {
        raw: `${newsStory}（下转第三版）`,
        show: '（下转第三版）',
        gives: '::: continuation\n（下转第三版）\n:::',
      },
    ],
    holdsBack: [
      {
        why: 'in mid-sentence, and more than a page in brackets',
        raw: `${newsStory}读者可以从第一版（下转第三版处）读起。`,
        show: '（下转第三版处）',
        gives: '第一版（下转第三版处）读起',
      },
    ],
  },
  {
    rule: 'jump-line-split',
    looksAt: 'a jump line that stands on one line with text',
    fires: [
      {
        raw: `老码头的下一程\n（上接第一版）${prose}`,
        show: '）时候',
        gives: '（上接第一版）\n:::\n\n时候既然',
      },
    ],
    holdsBack: [
      {
        why: 'it has its own line already',
        raw: `老码头的下一程\n（上接第一版）\n${prose}`,
        show: '（上接第一版）',
        gives: '（上接第一版）\n:::\n\n时候既然',
      },
    ],
  },
  {
    rule: 'caption',
    looksAt: 'lines with ①, ▲ or 图 that hold a credit, or short lines that end in one',
    fires: [
      {
        raw: `${newsStory}\n①更新后的煤栈长廊。 本报记者 傅青禾摄`,
        show: '①更新',
        gives: ':::: captions\n①更新后的煤栈长廊。',
      },
    ],
    holdsBack: [
      {
        why: 'points of an argument: no credit',
        raw: `${newsStory}\n①来得急，四个小时就能推到城下；\n②走得慢，三天未必退得干净。`,
        show: '①来得',
        gives: '\n\n①来得急',
      },
    ],
  },
  {
    rule: 'caption-split',
    looksAt: 'a gap before ① or before the credit on a line of captions',
    fires: [
      {
        raw: `${newsStory}\n①更新后的煤栈长廊。 本报记者 傅青禾摄`,
        show: '。 本报',
        gives: '长廊。\n\n::: credit\n本报记者 傅青禾摄\n:::',
      },
    ],
    holdsBack: [
      {
        why: 'a name within a sentence',
        raw: `${newsStory}\n他问本报记者 傅青禾，谁也没有想到。`,
        show: '记者 傅',
        gives: '本报记者 傅青禾，谁也',
      },
    ],
  },
  {
    rule: 'stitch',
    looksAt:
      'two halves of an article whose jump lines name each other’s page and whose titles agree, and no third',
    fires: [
      {
        raw: `岫江日报 2024年6月18日 星期二 第1版\n\n老码头的下一程\n\n本报记者 傅青禾\n\n${prose}最后只有一句话，留一把(下转第三版)\n\n岫江日报 2024年6月18日 星期二 第3版\n\n老码头的下一程\n\n(上接第一版)钥匙。${prose}`,
        show: '(下转第三版)',
        gives: '留一把钥匙。时候既然',
      },
    ],
    holdsBack: [
      {
        why: 'the other half continues another page, and its title differs',
        raw: `岫江日报 2024年6月18日 星期二 第1版\n\n老码头的下一程\n\n本报记者 傅青禾\n\n${prose}(下转第三版)\n\n岫江日报 2024年6月18日 星期二 第3版\n\n把防汛的弦绷在雨前\n\n(上接第二版)${prose}`,
        show: '(下转第三版)',
        gives: '（下转第三版）\n:::',
      },
    ],
  },
];
