import type { Rule } from './rule.js';
import { forbiddenMarks, hyphensInARow, raggedLines, singleCharacters } from './rules/line-ends.js';
import { linesNotLevel, linesOffGrid } from './rules/line-grid.js';
import { headingsAtFoot, loneLines, shortPages } from './rules/page-ends.js';
import { looseLines, tightLines } from './rules/spacing.js';

/** Every rule, in the order of the report; a new one is a row. */
export const rules: readonly Rule[] = [
  raggedLines,
  singleCharacters,
  forbiddenMarks,
  linesOffGrid,
  linesNotLevel,
  looseLines,
  tightLines,
  loneLines,
  headingsAtFoot,
  hyphensInARow,
  shortPages,
];
