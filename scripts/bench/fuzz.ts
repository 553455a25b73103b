import { parseArgs } from 'node:util';
import { openFuzzDesk } from './fuzz-desk.js';
import { type FuzzResult, runFuzz } from './fuzz-run.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '300' },
    tabs: { type: 'string', default: '2' },
  },
});

/** Lays `--count` random books out from `--seed` on, and tells of each that does not show its text whole and once. */
async function main(): Promise<void> {
  const first = Number(values.seed);
  const seeds = Array.from({ length: Number(values.count) }, (_, index) => first + index);
  const desk = await openFuzzDesk(Number(values.tabs));
  const results: FuzzResult[] = [];
  const started = performance.now();
  try {
    await runFuzz(desk, seeds, (result) => {
      results.push(result);
      for (const line of describe(result)) console.log(line);
    });
  } finally {
    await desk.session.end();
  }
  const seconds = (performance.now() - started) / 1000;
  const pages = results.reduce((sum, result) => sum + result.pages, 0);
  const count = (kind: string): number =>
    results.filter(({ faults }) => faults.some((fault) => fault.kind === kind)).length;
  const kinds = ['lost', 'repeated', 'added', 'outside', 'hidden'].map((kind) => `${kind} ${count(kind)}`);
  const hangs = results.filter(({ hang }) => hang !== undefined).length;
  console.log(
    `${results.length} books, ${pages} pages, ${seconds.toFixed(0)} s: ${kinds.join(', ')}, hangs ${hangs}`,
  );
  if (results.some(({ faults, hang }) => faults.length > 0 || hang !== undefined)) process.exitCode = 1;
}

function describe({ seed, faults, hang }: FuzzResult): readonly string[] {
  if (hang !== undefined) return [`seed ${seed}: ${hang}`];
  return faults
    .slice(0, 4)
    .map(
      ({ kind, page, line, distance, text }) =>
        `seed ${seed}: ${kind} on page ${page}, line ${line}, ${distance.toFixed(1)} px: ${text.slice(0, 40)}`,
    );
}

await main();
