/**
 * What GitHub, mdBook and most Markdown tools make of a heading for a link's `#…`: small letters, no marks,
 * hyphens for spaces. Chinese characters stay.
 */
export function headingSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');
}
