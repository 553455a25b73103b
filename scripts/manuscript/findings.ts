import { type Code, diagnose, type Values } from '../diagnostics/catalogue.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';

/** Collects what is found in one file, so that everything is reported at once. */
export interface Findings {
  /** Display path of the file. */
  readonly file: string;
  /** Adds a diagnostic at a line of the file (from 1); `related` are other lines of it that explain this one. */
  report<C extends Code>(code: C, values: Values<C>, line?: number, related?: readonly number[]): void;
  /** Adds diagnostics that another stage made. */
  add(diagnostics: readonly Diagnostic[]): void;
  /** All findings in the order of their lines, those cut for number summed up at the end. */
  all(): readonly Diagnostic[];
}

/** So many findings of one kind in one file are shown; a machine-made chapter may have a hundred thousand. */
const shownOfEach = 50;

export function findingsIn(
  file: string,
  placeOf: (line: number) => Place = (line) => ({ file, line }),
  text = '',
): Findings {
  const found: Diagnostic[] = [];
  const counts = new Map<Code, number>();
  let lines: readonly string[] | undefined;
  const lineOf = (line: number): string => {
    lines ??= text.split('\n');
    return lines[line - 1] ?? '';
  };
  return {
    file,
    report(code, values, line, related) {
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      if (count > shownOfEach) return;
      const placeAt = (at: number | undefined): Place => (at === undefined ? { file } : placeOf(at));
      const place = placeAt(line);
      const column = line === undefined ? undefined : columnOf(values, lineOf(line));
      const own = column === undefined ? place : { ...place, column };
      found.push(diagnose(code, values, own, related?.map(placeAt)));
    },
    add: (diagnostics) => found.push(...diagnostics),
    all() {
      const cut = [...counts].filter(([, count]) => count > shownOfEach);
      const sums = cut.map(([code, count]) =>
        diagnose('findings-cut', { code, count: count - shownOfEach }, { file }),
      );
      return [...found.toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)), ...sums];
    },
  };
}

/**
 * Markdown's parser knows no columns: what a diagnostic speaks of is looked for in its line, and stands there in most
 * cases as it was written. Columns count characters from 1.
 */
function columnOf(values: Readonly<Record<string, string | number>>, line: string): number | undefined {
  const words = Object.values(values).filter((value) => typeof value === 'string' && value.length > 1);
  const places = words.map((word) => line.indexOf(String(word).replace(/^#/, ''))).filter((at) => at >= 0);
  return places.length === 0 ? undefined : [...line.slice(0, Math.min(...places))].length + 1;
}
