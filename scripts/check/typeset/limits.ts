import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { nearest } from '../../model/nearest.js';
import type { Outcome } from '../../model/outcome.js';
import { failure, success } from '../../model/outcome.js';
import type { FaultKind } from './rule.js';
import { rules } from './rules.js';
import type { FaultCount } from './typeset-report.js';

/** The most faults of a kind that may be: a number of them, or a share of what is counted. */
export interface Limit {
  readonly kind: FaultKind;
  /** As it was written: `0`, `1/200`, `0.5%`. */
  readonly text: string;
  readonly most: number;
  readonly isShare: boolean;
}

/** Reads `ragged=0,loose=1/200`; what is no limit is `typeset-limit-malformed`. */
export function readLimits(text: string): Outcome<readonly Limit[]> {
  const limits: Limit[] = [];
  const problems: Diagnostic[] = [];
  const known = rules.map(({ kind }) => kind);
  for (const part of text.split(',').map((word) => word.trim())) {
    const [name = '', value = ''] = part.split('=');
    const kind = known.find((candidate) => candidate === name);
    const amount = readAmount(value);
    if (kind && amount) limits.push({ kind, text: value, ...amount });
    else {
      const values = { limit: part, nearest: nearest(name, known), known: known.join(', ') };
      problems.push(diagnose('typeset-limit-malformed', values));
    }
  }
  return problems.length > 0 ? failure(problems) : success(limits);
}

function readAmount(text: string): Pick<Limit, 'most' | 'isShare'> | undefined {
  const [, count, dividend, divisor, percent] =
    /^(?:(\d+)|(\d+)\/([1-9]\d*)|(\d+(?:\.\d+)?)%)$/.exec(text) ?? [];
  if (count !== undefined) return { most: Number(count), isShare: false };
  if (percent !== undefined) return { most: Number(percent) / 100, isShare: true };
  return dividend === undefined ? undefined : { most: Number(dividend) / Number(divisor), isShare: true };
}

/** The counts that go beyond their limit, each as `typeset-over-limit`. */
export function overLimits(counts: readonly FaultCount[], limits: readonly Limit[]): readonly Diagnostic[] {
  return counts.flatMap(({ kind, found, among }) => {
    const broken = limits.find(
      (limit) => limit.kind === kind && found > (limit.isShare ? limit.most * among : limit.most),
    );
    return broken ? [diagnose('typeset-over-limit', { fault: kind, found, among, limit: broken.text })] : [];
  });
}
