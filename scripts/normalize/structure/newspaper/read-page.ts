import type { Layout } from '../../breaks/layout.js';
import type { Role, Segment, StructureRule } from '../../text/segments.js';
import { bestReading, type Labelled } from './best-reading.js';
import { stepScore } from './grammar.js';
import type { Label } from './labels.js';
import { type OwnScores, ownScores, scoreOf } from './line-scores.js';
import { type PageLine, pageLines } from './page-lines.js';

/**
 * Reads a newspaper page as a whole: every line gets the label that fits its own looks and its
 * neighbours best. `series` holds lines known to be subheads by their numbers or their form.
 */
export function readPage(segments: readonly Segment[], layout: Layout, series: ReadonlySet<Segment>): void {
  const lines = pageLines(segments, layout, series);
  const own = lines.map((line, i) =>
    ownScores(line, {
      before: lines[i - 1],
      after: lines[i + 1],
      layout,
      inSeries: series.has(line.segments[0]),
    }),
  );
  const reading = bestReading({
    count: lines.length,
    own: (i, label) => scoreOf(own[i] ?? ({} as OwnScores), label),
    step: (from, to, i) => stepScore(from, to) + gapScore(from, to, lines[i]),
  });
  for (const [i, line] of lines.entries()) apply(line, reading, i);
}

/** Lines of one head stand together. */
function gapScore(from: Label | 'start', to: Label | 'end', line: PageLine | undefined): number {
  return line?.setApart && from === 'headline' && (to === 'headline' || to === 'deck') ? -2 : 0;
}

const roles: Partial<Record<Label, { readonly role: Role; readonly rule: StructureRule; readonly level?: number }>> = {
  kicker: { role: 'kicker', rule: 'kicker' },
  headline: { role: 'heading', rule: 'headline', level: 1 },
  deck: { role: 'subtitle', rule: 'headline' },
  subhead: { role: 'heading', rule: 'subhead', level: 2 },
  byline: { role: 'byline', rule: 'byline' },
  note: { role: 'editors-note', rule: 'editors-note' },
  sign: { role: 'signoff', rule: 'sign-off' },
  verse: { role: 'verse', rule: 'verse' },
  caption: { role: 'caption', rule: 'caption' },
};

/** Labels of running text. */
const running: readonly Label[] = ['text', 'lead', 'item'];
const heads: readonly (Label | undefined)[] = ['kicker', 'headline'];

function apply({ segments }: PageLine, reading: readonly Labelled[], index: number): void {
  const { label, confidence } = reading[index] ?? { label: 'text', confidence: 1 };
  const before = reading[index - 1]?.label;
  const given = roles[label];
  const [first] = segments;
  if (label === 'from' || label === 'on') first.way = label;
  if (running.includes(label)) for (const segment of segments) segment.prose = true;
  if (!given || first.role !== 'body') return;
  const opens = label === 'kicker' ? before !== 'kicker' : label === 'headline' && !heads.includes(before);
  for (const segment of segments) Object.assign(segment, given, { confidence });
  Object.assign(first, { opens });
}
