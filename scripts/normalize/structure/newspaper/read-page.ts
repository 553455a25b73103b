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
  const headsAreIndented = indentedHeads(lines);
  const own = lines.map((line, i) =>
    ownScores(line, {
      before: lines[i - 1],
      after: lines[i + 1],
      layout,
      headsAreIndented,
      inSeries: series.has(line.segments[0]),
    }),
  );
  const reading = bestReading({
    count: lines.length,
    own: (i, label) => scoreOf(own[i] ?? ({} as OwnScores), label),
    step: (from, to, i) => stepScore(from, to) + seamScore(from, to, lines[i - 1], lines[i]),
  });
  for (const [i, line] of lines.entries()) apply(line, reading, i);
}

/** Whether most lines that are short and have no mark are indented, as where heads are centred with spaces. */
function indentedHeads(lines: readonly PageLine[]): boolean {
  const short = lines.filter(({ text }) => text.length <= 24 && !/[。；，、：！？,;:!?”]$/u.test(text));
  return short.filter(({ segments: [first] }) => first.line.indent >= 2).length * 2 > short.length;
}

/** Lines of one headline stand together and are much alike in length; a kicker or deck is set apart, or longer. */
function seamScore(
  from: Label | 'start',
  to: Label | 'end',
  before: PageLine | undefined,
  line: PageLine | undefined,
): number {
  if (!line || !before) return 0;
  const longer = Math.log2(line.text.length / before.text.length);
  if (from === 'headline' && to === 'headline') return -Math.abs(longer) - (line.setApart ? 2 : 0);
  if (from === 'headline' && to === 'deck') return Math.min(0.5, longer * 0.5) - (line.setApart ? 1 : 0);
  if (from === 'kicker' && to === 'headline')
    return (before.text.length > 12 ? Math.min(0.5, -longer * 0.5) : 0) + (line.setApart ? 0.5 : 0);
  return 0;
}

const roles: Partial<
  Record<Label, { readonly role: Role; readonly rule: StructureRule; readonly level?: number }>
> = {
  kicker: { role: 'kicker', rule: 'kicker' },
  headline: { role: 'heading', rule: 'headline', level: 1 },
  deck: { role: 'subtitle', rule: 'headline' },
  subhead: { role: 'heading', rule: 'subhead', level: 2 },
  byline: { role: 'byline', rule: 'byline' },
  note: { role: 'editors-note', rule: 'editors-note' },
  signatory: { role: 'signoff', rule: 'sign-off' },
  sign: { role: 'signoff', rule: 'sign-off' },
  'row 1': { role: 'lines', rule: 'lines' },
  'row 2': { role: 'lines', rule: 'lines' },
  row: { role: 'lines', rule: 'lines' },
  'verse 1': { role: 'verse', rule: 'verse' },
  'verse 2': { role: 'verse', rule: 'verse' },
  verse: { role: 'verse', rule: 'verse' },
  caption: { role: 'caption', rule: 'caption' },
};

/** Labels of running text. */
const running: readonly Label[] = ['text', 'lead', 'item', 'note', 'caption'];
const heads: readonly (Label | undefined)[] = ['kicker', 'headline'];

function apply({ segments }: PageLine, reading: readonly Labelled[], index: number): void {
  const { label, confidence } = reading[index] ?? { label: 'text', confidence: 1 };
  const before = reading[index - 1]?.label;
  const given = roles[label];
  const [first] = segments;
  if (label === 'from' || label === 'on') first.way = label;
  for (const segment of segments) segment.prose = running.includes(label);
  if (!given || first.role !== 'body') return;
  const opens = label === 'kicker' ? before !== 'kicker' : label === 'headline' && !heads.includes(before);
  for (const segment of segments) Object.assign(segment, given, { confidence });
  Object.assign(first, { opens });
}
