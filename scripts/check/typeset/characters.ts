/** What a glyph is to the setting of a line. */
export type CharacterKind = 'chinese' | 'opening' | 'closing' | 'mark' | 'latin';

const opening = /^[\p{Ps}\p{Pi}]/u;
const closing = /[\p{Pe}\p{Pf}、。，．：；！？・·]$/u;
const chinese =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}々〇]/u;

/**
 * The kind of a glyph. Marks that both scripts share (“ ” … —) count as full-width where the font sets them a
 * whole em wide; `width` is in em. Whatever is narrower stands among Latin.
 */
export function kindOf(text: string, width: number): CharacterKind {
  if (chinese.test(text)) return 'chinese';
  if (width < 0.9) return 'latin';
  if (/[\p{L}\p{N}]/u.test(text)) return 'latin';
  if (opening.test(text)) return 'opening';
  return closing.test(text) ? 'closing' : 'mark';
}

/** Whether a text holds Chinese characters, not marks alone. */
export function hasChinese(text: string): boolean {
  return chinese.test(text);
}
