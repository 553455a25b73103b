import { aozoraRules } from './aozora.js';
import { breakRules } from './breaks.js';
import { characterRules } from './characters.js';
import { headingRules } from './headings.js';
import { newspaperRules } from './newspaper.js';
import { partRules } from './parts.js';
import type { RuleExamples } from './rule.js';

/** Every rule of the normalizer with its examples, in the order of the table. */
export const allRules: readonly RuleExamples[] = [
  ...breakRules,
  ...characterRules,
  ...headingRules,
  ...partRules,
  ...newspaperRules,
  ...aozoraRules,
];
