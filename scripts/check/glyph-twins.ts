/** A text with each character that shares a glyph written as the first of its kind; its length stays the same. */
export function mergeTwins(text: string, twins: ReadonlyMap<string, string>): string {
  if (twins.size === 0) return text;
  return Array.from(text, (character) => twins.get(character) ?? character).join('');
}
