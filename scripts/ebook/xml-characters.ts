/** What XML 1.0 (section 2.2, `Char`) cannot hold in any form: control characters, lone surrogates, U+FFFE, U+FFFF. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** The first character that XML cannot hold, as `U+0001`; undefined where the text is fine. */
export function forbiddenCharacter(text: string): string | undefined {
  const point = forbidden.exec(text)?.[0]?.codePointAt(0);
  return point === undefined ? undefined : `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
