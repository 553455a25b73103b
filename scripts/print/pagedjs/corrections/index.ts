import type { Correction } from '../correction.js';
import { pageEnds } from './page-ends.js';
import { sourceOfCopies } from './source-of-copies.js';
import { smallCorrections } from './small.js';
import { tables } from './tables.js';

/** All corrections, in the order in which they are applied. */
export const corrections: readonly Correction[] = [...sourceOfCopies, ...pageEnds, ...tables, ...smallCorrections];
