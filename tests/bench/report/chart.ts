import type { Results } from './results.js';

const size = { width: 760, height: 460, left: 56, right: 170, top: 40, bottom: 52 };
/** Told apart in light and in dark, and by those who do not see red and green apart. */
const colours = ['#d1495b', '#3d7ea6', '#8f6fb5', '#b5862b', '#2a9d8f', '#7a7f87'];
/** Lines of a label, px. */
const labelHeight = 16;

interface Line {
  readonly label: string;
  readonly colour: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** Time against pages of the novels, both by their logarithms; a line a tool. `undefined` where none was timed. */
export function chartOf({ rows, tools, date }: Results): string | undefined {
  const timed = rows.flatMap(({ kind, tool, pages, wall }) =>
    kind === 'prose' && pages && wall ? [{ tool, pages, seconds: wall.median }] : [],
  );
  if (timed.length === 0) return undefined;
  const across = scale(
    timed.map(({ pages }) => pages),
    size.left,
    size.width - size.right,
  );
  const up = scale(
    timed.map(({ seconds }) => seconds),
    size.height - size.bottom,
    size.top,
  );
  const lines = tools.flatMap(({ name, label }, index): readonly Line[] => {
    const points = timed
      .filter(({ tool }) => tool === name)
      .sort((a, b) => a.pages - b.pages)
      .map(({ pages, seconds }) => ({ x: across.at(pages), y: up.at(seconds) }));
    return points.length > 0 ? [{ label, colour: colours[index % colours.length] ?? '', points }] : [];
  });
  const ticks = [
    ...across.ticks.map((pages) =>
      tick(across.at(pages), size.height - size.bottom, String(pages), 'across'),
    ),
    ...up.ticks.map((seconds) => tick(size.left, up.at(seconds), String(seconds), 'up')),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" font-family="sans-serif" font-size="13" role="img">
<title>Seconds against pages, ${date}</title>
<style>
text { fill: #333; } .grid { stroke: #8884; } .dim { fill: #666; }
@media (prefers-color-scheme: dark) { text { fill: #ddd; } .dim { fill: #aaa; } }
</style>
${ticks.join('\n')}
<text class="dim" x="${size.left}" y="${size.top - 18}">seconds, whole process (logarithmic)</text>
<text class="dim" x="${(size.left + size.width - size.right) / 2}" y="${size.height - 12}" text-anchor="middle">pages, A5 (logarithmic)</text>
${lines.map(drawLine).join('\n')}
${labels(lines).join('\n')}
</svg>
`;
}

interface Scale {
  readonly ticks: readonly number[];
  at(value: number): number;
}

/** A logarithmic scale from `start` to `end` (px), with a little room, and its ticks at 1, 2, 5, 10 … */
function scale(values: readonly number[], start: number, end: number): Scale {
  const [least, most] = [Math.min(...values) / 1.15, Math.max(...values) * 1.15];
  const [from, to] = [Math.log(least), Math.log(most)];
  const ticks = [-1, 0, 1, 2, 3, 4].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power));
  return {
    ticks: ticks
      .filter((value) => value >= least && value <= most)
      .map((value) => Number(value.toPrecision(1))),
    at: (value) => start + ((Math.log(value) - from) / (to - from)) * (end - start),
  };
}

function tick(x: number, y: number, text: string, axis: 'across' | 'up'): string {
  return axis === 'across'
    ? `<line class="grid" x1="${px(x)}" x2="${px(x)}" y1="${size.top}" y2="${y}"/><text x="${px(x)}" y="${y + 20}" text-anchor="middle">${text}</text>`
    : `<line class="grid" x1="${x}" x2="${size.width - size.right}" y1="${px(y)}" y2="${px(y)}"/><text x="${x - 8}" y="${px(y + 4)}" text-anchor="end">${text}</text>`;
}

function drawLine({ colour, points }: Line, index: number): string {
  // The first tool is the one that the chart is about.
  const width = index === 0 ? 3.5 : 2;
  const path = points.map(({ x, y }) => `${px(x)},${px(y)}`).join(' ');
  const dots = points.map(
    ({ x, y }) => `<circle cx="${px(x)}" cy="${px(y)}" r="${width + 1}" fill="${colour}"/>`,
  );
  return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="${width}"/>${dots.join('')}`;
}

/** Each name at the end of its line, pushed down where another stands there. */
function labels(lines: readonly Line[]): readonly string[] {
  let lowest = Number.NEGATIVE_INFINITY;
  return lines
    .flatMap(({ label, colour, points }) => {
      const end = points.at(-1);
      return end ? [{ label, colour, ...end }] : [];
    })
    .sort((a, b) => a.y - b.y)
    .map(({ label, colour, x, y }) => {
      lowest = Math.max(y, lowest + labelHeight);
      return `<text x="${px(x + 10)}" y="${px(lowest + 4)}" style="fill: ${colour}; font-weight: 600">${label}</text>`;
    });
}

function px(length: number): string {
  return length.toFixed(1);
}
