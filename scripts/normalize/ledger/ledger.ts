import { isRecord } from '../../model/is-record.js';
import type { RawPart } from '../encoding/raw-text.js';
import { findUnresolved } from '../marks/unresolved.js';
import { type ChapterRange, doubtful, type Edit, type EditRule } from '../text/edits.js';
import type { LedgerDecision } from './ledger-rows.js';
import { makePlacer, rounded } from './ledger-rows.js';
import type { NormalizedText } from './normalized-text.js';

/** One change as it stands in the ledger: with it alone the chapters can be made from the source again. */
export interface LedgerEdit {
  /** `E1`, `E2` … in source order. */
  readonly id: string;
  readonly rule: EditRule;
  /** 0 to 1, two decimals. */
  readonly confidence: number;
  /** UTF-16 code units into the decoded text. */
  readonly offset: number;
  /** `line:column` of the source file, from 1. */
  readonly at: string;
  readonly before: string;
  readonly after: string;
  /** Whether `after` is Markdown, such as ruby. */
  readonly markup?: boolean;
}

/** A chapter as it was written last: what it was made from, and what it was. */
export interface LedgerChapter {
  /** Path inside the book folder, e.g. `chapters/01-article-1.md`. */
  readonly file: string;
  /** Hex SHA-256 of the chapter as the normalizer made it; another one on disk was edited by a person. */
  readonly sha256: string;
  /** The source ranges that the chapter was made from, in reading order; those of all chapters tile the source. */
  readonly ranges: readonly ChapterRange[];
}

/** A file that the chapters were made from, and where it stands in the text. */
export interface LedgerSource extends Omit<RawPart, 'name'> {
  /** Path inside `source/`, POSIX. */
  readonly file: string;
  readonly sha256: string;
}

/**
 * What is kept beside the source: every edit and decision of the last run. With it the chapters can be
 * made from the source again (`rebuildChapters`).
 */
export interface Ledger {
  readonly format: 3;
  /** The files in reading order; a form feed stands between two in the text that offsets count in. */
  readonly sources: readonly LedgerSource[];
  /** Whether the source is Markdown, whose chapters are stretches of it as it stands. */
  readonly verbatim?: boolean;
  /** Title of a chapter that has no heading of its own. */
  readonly fallbackTitle: string;
  readonly chapters: readonly LedgerChapter[];
  readonly edits: readonly LedgerEdit[];
  readonly decisions: readonly LedgerDecision[];
  /** Characters that a person must resolve: undecodable or of private use. */
  readonly unresolved: readonly { readonly at: string; readonly char: string; readonly kind: string }[];
}

/** The ledger of one run. `hash` gives the hex SHA-256 of a chapter, `hashOf` that of a file in `source/`. */
export function makeLedger(
  text: NormalizedText,
  hash: (markdown: string) => string,
  hashOf: (file: string) => string,
): Ledger {
  const at = makePlacer(text);
  return {
    format: 3,
    sources: text.parts.map(({ name, encoding, start, end }) => ({
      file: name,
      sha256: hashOf(name),
      encoding,
      start,
      end,
    })),
    ...(text.kind === 'markdown' && { verbatim: true }),
    fallbackTitle: text.fallbackTitle,
    chapters: text.chapters.map(({ fileName, markdown, ranges }) => ({
      file: `chapters/${fileName}`,
      sha256: hash(markdown),
      ranges,
    })),
    edits: ledgerEdits(text.text, text.edits, at),
    decisions: text.decisions,
    unresolved: findUnresolved(text.text).map(({ offset, char, kind }) => ({
      at: at(offset),
      char,
      kind,
    })),
  };
}

/** Edits as ledger rows. `at` writes the place of an offset. */
function ledgerEdits(
  source: string,
  edits: readonly Edit[],
  at: (offset: number) => string,
): readonly LedgerEdit[] {
  return edits.map((edit, i) => ({
    id: `E${i + 1}`,
    rule: edit.rule,
    confidence: rounded(edit.confidence),
    offset: edit.start,
    at: at(edit.start),
    before: source.slice(edit.start, edit.end),
    after: edit.after,
    ...(edit.markup === true && { markup: true }),
  }));
}

/** Whether a person should look at a decision or an edit. */
export function isDoubtful({ confidence }: { readonly confidence: number }): boolean {
  return confidence < doubtful;
}

/** A ledger as JSON with one row a line, so that a change of one edit is a change of one line in git. */
export function writeLedger(ledger: Ledger): string {
  const rows = (list: readonly unknown[]): string =>
    list.length === 0 ? '[]' : `[\n${list.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
  return `{
  "format": ${ledger.format},
  "sources": ${rows(ledger.sources)},
${ledger.verbatim ? '  "verbatim": true,\n' : ''}  "fallbackTitle": ${JSON.stringify(ledger.fallbackTitle)},
  "chapters": ${rows(ledger.chapters)},
  "edits": ${rows(ledger.edits)},
  "decisions": ${rows(ledger.decisions)},
  "unresolved": ${rows(ledger.unresolved)}
}
`;
}

/** Reads a ledger; nothing if it is damaged or of another format. */
export function readLedger(json: string): Ledger | undefined {
  try {
    const data: unknown = JSON.parse(json);
    return isLedger(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function isLedger(data: unknown): data is Ledger {
  if (!isRecord(data) || data.format !== 3 || typeof data.fallbackTitle !== 'string') return false;
  const { sources, chapters, edits, decisions, unresolved } = data;
  if (![sources, chapters, edits, decisions, unresolved].every(Array.isArray)) return false;
  return (
    every(
      sources,
      (row) =>
        hasTypes(row, {
          file: 'string',
          sha256: 'string',
          encoding: 'string',
          start: 'number',
          end: 'number',
        }) &&
        isRecord(row) &&
        isPathInside(String(row.file)),
    ) &&
    every(
      chapters,
      (row) =>
        hasTypes(row, { file: 'string', sha256: 'string' }) &&
        isRecord(row) &&
        /^chapters\/[^/\\]+\.md$/.test(String(row.file)) &&
        every(row.ranges, (range) => hasTypes(range, { start: 'number', end: 'number' })),
    ) &&
    every(edits, (row) =>
      hasTypes(row, { offset: 'number', before: 'string', after: 'string', rule: 'string' }),
    ) &&
    every(decisions, (row) => hasTypes(row, { offset: 'number', rule: 'string' }))
  );
}

/** A ledger lies in the book's folder, where anyone may have written it: it names no file outside. */
function isPathInside(path: string): boolean {
  return path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\\'));
}

function every(list: unknown, holds: (row: unknown) => boolean): boolean {
  return Array.isArray(list) && list.every(holds);
}

function hasTypes(row: unknown, types: Readonly<Record<string, string>>): boolean {
  return isRecord(row) && Object.entries(types).every(([key, type]) => typeof row[key] === type);
}
