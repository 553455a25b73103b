import type { NoteStyle } from './theme.js';

/** The last number that Unicode has in a circle, U+32BF ㊿. */
const lastCircled = 50;

/** The mark of a note: ① to ㊿ where the style asks for circles and all `count` of them have one, else the figure. */
export function noteMark(label: string, marks: NoteStyle['marks'], count: number): string {
  const number = Number(label);
  return marks === 'circled' && count <= lastCircled && number >= 1 ? circled(number) : label;
}

/** Circled numbers stand in three blocks of Unicode: ① 2460, ㉑ 3251, ㊱ 32B1. */
function circled(number: number): string {
  if (number <= 20) return String.fromCodePoint(0x2460 + number - 1);
  return String.fromCodePoint(number <= 35 ? 0x3251 + number - 21 : 0x32b1 + number - 36);
}

/** Whether a text is the mark of a note in any style. */
export function isNoteMark(text: string): boolean {
  return /^(?:\d{1,4}|[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf])$/u.test(text);
}

/** The number that a mark says, as figures: `12` for ⑫; nothing for what is no mark. */
export function noteNumber(mark: string): string | undefined {
  if (!isNoteMark(mark)) return undefined;
  const code = mark.codePointAt(0) ?? 0;
  if (code < 0x2460) return mark;
  if (code <= 0x2473) return String(code - 0x2460 + 1);
  return String(code <= 0x325f ? code - 0x3251 + 21 : code - 0x32b1 + 36);
}
