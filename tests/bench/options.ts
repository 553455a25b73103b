import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../scripts/files/package-root.js';
import { contestants } from './contestants/all.js';
import type { Contestant } from './contestants/contestant.js';
import { type Kind, kinds } from './trials/trial.js';

export const help = `npm run bench -- [options]
  --install        put the other tools into the cache first (npm, pinned versions; WeasyPrint comes by apt)
  --rows LIST      of ${kinds.join(',')} (default: all)
  --mixed          the same as --rows mixed
  --sizes LIST     pages of the novels (default: 50,200,500,1000)
  --tools LIST     of ${contestants.map(({ name }) => name).join(',')} (default: all)
  --runs N         timed runs of each (default: 3); one more comes first, for memory
  --limit S        seconds that a run may take (default: 300)
  --text FILE      cut the novels from this raw text instead of making them up
  --out FOLDER     books, outputs, results.json, table.md, chart.svg (default: dist/bench)
  --json           print the results as JSON
  --write          put the table into README.md and the chart into tests/bench/chart.svg`;

export interface BenchOptions {
  readonly install: boolean;
  readonly kinds: readonly Kind[];
  readonly sizes: readonly number[];
  readonly tools: readonly Contestant[];
  readonly runs: number;
  readonly limit: number;
  readonly textFile: string | undefined;
  readonly out: string;
  readonly json: boolean;
  readonly write: boolean;
}

/** Reads the command line; gives `undefined` where help is asked for, and throws at what it does not know. */
export function readOptions(args: readonly string[]): BenchOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      install: { type: 'boolean', default: false },
      rows: { type: 'string' },
      mixed: { type: 'boolean', default: false },
      sizes: { type: 'string', default: '50,200,500,1000' },
      tools: { type: 'string' },
      runs: { type: 'string', default: '3' },
      limit: { type: 'string', default: '300' },
      text: { type: 'string' },
      out: { type: 'string', default: join(packageRoot, 'dist', 'bench') },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const tools = pick(
    'tool',
    values.tools,
    contestants.map(({ name }) => name),
  );
  return {
    install: values.install,
    kinds: pick('row', values.rows ?? (values.mixed ? 'mixed' : undefined), kinds),
    sizes: values.sizes
      .split(',')
      .map((size) => count('--sizes', size))
      .sort((a, b) => a - b),
    tools: contestants.filter(({ name }) => tools.includes(name)),
    runs: count('--runs', values.runs),
    limit: count('--limit', values.limit),
    textFile: values.text === undefined ? undefined : resolve(values.text),
    out: resolve(values.out),
    json: values.json,
    write: values.write,
  };
}

function pick<Name extends string>(
  what: string,
  list: string | undefined,
  known: readonly Name[],
): readonly Name[] {
  if (list === undefined) return known;
  const names = list.split(',');
  const unknown = names.find((name) => !known.some((other) => other === name));
  if (unknown !== undefined) throw new Error(`no ${what} ${unknown}; there are ${known.join(', ')}`);
  return known.filter((name) => names.includes(name));
}

function count(option: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${option} wants whole numbers from 1, not ${value}`);
  return number;
}
