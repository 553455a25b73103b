import type { Edit } from '../text/edits.js';
import { countScripts, isSafePair, simplifiedForm } from '../text/script-forms.js';
import { standsInWord } from '../text/words.js';

/** A Traditional character in Simplified text that was left, for a person to judge. */
export interface StrayForm {
  readonly offset: number;
  readonly char: string;
  readonly simplified: string;
}

export interface StrayForms {
  readonly edits: readonly Edit[];
  readonly flagged: readonly StrayForm[];
}

/**
 * Traditional characters that strayed into Simplified text. One is changed only if at most one Han
 * character in two hundred is Traditional, the pair is one to one and safe, and its counterpart also
 * stands in the text or makes a word where it stands. Else it is flagged and stays.
 */
export function findStrayForms(text: string): StrayForms {
  const { han, traditional, simplified } = countScripts(text);
  if (traditional === 0 || traditional * 200 > han || traditional * 10 > simplified)
    return { edits: [], flagged: [] };
  const edits: Edit[] = [];
  const flagged: StrayForm[] = [];
  const present = new Set(text.match(/\p{Script=Han}/gu));
  const strays = [...present].filter((char) => simplifiedForm(char) !== char);
  if (strays.length === 0) return { edits, flagged };
  for (const match of text.matchAll(new RegExp(`[${strays.join('')}]`, 'gu'))) {
    const char = match[0];
    const form = simplifiedForm(char);
    const known = present.has(form);
    const safe = isSafePair(char, form) && (known || makesWord(text, match.index, char, form));
    if (!safe) flagged.push({ offset: match.index, char, simplified: form });
    else
      edits.push({
        rule: 'simplified-form',
        confidence: known ? 0.95 : 0.85,
        start: match.index,
        end: match.index + char.length,
        after: form,
      });
  }
  return { edits, flagged };
}

function makesWord(text: string, index: number, char: string, form: string): boolean {
  const from = Math.max(0, index - 8);
  const window = text.slice(from, index) + form + text.slice(index + char.length, index + 8);
  return standsInWord(window, index - from);
}
