import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Ledger, LedgerEdit } from './ledger.js';
import { plainLines } from './plain-lines.js';

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
  const faults: Diagnostic[] = [];
  const files = new Map(chapters.map(({ file, markdown }) => [file, markdown]));
  let at = 0;
  let next = 0;
  for (const chapter of ledger.chapters) {
    if (chapter.start !== at)
      faults.push(mismatch(chapter.file, 1, `source from ${at}`, `source from ${chapter.start}`));
    const applied = applyEdits(source, ledger.edits, next, chapter.start, chapter.end);
    if ('fault' in applied)
      return [
        ...faults,
        mismatch(
          chapter.file,
          1,
          applied.fault.before,
          source.slice(applied.fault.offset, applied.fault.offset + 20),
        ),
      ];
    next = applied.next;
    at = chapter.end;
    const markdown = files.get(chapter.file);
    if (markdown !== undefined) faults.push(...compare(chapter.file, applied.text, markdown));
  }
  if (at !== source.length)
    faults.push(mismatch(ledger.source.file, 1, `source to ${source.length}`, `source to ${at}`));
  return faults;
}

function applyEdits(
  source: string,
  edits: readonly LedgerEdit[],
  from: number,
  start: number,
  end: number,
): { readonly text: string; readonly next: number } | { readonly fault: LedgerEdit } {
  const parts: string[] = [];
  let at = start;
  let next = from;
  for (; next < edits.length; next++) {
    const edit = edits[next];
    if (!edit || edit.offset >= end) break;
    if (edit.offset < at || !source.startsWith(edit.before, edit.offset)) return { fault: edit };
    parts.push(source.slice(at, edit.offset), edit.after);
    at = edit.offset + edit.before.length;
  }
  parts.push(source.slice(at, Math.max(at, end)));
  return { text: parts.join(''), next };
}

function compare(file: string, applied: string, markdown: string): readonly Diagnostic[] {
  const expected = applied
    .split(/\r\n|[\n\r\f\v\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const found = plainLines(markdown);
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
