/**
 * A BCP 47 tag in its canonical letters (`zh-hans` gives `zh-Hans`), or `undefined` if it is none. Names such as
 * `english` are well formed as tags (RFC 5646 keeps 4 to 8 letters for later), but mean no language: refused.
 */
export function canonicalLanguage(tag: string): string | undefined {
  if (!/^[A-Za-z]{2,3}(?:-|$)/.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
