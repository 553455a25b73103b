/**
 * Characters that stand in their own square and are set without spaces between them: Chinese characters, kana,
 * bopomofo, and full-width marks (CLREQ 2.1.1). Korean is not among them: it has spaces between words.
 */
const fullWidth =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3001-\u303f\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]/u;

/** Marks that Chinese and Western text share; full-width only in Chinese and Japanese (UAX #11, ambiguous). */
const shared = /[“”‘’—…·‧]/u;

/** Whether a mark or character is full-width in text of a language (BCP 47 tag). */
export function isFullWidth(character: string, language: string): boolean {
  return (
    fullWidth.test(character) ||
    (shared.test(character) && /^(?:zh|ja|yue|wuu|nan|hak|lzh)\b/i.test(language))
  );
}

/** The last character of a text, whole even outside the Basic Multilingual Plane; empty if there is none. */
export function lastCharacter(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}

/** The first character of a text, likewise. */
export function firstCharacter(text: string): string {
  return [...text.slice(0, 2)].at(0) ?? '';
}
