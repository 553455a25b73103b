import type { Correction } from '../correction.js';
import { notes } from './notes.js';
import { pageEnds } from './page-ends.js';
import { smallCorrections } from './small.js';
import { sourceOfCopies } from './source-of-copies.js';
import { tables } from './tables.js';

/** All corrections, in the order in which they are applied. */
export const corrections: readonly Correction[] = [
  ...sourceOfCopies,
  ...pageEnds,
  ...tables,
  ...notes,
  ...smallCorrections,
];
