/**
 * The script that a language is written in, as ISO 15924 names it: `Hant` for `zh-TW`, `Jpan` for `ja`, by the likely
 * subtags of Unicode (UTS 35); undefined for what is no language tag.
 */
export function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script;
  } catch {
    return undefined;
  }
}
