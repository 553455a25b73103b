import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { plainLines } from '../chapters/plain-lines.js';
import { lineEnd } from '../text/source-lines.js';
import { applyEdits } from './apply-edits.js';
import type { Ledger } from './ledger.js';

/** A chapter file as it stands: path as in the ledger, and its Markdown. */
export interface ChapterFile {
  readonly file: string;
  readonly markdown: string;
}

/**
 * Proves `source − edits = chapters`, line by line and space by space, from the source, the Markdown
 * and the ledger alone. The source with the ledger's edits applied, cut into lines, must be the lines
 * that the chapters print; and the chapters' ranges must tile the source. Chapters not given (a person
 * has edited them since) are passed over. Every chapter that differs gives one `ledger-mismatch`.
 */
export function checkInvariant(
  source: string,
  ledger: Ledger,
  chapters: readonly ChapterFile[],
): readonly Diagnostic[] {
  const files = new Map(chapters.map(({ file, markdown }) => [file, markdown]));
  const read = applyEdits(source, ledger.edits);
  const faults = [...tiling(source, ledger)];
  for (const { file, ranges } of ledger.chapters) {
    const texts: string[] = [];
    for (const range of ranges) {
      const applied = read(range);
      if ('fault' in applied) {
        const { before, offset } = applied.fault;
        return [...faults, mismatch(file, 1, before, source.slice(offset, offset + 20))];
      }
      const text = applied.pieces.map(({ text }) => text).join('');
      if (range.runsOn) texts.push(`${(texts.pop() ?? '').trimEnd()}${text.trimStart()}`);
      else texts.push(text);
    }
    const markdown = files.get(file);
    if (markdown === undefined) continue;
    const printed = ledger.verbatim ? linesOf(markdown) : plainLines(markdown);
    faults.push(...compare(file, linesOf(texts.join('\n')), printed));
  }
  return faults;
}

/** The ranges of all chapters must lie end to end over the source, none twice and none left out. */
function tiling(source: string, ledger: Ledger): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const ranges = ledger.chapters.flatMap(({ file, ranges }) => ranges.map((range) => ({ file, ...range })));
  let at = 0;
  for (const { file, start, end } of ranges.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start !== at) faults.push(mismatch(file, 1, `source from ${at}`, `source from ${start}`));
    at = end;
  }
  if (at !== source.length) {
    const file = ledger.sources.at(-1)?.file ?? '';
    faults.push(mismatch(file, 1, `source to ${source.length}`, `source to ${at}`));
  }
  return faults;
}

/** The lines that hold something, without white space at both ends. */
function linesOf(text: string): readonly string[] {
  return text
    .split(lineEnd)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function compare(file: string, expected: readonly string[], found: readonly string[]): readonly Diagnostic[] {
  const count = Math.max(expected.length, found.length);
  for (let i = 0; i < count; i++) {
    if (expected[i] !== found[i]) return [mismatch(file, i + 1, expected[i] ?? '', found[i] ?? '')];
  }
  return [];
}

function mismatch(file: string, line: number, expected: string, found: string): Diagnostic {
  return diagnose(
    'ledger-mismatch',
    { file, line, expected: excerpt(expected), found: excerpt(found) },
    { file },
  );
}

function excerpt(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}
