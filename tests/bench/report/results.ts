import { cpus, loadavg, totalmem, type } from 'node:os';
import type { Contestant, Found } from '../contestants/contestant.js';
import type { Row } from '../trials/trial.js';

/** One run of the bench, with all that has to be known to read its figures. */
export interface Results {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly machine: string;
  /** Load of the machine before the first run: over the last minute, and five. */
  readonly load: readonly number[];
  readonly node: string;
  readonly browser: string;
  readonly text: string;
  readonly tools: readonly Tool[];
  readonly rows: readonly Row[];
}

export interface Tool {
  readonly name: string;
  readonly label: string;
  readonly found: Found;
}

export function describeMachine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}, ${memory} GiB, ${type()} ${process.arch}`;
}

export function loadNow(): readonly number[] {
  return loadavg().slice(0, 2);
}

export function toTool({ name, label }: Contestant, found: Found): Tool {
  return { name, label, found };
}
