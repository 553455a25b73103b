import type { RuleExamples } from './rule.js';

const text = '　私はその人を常に先生と呼んでいた。だからここでもただ先生と書くだけで本名は打ち明けない。';

export const aozoraRules: readonly RuleExamples[] = [
  {
    rule: 'aozora-ruby',
    looksAt: '《…》 behind kanji, or behind what ｜ begins (青空文庫作業マニュアル)',
    fires: [
      {
        raw: `${text}\n　これは世間を憚《はばか》かる遠慮というよりも、｜書生《しょせい》の癖だった。\n　鎌倉《かまくら》で知り合いになった。`,
        show: '憚《はばか》',
        gives: '<ruby>憚<rt>はばか</rt></ruby>かる',
      },
    ],
    holdsBack: [
      {
        why: 'titles of works in Chinese',
        raw: '他读完《红楼梦》，又读《水浒》。后来他把两部书都送了人，再也没有提起。',
        show: '《红楼梦》',
        gives: '他读完《红楼梦》',
      },
    ],
  },
  {
    rule: 'aozora-emphasis',
    looksAt: '［＃「…」に傍点］ and its kin behind the words they name',
    fires: [
      {
        raw: `${text}\n　彼はぽかん［＃「ぽかん」に傍点］として立っていた。`,
        show: '［＃「ぽかん」',
        gives: '*ぽかん*として',
      },
    ],
    holdsBack: [
      {
        why: 'the words that it names do not stand before it',
        raw: `${text}\n　彼はぽかん［＃「ほかん」に傍点］として立っていた。`,
        show: '［＃「ほかん」',
        gives: '［＃「ほかん」に傍点］',
      },
    ],
  },
  {
    rule: 'aozora-note',
    looksAt: 'notes of the edition that say how a line is set (［＃３字下げ］ …)',
    fires: [
      {
        raw: `${text}\n［＃３字下げ］それから三日たった。${text}`,
        show: '［＃３字下げ］',
        gives: 'それから三日たった。',
      },
    ],
    holdsBack: [
      {
        why: 'no ＃: brackets of the text',
        raw: `${text}\n　「［それから］三日たった」と書いてあった。`,
        show: '［それ',
        gives: '［それから］三日',
      },
    ],
  },
  {
    rule: 'aozora-legend',
    looksAt: 'the key to the edition’s marks between two rules at the head of the file',
    fires: [
      {
        raw: `こころ\n夏目漱石\n\n-------------------------------------------------------\n【テキスト中に現れる記号について】\n\n《》：ルビ\n（例）私《わたくし》\n-------------------------------------------------------\n\n${text}\n${text}`,
        show: '【テキスト中に現れる記号について】',
        gives: '私はその人を常に先生と呼んでいた。',
      },
    ],
    holdsBack: [
      {
        why: 'in running text',
        raw: `${text}\n　【テキスト】という題の本だった。`,
        show: '【テキスト】',
        gives: '【テキスト】という題',
      },
    ],
  },
];
