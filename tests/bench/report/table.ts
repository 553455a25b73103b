import type { Spread } from '../measure/statistics.js';
import type { Kind, Row } from '../trials/trial.js';
import { marksOf } from './marks.js';
import type { Results } from './results.js';

const head = ['book', 'tool', 'pages', 'wall s (min–max)', 'CPU s', 'peak MB', 'file MB', 'pages/s', 'runs'];

const books: Readonly<Record<Kind, (size: number) => string>> = {
  prose: (size) => `prose, ${size}`,
  mixed: (size) => `mixed, ${size}`,
  edit: (size) => `prose, ${size}: one paragraph edited`,
  epub: (size) => `prose, ${size}: EPUB`,
  seed: () => 'the first book: PDF, EPUB',
};

/** The results as Markdown: when and where, a table, and how they stand to what is asked. */
export function markdownOf(results: Results): string {
  const { date, machine, load, node, browser, text, tools, rows } = results;
  const label = (name: string): string => tools.find((tool) => tool.name === name)?.label ?? name;
  const versions = tools.flatMap(({ label, found }) =>
    'version' in found ? [`${label} ${found.version}`] : [],
  );
  const about = [
    `${date}, ${machine}, load ${load.map((value) => value.toFixed(1)).join(' / ')}, Node ${node}, Chromium ${browser}; ${text}.`,
    `${versions.join('; ')}.`,
  ];
  const absent = tools.flatMap(({ label, found }) =>
    'missing' in found ? [['', label, '', found.missing, '', '', '', '', '']] : [],
  );
  const lines = [...rows.map((row) => cellsOf(row, label(row.tool))), ...absent];
  const table = [head, head.map((_, column) => (column < 2 ? '---' : '---:')), ...lines].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  const marks = marksOf(rows, label).map((mark) => `- ${mark}`);
  return [about.join('\n'), table.join('\n'), marks.join('\n')].filter(Boolean).join('\n\n');
}

function cellsOf(row: Row, tool: string): readonly string[] {
  const { kind, size = 0, pages, bytes, wall, cpu, peakMemory, failure, remark } = row;
  const book = books[kind](size) + (remark === undefined ? '' : ` (${remark})`);
  if (failure !== undefined || !wall)
    return [book, tool, '', shortened(failure ?? 'not timed'), '', '', '', '', ''];
  return [
    book,
    tool,
    pages === undefined ? '' : String(pages),
    spread(wall),
    cpu ? cpu.median.toFixed(1) : '',
    peakMemory === undefined ? '' : (peakMemory / 1e6).toFixed(0),
    bytes === undefined ? '' : (bytes / 1e6).toFixed(2),
    pages === undefined ? '' : (pages / wall.median).toFixed(pages / wall.median < 10 ? 1 : 0),
    String(wall.count),
  ];
}

function spread({ median, min, max, count }: Spread): string {
  const ends = count > 1 ? ` (${min.toFixed(2)}–${max.toFixed(2)})` : '';
  return median.toFixed(2) + ends;
}

/** What went wrong, no longer than a cell bears. */
function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
