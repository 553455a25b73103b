import { attributes } from './attributes.js';
import { callouts } from './callouts.js';
import { citations } from './citations.js';
import { codeBlocks } from './code-blocks.js';
import { codeColours } from './code-colours.js';
import type { Construct } from './construct.js';
import { containers } from './containers.js';
import { definitionLists } from './definition-lists.js';
import { emphasis } from './emphasis.js';
import { epigraphs } from './epigraphs.js';
import { figures } from './figures.js';
import { footnotes } from './footnotes.js';
import { frontMatter } from './front-matter.js';
import { glossary } from './glossary.js';
import { includes } from './includes.js';
import { indexEntries } from './index-entries.js';
import { inlineNotes } from './inline-notes.js';
import { labels } from './labels.js';
import { letters } from './letters.js';
import { math } from './math.js';
import { names } from './names.js';
import { oneMedium } from './one-medium.js';
import { references } from './references.js';
import { ruby } from './ruby.js';
import { tables } from './tables.js';
import { variables } from './variables.js';
import { verse } from './verse.js';

/**
 * What the manuscript language has besides CommonMark and tables, in the order in which it is applied. The syntax reference of the guide is made from this table.
 */
export const constructs: readonly Construct[] = [
  frontMatter,
  includes,
  footnotes,
  containers,
  emphasis,
  names,
  verse,
  letters,
  epigraphs,
  attributes,
  inlineNotes,
  ruby,
  references,
  citations,
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
