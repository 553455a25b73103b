import { growth, type Point } from '../measure/statistics.js';
import type { Row } from '../trials/trial.js';

/** How Banxin stands to the other tools and to what is asked of it, each in a sentence; only what was measured. */
export function marksOf(rows: readonly Row[], label: (tool: string) => string): readonly string[] {
  const proses = rows.filter(({ kind, wall }) => kind === 'prose' && wall);
  const sizes = [...new Set(proses.map(({ size = 0 }) => size))].filter((size) => size >= 200);
  const single = (kind: Row['kind']): number | undefined =>
    rows.find((row) => row.kind === kind)?.wall?.median;
  const cold = time(proses, 'banxin', 500);
  const edit = single('edit');
  const epub = single('epub');
  const seed = single('seed');
  return [
    ...sizes.flatMap((size) => comparison(proses, size, label)),
    ...growths(proses, label),
    ...(edit !== undefined && cold !== undefined
      ? [`One paragraph edited: ${percent(edit / cold)} of the cold build (asked: 40 %, aim 1.5 s).`]
      : []),
    ...(epub === undefined ? [] : [`EPUB of 500 pages: ${epub.toFixed(2)} s (asked: 1.5 s).`]),
    ...(seed === undefined ? [] : [`First book, both formats: ${seed.toFixed(2)} s (asked: 6 s).`]),
  ];
}

/** What part of another tool's time is asked, by the pages of the book. */
const asked: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'pagedjs-cli': { 500: '20 %', 1000: '12.5 %' },
  chromium: { 500: 'under 100 %' },
};

function comparison(rows: readonly Row[], size: number, label: (tool: string) => string): readonly string[] {
  const own = time(rows, 'banxin', size);
  if (own === undefined) return [];
  const parts = rows
    .filter((row) => row.size === size && row.tool !== 'banxin' && row.wall)
    .map(({ tool, wall }) => {
      const mark = asked[tool]?.[size];
      return `${percent(own / (wall?.median ?? 0))} of ${label(tool)}${mark === undefined ? '' : ` (asked: ${mark})`}`;
    });
  return parts.length > 0 ? [`${size} pages, Banxin's time: ${parts.join(', ')}.`] : [];
}

/** Exponents between the least and the greatest book of 200 pages or more. */
function growths(rows: readonly Row[], label: (tool: string) => string): readonly string[] {
  const parts = [...new Set(rows.map(({ tool }) => tool))].flatMap((tool) => {
    const points = rows
      .filter((row) => row.tool === tool && (row.size ?? 0) >= 200)
      .flatMap(({ pages, wall }): readonly Point[] =>
        pages && wall ? [{ pages, seconds: wall.median }] : [],
      );
    const [small, large] = [points[0], points.at(-1)];
    return small && large && large.pages > small.pages
      ? [`${label(tool)} ${growth(small, large).toFixed(2)} (${small.pages} → ${large.pages})`]
      : [];
  });
  return parts.length > 0
    ? [`Growth, k in time ~ pages^k (asked of Banxin: 1.05): ${parts.join(', ')}.`]
    : [];
}

function time(rows: readonly Row[], tool: string, size: number): number | undefined {
  return rows.find((row) => row.tool === tool && row.size === size)?.wall?.median;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
