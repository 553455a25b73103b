import { isEastAsian } from './characters.js';
import { countScripts } from './script-forms.js';

const englishWords = /\b(?:the|and|of|to|in|that|was|is|it|for|with|as|his|her|not)\b/gi;

/** BCP 47 tag of a text: Japanese by its kana, Chinese by its script, English by its small words, else `und`. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, 400_000);
  if (isEastAsian(sample)) {
    const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
    const { han, traditional, simplified } = countScripts(sample);
    if (kana * 4 > han) return 'ja';
    return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
  }
  const words = sample.match(/\p{L}+/gu)?.length ?? 0;
  const small = sample.match(englishWords)?.length ?? 0;
  return words > 0 && small * 6 > words ? 'en' : 'und';
}
