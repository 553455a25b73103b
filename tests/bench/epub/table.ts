import type { EpubFacts } from './facts.js';

/** What one tool made of one book. */
export type Row = { readonly book: string; readonly tool: string } & (
  | { readonly failure: string }
  | { readonly seconds: number; readonly isSame: boolean; readonly facts: EpubFacts }
);

const head = [
  'book',
  'tool',
  'kB',
  's',
  'EPUBCheck errors / warnings',
  'Ace serious / other',
  'contents, levels',
  'NCX',
  'page list',
  'accessibility metadata, of 5',
  'same bytes twice',
];

/** The table in Markdown; tools that are not here have no row, and stand below it. */
export function tableOf(rows: readonly Row[], date: string): string {
  const measured = rows.flatMap((row) => ('facts' in row ? [cellsOf(row)] : []));
  const absent = rows.flatMap((row) =>
    'failure' in row ? [`- ${row.tool}, ${row.book}: ${row.failure}`] : [],
  );
  const lines = [head, head.map(() => '---'), ...measured].map((cells) => `| ${cells.join(' | ')} |`);
  return [
    `${date}, Node ${process.versions.node}; time is of the whole process, Banxin's with every check of a build.`,
    '',
    ...lines,
    ...(absent.length > 0 ? ['', ...absent] : []),
  ].join('\n');
}

function cellsOf({
  book,
  tool,
  seconds,
  isSame,
  facts,
}: Extract<Row, { facts: EpubFacts }>): readonly string[] {
  return [
    book,
    tool,
    String(Math.round(facts.bytes / 1000)),
    seconds.toFixed(1),
    facts.epubCheck ?? '–',
    facts.ace ?? '–',
    String(facts.depth),
    yes(facts.ncx),
    yes(facts.pageList),
    String(facts.accessibility),
    yes(isSame),
  ];
}

function yes(is: boolean): string {
  return is ? 'yes' : 'no';
}
