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
      hint: 'the ledger lists them all',
    },
    'zh-CN': { message: '另有 {count} 个字符无法解码或属于私用区', hint: '改动记录（ledger）中列有全部位置' },
  },
  'stray-form': {
    severity: 'info',
    en: {
      message: 'Traditional 「{char}」 in Simplified text was kept (Simplified: {simplified})',
      hint: 'if it is a slip, replace it in the review (`banxin normalize --review`)',
    },
    'zh-CN': {
      message: '简体文中的繁体字“{char}”予以保留（简体为“{simplified}”）',
      hint: '如系误植，请在审读页（`banxin normalize --review`）中改正',
    },
  },
} as const satisfies Messages;
