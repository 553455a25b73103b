import { chineseNumeral, numeralValue } from '../text/numerals.js';

/** A line that is counted like a heading: where it stands, its number, and the form that it is counted in. */
export interface Counted {
  readonly index: number;
  readonly number: number;
  /** The form: `回`, `章`, `chapter`, `bare` …; numbers of one form make a sequence. */
  readonly unit: string;
  /** Whether what follows the number is nothing, or set off by a gap or mark. */
  readonly clean: boolean;
  /** The number as it is written, with its unit: 第十二回, Chapter IV. */
  readonly label: string;
}

/** How deep a unit lies: 0 volumes, 1 chapters, 2 sections, 3 numbers alone, 4 to 7 numbered titles. */
const ranks: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'部卷集篇编編辑輯冊册'].map((unit) => [unit, 0])),
  ...Object.fromEntries([...'回章幕折话話讲講'].map((unit) => [unit, 1])),
  节: 2,
  節: 2,
  ...Object.fromEntries(['book', 'part', 'volume', 'act'].map((unit) => [unit, 0])),
  ...Object.fromEntries(['chapter', 'canto', 'letter', 'stave'].map((unit) => [unit, 1])),
  scene: 2,
  section: 2,
  bare: 3,
  'bare 一': 3,
  'bare I': 3,
  'ends-numbered': 1,
  // As official papers nest them: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3).
  '一、': 4,
  '一 ': 4,
  'I.': 4,
  '（一）': 5,
  '1、': 6,
  '1.': 6,
  '1 ': 6,
  '(1)': 7,
};

/** Ranks from here on are numbered titles, which the points of an argument look like. */
export const titledRank = 4;

export function rankOf(unit: string): number {
  return ranks[unit] ?? titledRank;
}

const numeral = `[${chineseNumeral}0-9０-９]`;
/** What may stand before a heading and is no part of its form. */
const lead = '(?:[●○◎◆◇■□★☆▲△※·•#]+|正文|[【〖［「『《])?[\\s　]*';

const chinese = new RegExp(
  `^(${lead}第[\\s　]*(${numeral}{1,9})[\\s　]*([部卷集篇编編辑輯冊册回章幕折话話讲講节節]))(.*)$`,
  'u',
);
/** 第一卷 风起 第三章 初见: the chapter counts, the volume stands before it. */
const inVolume = new RegExp(
  `^(第[\\s　]*${numeral}{1,9}[\\s　]*[部卷集篇编編辑輯冊册].{0,20}?[\\s　·:：-]*第[\\s　]*(${numeral}{1,9})[\\s　]*([回章话話讲講节節]))(.*)$`,
  'u',
);
const volume = new RegExp(`^(${lead}(卷)[\\s　]*[第之]?(${numeral}{1,6}))(.*)$`, 'u');
const english =
  /^((book|part|volume|act|chapter|canto|letter|stave|scene|section)\s+([ivxlcdm]+|\d+|[a-z]+(?:-[a-z]+)?))(?=$|[\s.:—-])(.*)$/i;
const bare = new RegExp(`^(?:([${chineseNumeral}]{1,4})|([IVXLC]{1,7}|[0-9０-９]{1,3})\\.?)$`, 'u');
/** 五帝本纪第一, 學而第一: the number closes the title. */
const endsNumbered = new RegExp(
  `^${lead}(?:卷.{1,4}[·・.　\\s])?.{1,12}(第([${chineseNumeral}]{1,5}))$`,
  'u',
);
/** A number and a title on one line; each style of writing it is a form of its own. */
const titled: readonly (readonly [unit: string, pattern: RegExp])[] = [
  ['一、', new RegExp(`^(([${chineseNumeral}]{1,4})、)\\s*(\\S.*)$`, 'u')],
  ['（一）', new RegExp(`^([（(]([${chineseNumeral}]{1,4})[）)])\\s*(\\S.*)?$`, 'u')],
  ['1、', /^(([0-9０-９]{1,3})、)\s*(\S.*)$/u],
  ['1.', /^(([0-9０-９]{1,3})[.．])\s*(\S.*)$/u],
  ['(1)', /^([（(]([0-9０-９]{1,3})[）)])\s*(\S.*)?$/u],
  ['I.', /^(([IVXLC]{1,7})\.)\s+(\S.*)$/u],
  ['1 ', /^((\d{1,3}))[\s　]+(\S.*)$/u],
  ['一 ', new RegExp(`^(([${chineseNumeral}]{1,4}))[\\s　]+(\\S.*)$`, 'u')],
];

/** Longest heading, in characters; longer lines are running text. */
export const longestHeading = 46;

/** Longest numbered title: longer ones are the points of an argument. */
const longestTitled = 32;

/** Reads a line as a counted heading; nothing if it has no such form, or ends as running text does. */
export function readCounted(text: string, index: number): Counted | undefined {
  if (text.length > longestHeading || /[。，；、,;]$/.test(text)) return undefined;
  const double = inVolume.exec(text);
  if (double) return counted(index, double[1], double[2], double[3], double[4]);
  const match = chinese.exec(text);
  if (match) return counted(index, match[1], match[2], match[3], match[4]);
  const scroll = volume.exec(text);
  if (scroll) return counted(index, scroll[1], scroll[3], scroll[2], scroll[4]);
  const latin = english.exec(text);
  if (latin) return counted(index, latin[1], latin[3], latin[2]?.toLowerCase(), latin[4]);
  const alone = bare.exec(text);
  if (alone) {
    const unit = alone[1] ? 'bare 一' : /^[IVX]/u.test(text) ? 'bare I' : 'bare';
    return counted(index, text, alone[1] ?? alone[2], unit, '');
  }
  const suffix = endsNumbered.exec(text);
  if (suffix) return counted(index, suffix[1], suffix[2], 'ends-numbered', '');
  return readTitled(text, index);
}

function readTitled(text: string, index: number): Counted | undefined {
  if (text.length > longestTitled || /[。！？!?：:…”」]$|[。；]|，.*，/u.test(text)) return undefined;
  for (const [unit, pattern] of titled) {
    const match = pattern.exec(text);
    if (match) return counted(index, match[1], match[2], unit, '');
  }
  return undefined;
}

function counted(index: number, label = '', figure = '', unit = '', rest = ''): Counted | undefined {
  const number = numeralValue(figure);
  if (number === undefined) return undefined;
  const clean = rest === '' || /^[\s　:：.、·—】〗］」』》-]/u.test(rest);
  return { index, number, unit, clean, label };
}

/** Headings that books have without a number; what follows the word is set off from it. */
export const unnumbered =
  /^[【〖《]?((?:出版|编辑|編輯|再版|重印|修订版?|译者|譯者|编者|編者|作者)(?:说明|說明|前言|前记|前記|序言?|自序|后记|後記|的话|的話)|楔子|引子|序|序言|序章|自序|代序|总序|前言|引言|导言|导读|绪论|緒論|緒言|小引|題記|题记|尾声|尾聲|后记|後記|跋|附录|附錄|番外|终章|終章|结语|結語|凡例|例言|まえがき|はじめに|あとがき|おわりに|プロローグ|エピローグ|序文|解説|prologue|epilogue|preface|foreword|introduction|conclusion|appendix|afterword|dedication|acknowledgements?)[】〗》]?(?:$|[\s　:：.·—].{0,30}$)/iu;
