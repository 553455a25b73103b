import { diagnose } from '../diagnostics/catalogue.js';
import type { Destination } from '../model/destination.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { isRecord } from '../model/is-record.js';
import { nearest } from '../model/nearest.js';

/** What the file of a destination says. */
export type Shape = Omit<Destination, 'name' | 'path'>;

/** What a value must be, and how a message says so. */
interface Rule {
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
  /** The keys of a group; `source` says from where its figures are. */
  readonly keys?: Keys;
  /** What stands in the entries of a list. */
  readonly entries?: Keys;
}
type Keys = Readonly<Record<string, Rule & { readonly needed?: boolean }>>;

const length: Rule = { expected: '0 … 1000 (mm)', fits: (value) => isBetween(value, 0, 1000) };
const count: Rule = { expected: '1, 2, 3 …', fits: (value) => Number.isInteger(value) && Number(value) > 0 };
const percent: Rule = { expected: '100 … 400 (%)', fits: (value) => isBetween(value, 100, 400) };
const words: Rule = { expected: '"…"', fits: (value) => typeof value === 'string' && value.trim() !== '' };
const answer: Rule = { expected: 'true, false', fits: (value) => typeof value === 'boolean' };
const names: Rule = {
  expected: '["…", …]',
  fits: (value) => Array.isArray(value) && value.length > 0 && value.every(words.fits),
};

function needed(rule: Rule): Rule & { readonly needed: true } {
  return { ...rule, needed: true };
}

function oneOf(...choices: readonly string[]): Rule {
  return { expected: choices.join(', '), fits: (value) => choices.some((choice) => choice === value) };
}

function group(keys: Keys): Rule {
  return { expected: `{ ${Object.keys(keys).join(', ')} }`, fits: isRecord, keys };
}

/** A group of figures, which says from where they are. */
function figures(keys: Keys): Rule {
  return group({ ...keys, source: needed(words) });
}

const rows: Rule = {
  expected: '[{ "pages": …, "inner": … }, …], the fewest pages first',
  fits: (value) => Array.isArray(value) && value.length > 0 && isAscending(value),
  entries: { pages: needed(count), inner: needed(length) },
};

const top: Keys = {
  label: needed(group({ en: needed(words), 'zh-CN': needed(words) })),
  file: needed(oneOf('press', 'spreads')),
  sheet: figures({ width: needed(length), height: needed(length), margin: needed(length) }),
  trim: words,
  standard: oneOf('x-4', 'x-1a', 'x-1a:2001'),
  marks: answer,
  colour: oneOf('colour', 'grey'),
  condition: words,
  bleed: figures({
    size: needed(length),
    edges: needed(oneOf('all', 'outer')),
    when: needed(oneOf('always', 'needed')),
  }),
  margins: figures({ inner: needed(rows), outer: needed(length), outerWithBleed: length }),
  pages: figures({ least: count, most: count, signature: count }),
  resolution: figures({ pictures: count, lineArt: count }),
  ink: figures({ most: needed(percent) }),
  cover: figures({ papers: names, bleed: length, coverCaliper: length, asked: answer }),
};

/** What is wrong with the data of a destination: keys that nobody knows, that are missing, or of the wrong kind. */
export function findDestinationFaults(data: Record<string, unknown>, path: string): readonly Diagnostic[] {
  const faults = faultsIn(data, top, path, '');
  // Spreads are set on a sheet, so they have to say which.
  const lacksSheet = faults.length === 0 && data.file === 'spreads' && data.sheet === undefined;
  return lacksSheet ? [wrong(path, 'sheet', top.sheet?.expected ?? '')] : faults;
}

function faultsIn(
  data: Record<string, unknown>,
  keys: Keys,
  path: string,
  above: string,
): readonly Diagnostic[] {
  const known = Object.keys(keys);
  const unknown = Object.keys(data)
    .filter((key) => !Object.hasOwn(keys, key))
    .map((key) => {
      const values = { path, key: above + key, nearest: nearest(key, known), known: known.join(', ') };
      return diagnose('destination-key-unknown', values, { file: path });
    });
  const faulty = Object.entries(keys).flatMap(([key, rule]) => {
    const value = data[key];
    if (value === undefined) return rule.needed ? [wrong(path, above + key, rule.expected)] : [];
    return faultsOf(value, rule, path, above + key);
  });
  return [...unknown, ...faulty];
}

function faultsOf(value: unknown, rule: Rule, path: string, key: string): readonly Diagnostic[] {
  if (!rule.fits(value)) return [wrong(path, key, rule.expected)];
  const { keys, entries } = rule;
  if (keys && isRecord(value)) return faultsIn(value, keys, path, `${key}.`);
  if (!entries || !Array.isArray(value)) return [];
  return value.flatMap((entry: unknown, index) => {
    const place = `${key}[${index}]`;
    return isRecord(entry)
      ? faultsIn(entry, entries, path, `${place}.`)
      : [wrong(path, place, rule.expected)];
  });
}

function wrong(path: string, key: string, expected: string): Diagnostic {
  return diagnose('destination-value-wrong', { path, key, expected }, { file: path });
}

function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

function isAscending(entries: readonly unknown[]): boolean {
  const pages = entries.map((entry) => (isRecord(entry) ? Number(entry.pages) : Number.NaN));
  return pages.every((number, index) => !(index > 0 && number <= (pages[index - 1] ?? 0)));
}
