import { attributes } from './attributes.js';
import { callouts } from './callouts.js';
import { codeBlocks } from './code-blocks.js';
import { codeColours } from './code-colours.js';
import type { Construct } from './construct.js';
import { definitionLists } from './definition-lists.js';
import { figures } from './figures.js';
import { glossary } from './glossary.js';
import { indexEntries } from './index-entries.js';
import { inlineNotes } from './inline-notes.js';
import { labels } from './labels.js';
import { math } from './math.js';
import { oneMedium } from './one-medium.js';
import { references } from './references.js';
import { ruby } from './ruby.js';
import { tables } from './tables.js';
import { variables } from './variables.js';

/**
 * What the manuscript language adds to CommonMark, in the order in which it is applied; footnotes and containers, which
 * the parser itself brings, come before. The syntax reference of the guide is made from this table.
 */
export const constructs: readonly Construct[] = [
  attributes,
  inlineNotes,
  ruby,
  references,
  definitionLists,
  codeBlocks,
  codeColours,
  math,
  callouts,
  figures,
  tables,
  glossary,
  indexEntries,
  oneMedium,
  variables,
  labels,
];
