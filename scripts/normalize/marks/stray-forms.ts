import { isInBig5, isInGb2312 } from '../text/character-sets.js';
import type { Edit } from '../text/edits.js';
import {
  countScripts,
  isAmbiguous,
  isSafePair,
  isSafeReversePair,
  isSimplifiedOnly,
  type ScriptCount,
  simplifiedForm,
  traditionalForm,
} from '../text/script-forms.js';
import { standsInWord } from '../text/words.js';

/** A character of the other script that was left, for a person to judge. */
export interface StrayForm {
  readonly offset: number;
  readonly char: string;
  /** Its counterpart in the script of the text. */
  readonly form: string;
  readonly script: 'traditional' | 'simplified';
}

export interface StrayForms {
  readonly edits: readonly Edit[];
  readonly flagged: readonly StrayForm[];
}

/** What is a stray in a text of one script, and what it should be. */
interface Direction {
  readonly rule: 'simplified-form' | 'traditional-form';
  readonly script: StrayForm['script'];
  readonly isStray: (char: string) => boolean;
  readonly formOf: (char: string) => string;
  readonly isSafe: (char: string, form: string) => boolean;
}

const inSimplified: Direction = {
  rule: 'simplified-form',
  script: 'traditional',
  isStray: (char) => simplifiedForm(char) !== char && (isAmbiguous(char) || !isInGb2312(char)),
  formOf: simplifiedForm,
  isSafe: isSafePair,
};

const inTraditional: Direction = {
  rule: 'traditional-form',
  script: 'simplified',
  isStray: (char) => isSimplifiedOnly(char) && !isInBig5(char),
  formOf: traditionalForm,
  isSafe: isSafeReversePair,
};

/**
 * Traditional characters that strayed into Simplified text, and the reverse. One is changed only if at
 * most one Han character in two hundred is of the other script, the pair is one to one and safe, and
 * its counterpart also stands in the text or makes a word where it stands. Else it is flagged and stays.
 */
export function findStrayForms(text: string, language: string): StrayForms {
  const direction = language === 'zh-Hant' ? inTraditional : inSimplified;
  if (!language.startsWith('zh') || !isOneScript(countScripts(text), direction))
    return { edits: [], flagged: [] };
  const counts = new Map<string, number>();
  for (const [char] of text.matchAll(/\p{Script=Han}/gu)) counts.set(char, (counts.get(char) ?? 0) + 1);
  const strays = [...counts.keys()].filter(direction.isStray);
  if (strays.length === 0) return { edits: [], flagged: [] };
  const edits: Edit[] = [];
  const flagged: StrayForm[] = [];
  for (const match of text.matchAll(new RegExp(`[${strays.join('')}]`, 'gu'))) {
    const char = match[0];
    const form = direction.formOf(char);
    const known = counts.has(form);
    const start = match.index;
    const safe =
      direction.isSafe(char, form) &&
      isRare(counts.get(char) ?? 0, counts.get(form) ?? 0) &&
      (known || makesWord(text, start, char, form));
    if (!safe) flagged.push({ offset: start, char, form, script: direction.script });
    else
      edits.push({
        rule: direction.rule,
        confidence: known ? 0.95 : 0.85,
        start,
        end: start + char.length,
        after: form,
      });
  }
  return { edits, flagged };
}

/** A form that comes again and again is meant so, as 吒 in 哪吒. */
function isRare(count: number, ofCounterpart: number): boolean {
  return count <= 2 || count * 2 <= ofCounterpart;
}

/** Whether a text is of one script but for strays: one Han character in two hundred, and one in ten of those that tell. */
function isOneScript({ han, traditional, simplified }: ScriptCount, { script }: Direction): boolean {
  const [strays, own] = script === 'traditional' ? [traditional, simplified] : [simplified, traditional];
  return strays * 200 <= han && strays * 10 <= own;
}

function makesWord(text: string, index: number, char: string, form: string): boolean {
  const from = Math.max(0, index - 8);
  const window = text.slice(from, index) + form + text.slice(index + char.length, index + 8);
  return standsInWord(window, index - from);
}
