import type { Unit } from './units.js';

/**
 * A passage as a row of tokens: single Han characters and marks, whole words of other scripts, and these
 * signs of structure, which no text can give (U+0000 alone is a token of its own).
 */
export const sign = { head: '\0head', headLine: '\0line', headEnd: '\0head end', blockEnd: '\0block end' };

const words = /\\[!-/:-@[-`{-~]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])[\p{L}\p{N}\p{M}])+|./gsu;

/** Whether a token is a sign of structure: a chapter's head, a line of its front matter, the end of a block. */
export function isSign(token: string): boolean {
  return token.length > 1 && token.startsWith('\0');
}

export function tokensOf(units: readonly Unit[]): readonly string[] {
  return units.flatMap(({ kind, text }) => (kind === 'head' ? headTokens(text) : blockTokens(text)));
}

function headTokens(frontMatter: string): readonly string[] {
  const lines = frontMatter === '' ? [] : frontMatter.split('\n');
  return [sign.head, ...lines.map((line) => `${sign.headLine}${line}`), sign.headEnd];
}

function blockTokens(text: string): readonly string[] {
  return [...(text.match(words) ?? []), sign.blockEnd];
}

/** The units that tokens make up; what is left of a block is a block. */
export function unitsOf(tokens: readonly string[]): readonly Omit<Unit, 'gap'>[] {
  const units: Omit<Unit, 'gap'>[] = [];
  let parts: string[] = [];
  const close = (kind: Unit['kind']): void => {
    const text = parts.join(kind === 'head' ? '\n' : '');
    if (kind === 'head' || text.trim() !== '') units.push({ kind, text });
    parts = [];
  };
  for (const token of tokens) {
    if (token === sign.head) close('block');
    else if (token === sign.headEnd) close('head');
    else if (token === sign.blockEnd) close('block');
    else parts.push(token.startsWith(sign.headLine) ? token.slice(sign.headLine.length) : token);
  }
  close('block');
  return units;
}
