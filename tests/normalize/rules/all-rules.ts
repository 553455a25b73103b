import { breakRules } from './breaks.js';
import type { RuleExamples } from './rule.js';

/** Every rule of the normalizer with its examples, in the order of the table. */
export const allRules: readonly RuleExamples[] = [...breakRules];
