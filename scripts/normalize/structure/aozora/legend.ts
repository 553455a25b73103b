import type { Edit } from '../../text/edits.js';
import type { SourceLine } from '../../text/source-lines.js';

const rule = /^[-－―─]{10,}$/u;
const heading = /^【テキスト中に現れる記号について】$/u;

/** Most lines of the legend, and how far down it stands. */
const [longest, deepest] = [40, 80];

/** The legend of marks at the head of a text of Aozora Bunko: its lines, from rule to rule; none elsewhere. */
export function legendLines(lines: readonly SourceLine[]): readonly number[] {
  const title = lines.slice(0, deepest).findIndex(({ text }) => heading.test(text));
  if (title < 1 || !rule.test(lines[title - 1]?.text ?? '')) return [];
  const end = lines.findIndex(({ text }, i) => i > title && i <= title + longest && rule.test(text));
  return end < 0 ? [] : Array.from({ length: end - title + 2 }, (_, i) => title - 1 + i);
}

/** The legend leaves the text for the ledger, a line an edit. */
export function legendEdits(lines: readonly SourceLine[], indexes: readonly number[]): readonly Edit[] {
  return indexes.map((index) => {
    const line = lines[index];
    const start = line?.start ?? 0;
    const end = lines[index + 1]?.start ?? line?.end ?? 0;
    return { rule: 'aozora-legend', confidence: 0.97, start, end, after: '' } as const;
  });
}
