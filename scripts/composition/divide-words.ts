import type { Element, Root } from 'hast';
import type { DivideWord } from './hyphenation.js';
import { applyEdits, languageAt, type TextEdit, type TextLine, textLines } from './text-lines.js';

/** Blocks whose lines end where the author or the eye wants it. */
const undividedClasses = new Set(['byline', 'dateline', 'kicker', 'lines', 'signoff', 'subtitle', 'verse']);

/** Puts soft hyphens into the words of a tree, in place. Headings, code, addresses and set lines keep theirs whole. */
export function divideWords(tree: Root, language: string, dividers: ReadonlyMap<string, DivideWord>): void {
  for (const line of textLines(tree, language, isUndivided)) {
    applyEdits(line, divisions(line, dividers));
  }
}

function isUndivided({ tagName, properties }: Element): boolean {
  const { className } = properties;
  return (
    /^(?:h[1-6]|address|hgroup)$/.test(tagName) ||
    (Array.isArray(className) && className.some((name) => undividedClasses.has(String(name))))
  );
}

function divisions(line: TextLine, dividers: ReadonlyMap<string, DivideWord>): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { 0: token, index } of line.text.matchAll(/\S+/gu)) {
    // An address, a formula, a compound that has its hyphen already: all of it stays whole.
    if (/[\d@/\\_=<>+\u00ad\ufffc]|\p{L}[-‐‑.:]\p{L}/u.test(token)) continue;
    const divide = dividers.get(languageAt(line, index));
    if (divide) edits.push(...divisionsOf(token, index, divide));
  }
  return edits;
}

function divisionsOf(token: string, start: number, divide: DivideWord): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { 0: word, index } of token.matchAll(/[\p{L}\p{M}]+/gu)) {
    let at = start + index;
    for (const part of divide(word).split('\u00ad').slice(0, -1)) {
      at += part.length;
      edits.push({ at, remove: 0, insert: '\u00ad' });
    }
  }
  return edits;
}
