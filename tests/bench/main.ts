import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { packageRoot } from '../../scripts/files/package-root.js';
import { openDesk } from './contestants/desk.js';
import { installTools } from './contestants/install.js';
import type { Run } from './measure/run-job.js';
import { type BenchOptions, help, readOptions } from './options.js';
import { chartOf } from './report/chart.js';
import { describeMachine, loadNow, type Results, toTool } from './report/results.js';
import { markdownOf } from './report/table.js';
import { writeReadme } from './report/write-readme.js';
import { makeTrials } from './trials/make-trials.js';
import { runTrials } from './trials/run-trials.js';
import type { Trial } from './trials/trial.js';

/** Measures Banxin and other tools with the same texts, and tells how they stand to each other. */
async function main(options: BenchOptions): Promise<void> {
  const results = await measure(options);
  const table = markdownOf(results);
  const chart = chartOf(results);
  const json = `${JSON.stringify(results, undefined, 2)}\n`;
  await writeFile(join(options.out, 'results.json'), json);
  await writeFile(join(options.out, 'table.md'), `${table}\n`);
  if (chart !== undefined) await writeFile(join(options.out, 'chart.svg'), chart);
  if (options.write) {
    const drawn =
      chart === undefined ? '' : '![Seconds against pages, a line a tool](tests/bench/chart.svg)\n\n';
    await writeReadme(join(packageRoot, 'README.md'), drawn + table);
    if (chart !== undefined) await writeFile(join(packageRoot, 'tests', 'bench', 'chart.svg'), chart);
  }
  console.log(options.json ? json : table);
}

async function measure({
  out,
  tools,
  install,
  textFile,
  runs,
  limit,
  kinds,
  sizes,
}: BenchOptions): Promise<Results> {
  const folder = join(out, 'work');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const desk = await openDesk(folder);
  if (install) await installTools(tools, desk);
  const found = await Promise.all(tools.map(async (tool) => toTool(tool, await tool.find(desk))));
  const atHand = tools.filter((_, index) => 'version' in (found[index]?.found ?? {}));
  const trials = await makeTrials({ kinds, sizes, tools: atHand, textFile, limit, folder }, desk);
  const load = loadNow();
  const rows = await runTrials(trials, { runs, limit, onRun: tell });
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(),
    load,
    node: process.versions.node,
    browser: desk.browserVersion,
    text:
      textFile === undefined ? 'text made up by character frequency' : `text cut from ${basename(textFile)}`,
    tools: found,
    rows,
  };
}

/** Progress goes to standard error, so that the table alone stands on standard output. */
function tell({ kind, tool, size }: Trial, round: number, run: Run): void {
  const result = 'failure' in run ? run.failure : `${run.seconds.toFixed(2)} s`;
  console.error(`${round === 0 ? 'memory' : `run ${round}`}  ${kind} ${size ?? ''} ${tool}: ${result}`);
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options) await main(options);
  else console.log(help);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
