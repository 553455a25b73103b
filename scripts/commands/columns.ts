/** What a terminal shows two columns wide: UAX #11 classes W and F, near enough for names and titles. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;
/** What takes no room of its own. */
const narrowless = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** How many columns a terminal needs for a text of one line. */
export function columnWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The text with spaces after it up to a width in columns. */
export function padColumns(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnWidth(text)));
}

/** As much of the text as fits into a width in columns, with `…` where it was cut. */
export function cutColumns(text: string, width: number): string {
  if (columnWidth(text) <= width) return text;
  let cut = '';
  let taken = 1;
  for (const character of text) {
    taken += characterWidth(character);
    if (taken > width) break;
    cut += character;
  }
  return `${cut}…`;
}

/**
 * Text from a manuscript made harmless for a terminal: control characters (an escape sequence could
 * rewrite the screen) and marks that turn the writing direction show as `·`.
 */
export function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '·');
}

function characterWidth(character: string): number {
  if (narrowless.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
