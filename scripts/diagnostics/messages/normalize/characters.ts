import type { Messages } from '../../message.js';

export const charactersMessages = {
  'character-private-use': {
    severity: 'warning',
    en: {
      message: 'private-use character U+{code} has no meaning outside its own font; it was kept',
      hint: 'look it up in the original, and replace it in the review (`banxin normalize --review`)',
    },
    'zh-CN': {
      message: '私用区字符 U+{code} 离开原字体便无意义，已原样保留',
      hint: '请核对原件，在审读页（`banxin normalize --review`）中改为正确的字',
    },
  },
  'character-undecodable': {
    severity: 'warning',
    en: {
      message: 'a byte here cannot be decoded; it stands as U+{code}',
      hint: 'look it up in the original, or name the encoding with --encoding',
    },
    'zh-CN': {
      message: '此处有无法解码的字节，暂以 U+{code} 代替',
      hint: '请核对原件，或用 --encoding 指定编码',
    },
  },
  'characters-unresolved-more': {
    severity: 'warning',
    en: {
      message: '{count} more characters are undecodable or private use',
      hint: 'the review page lists them all',
    },
    'zh-CN': { message: '另有 {count} 个字符无法解码或属于私用区', hint: '审读页列有全部位置' },
  },
  'slip-character-lost': {
    severity: 'info',
    en: {
      message:
        '“{text}” seems to stand for a character that was lost when the text was converted; it was kept',
      hint: 'look it up in the original and replace it',
    },
    'zh-CN': {
      message: '此处的“{text}”似为转码时丢失的字，已原样保留',
      hint: '请核对原件并补上',
    },
  },
  'slip-digit-letter': {
    severity: 'info',
    en: {
      message: '“{text}” mixes digits with a letter that looks like one; it was kept',
      hint: 'correct it if it is a slip of the scan',
    },
    'zh-CN': {
      message: '“{text}”中数字与形近字母混杂，已原样保留',
      hint: '如系识别错误，请改正',
    },
  },
  'slip-kana-in-chinese': {
    severity: 'info',
    en: {
      message: 'the kana “{text}” in Chinese text seem to stand for another character; they were kept',
      hint: 'look it up in the original and replace it',
    },
    'zh-CN': {
      message: '中文里的假名“{text}”似为误识，已原样保留',
      hint: '请核对原件并改正',
    },
  },
  'slip-marks-doubled': {
    severity: 'info',
    en: {
      message: 'the marks “{text}” stand together where one belongs; they were kept',
      hint: 'correct it if it is a slip',
    },
    'zh-CN': {
      message: '标点“{text}”重叠，已原样保留',
      hint: '如系误植，请改正',
    },
  },
  'slip-pair-unmatched': {
    severity: 'info',
    en: {
      message: '“{text}” has no partner in its paragraph; it was kept',
      hint: 'put in what is missing, or take it out',
    },
    'zh-CN': {
      message: '本段中的“{text}”不成对，已原样保留',
      hint: '请补上缺少的一半，或删去',
    },
  },
  'slip-phrase-repeated': {
    severity: 'info',
    en: {
      message: '“{text}” repeats a phrase at once; it was kept',
      hint: 'take one out if it is a slip',
    },
    'zh-CN': {
      message: '“{text}”紧接着重复，已原样保留',
      hint: '如系衍文，请删去一处',
    },
  },
  'slips-more': {
    severity: 'info',
    en: {
      message: '{count} more places like “{text}” here look like slips',
      hint: 'the review page lists them all',
    },
    'zh-CN': {
      message: '另有 {count} 处与此处“{text}”类似，疑有误',
      hint: '审读页列有全部各处',
    },
  },
  'stray-simplified': {
    severity: 'info',
    en: {
      message: 'Simplified 「{char}」 in Traditional text was kept (Traditional: {form})',
      hint: 'if it is a slip, replace it in the review (`banxin normalize --review`)',
    },
    'zh-CN': {
      message: '繁体文中的简体字“{char}”予以保留（繁体为“{form}”）',
      hint: '如系误植，请在审读页（`banxin normalize --review`）中改正',
    },
  },
  'stray-traditional': {
    severity: 'info',
    en: {
      message: 'Traditional 「{char}」 in Simplified text was kept (Simplified: {form})',
      hint: 'if it is a slip, replace it in the review (`banxin normalize --review`)',
    },
    'zh-CN': {
      message: '简体文中的繁体字“{char}”予以保留（简体为“{form}”）',
      hint: '如系误植，请在审读页（`banxin normalize --review`）中改正',
    },
  },
} as const satisfies Messages;
