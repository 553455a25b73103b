import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { CheckResult } from '../model/proof.js';
import type { ReferenceText } from './reference-text.js';

/** What a straight mark may become: the quotation marks of all languages, and the apostrophe. */
const trueMarks = /^[“”„‟‘’‚‛«»‹›「」『』]$/u;
const straight = new Set(['"', "'"]);
const shownAround = 6;

/**
 * Holds the text as it is set (true quotation marks, soft hyphens) against the manuscript's, character by character;
 * both texts hold no white space. `undefined` where nothing was changed. Any change but these is an error.
 */
export function checkComposition(manuscript: ReferenceText, set: ReferenceText): CheckResult | undefined {
  if (manuscript.units === set.units) return undefined;
  const { marks, hyphens, faultAt } = compare(manuscript.units, set.units);
  const diagnostics = faultAt === undefined ? [] : [tell(manuscript, set, faultAt)];
  return {
    check: 'composition',
    title: diagnose('check-composition', {}),
    status: diagnostics.length > 0 ? 'failed' : 'passed',
    note: diagnose('figures-of-composition', { marks, hyphens }),
    figures: { quotationMarks: marks, softHyphens: hyphens },
    diagnostics,
  };
}

interface Comparison {
  readonly marks: number;
  readonly hyphens: number;
  /** Where the first other change stands, in the manuscript's text and in the one that is set. */
  readonly faultAt?: readonly [number, number];
}

function compare(a: string, b: string): Comparison {
  let [i, j, marks, hyphens] = [0, 0, 0, 0];
  while (i < a.length || j < b.length) {
    const [from, to] = [a.charAt(i), b.charAt(j)];
    if (from === to) [i, j] = [i + 1, j + 1];
    else if (isMathLetter(from, b.slice(j, j + 2))) [i, j] = [i + 1, j + (from === 'h' ? 1 : 2)];
    else if (to === '\u00ad') [hyphens, j] = [hyphens + 1, j + 1];
    else if (straight.has(from) && trueMarks.test(to)) [i, j, marks] = [i + 1, j + 1, marks + 1];
    else return { marks, hyphens, faultAt: [i, j] };
  }
  return { marks, hyphens };
}

/** Formulas are printed in the italic letters that Unicode has for them; each is one of the common alphabet. */
function isMathLetter(from: string, to: string): boolean {
  return from === 'h'
    ? to.startsWith('\u210e')
    : /^[\u{1d400}-\u{1d7ff}]$/u.test(to) && to.normalize('NFKC') === from;
}

function tell(manuscript: ReferenceText, set: ReferenceText, [i, j]: readonly [number, number]): Diagnostic {
  const around = (text: string, at: number): string =>
    text.slice(Math.max(0, at - shownAround), at + shownAround);
  return diagnose(
    'composition-changed-text',
    { text: around(manuscript.units, i), replacement: around(set.units, j) },
    manuscript.placeOf(i).place,
  );
}
