import type { Job } from '../contestants/contestant.js';
import type { Spread } from '../measure/statistics.js';

/** What is measured: novels of several sizes, a mixed book, and three things asked of Banxin alone. */
export const kinds = ['prose', 'mixed', 'edit', 'epub', 'seed'] as const;
export type Kind = (typeof kinds)[number];

/** One line of the table, before it is measured. */
export interface Trial {
  readonly kind: Kind;
  readonly tool: string;
  /** Pages asked for; nothing for the seed, which is as long as it is. */
  readonly size?: number;
  readonly job: Job;
  /** Whether runs find the caches of the runs before. */
  readonly warm?: boolean;
  /** Makes ready for a run: an editor's change, another one for each run. */
  readonly before?: (round: number) => Promise<void>;
  /** Says what else is to be known, when all runs are done. */
  readonly after?: () => Promise<string>;
}

/** One line of the table. */
export interface Row {
  readonly kind: Kind;
  readonly tool: string;
  readonly size?: number;
  readonly pages?: number;
  /** Size of the file that was made, bytes. */
  readonly bytes?: number;
  /** Seconds from the start of the process to its exit. */
  readonly wall?: Spread;
  /** CPU seconds of all its processes. */
  readonly cpu?: Spread;
  /** Memory of all its processes at its highest, bytes. */
  readonly peakMemory?: number;
  readonly failure?: string;
  readonly remark?: string;
}
