import type { LoadedRule, OwnEdit, OwnRule } from '../model/extension.js';
import { Guard, WrongAnswer } from './guard.js';

/** So long (ms) a rule may take with a whole text. */
const limit = 10_000;

export function loadRule({ name, find }: OwnRule, files: readonly string[]): LoadedRule {
  const guard = new Guard('rule', name, files, limit);
  return {
    name,
    find: (text, language) =>
      guard.call(() => [...find(text, { language })].map((edit) => readEdit(edit, text))),
  };
}

/** What separates lines or pages in a raw text, and control characters, which no page can carry. */
const notInLine = /[\n\v\f\r\u2028\u2029]|\p{Cc}/u;

function readEdit(edit: Partial<OwnEdit> | null | undefined, text: string): Required<OwnEdit> {
  const { start, end, after, confidence = 0.9 } = edit ?? {};
  if (!Number.isInteger(start) || !Number.isInteger(end) || start === undefined || end === undefined)
    throw new WrongAnswer('start, end: integer');
  if (start < 0 || end < start || end > text.length)
    throw new WrongAnswer(`${start}–${end}: 0–${text.length}`);
  if (typeof after !== 'string') throw new WrongAnswer('after: string');
  if (typeof confidence !== 'number' || !(confidence >= 0 && confidence <= 1))
    throw new WrongAnswer('confidence: 0–1');
  const before = text.slice(start, end);
  if (notInLine.test(before) || notInLine.test(after))
    throw new WrongAnswer(`${JSON.stringify(before)} → ${JSON.stringify(after)}: \\n`);
  if (splitsPair(text, start) || splitsPair(text, end) || !after.isWellFormed())
    throw new WrongAnswer(`${start}–${end}: UTF-16`);
  return { start, end, after, confidence };
}

/** Whether an offset lies between the two halves of one character. */
function splitsPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}
