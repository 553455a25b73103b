import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { GapDecision } from '../marks/gaps.js';
import type { StrayForms } from '../marks/stray-forms.js';
import { findUnresolved } from '../marks/unresolved.js';
import { makeLocator } from '../text/source-lines.js';
import { type LedgerDecision, placed, rounded } from './ledger-rows.js';
import type { NormalizedChapter, Page } from './normalized-text.js';

interface Found extends Page {
  readonly text: string;
  readonly file: string;
  readonly chapters: readonly NormalizedChapter[];
  readonly gaps: readonly GapDecision[];
  readonly strays: StrayForms;
}

/** Most places of one kind that are reported one by one; the ledger has them all. */
const mostPlaces = 20;

/** What a run has to tell: decisions for the ledger, and diagnostics for what a person must look at. */
export function findings(found: Found): {
  decisions: readonly LedgerDecision[];
  diagnostics: readonly Diagnostic[];
} {
  const locate = makeLocator(found.text);
  const at = (offset: number): string => placed(locate(offset));
  const excerpt = (offset: number): string =>
    found.text.slice(offset, offset + 24).split(/[\r\n]/, 1)[0] ?? '';
  const structure = found.joined.blocks.flatMap(({ segments: [first] }) =>
    first?.rule
      ? [
          {
            rule: first.rule,
            confidence: rounded(first.confidence ?? 1),
            at: at(first.start),
            text: first.text.slice(0, 40),
            offset: first.start,
          },
        ]
      : [],
  );
  const held = found.joined.held.map(({ offset, confidence }) => ({
    rule: 'paragraph-end' as const,
    confidence: rounded(confidence),
    at: at(offset),
    text: excerpt(offset),
    offset,
  }));
  const gaps = found.gaps
    .filter(({ kept }) => kept)
    .map(({ offset, confidence }) => ({
      rule: 'gap-kept' as const,
      confidence,
      at: at(offset),
      text: around(found.text, offset),
      offset,
    }));
  const strays = found.strays.flagged.map(({ offset, char }) => ({
    rule: 'stray-form-kept' as const,
    confidence: 0.5,
    at: at(offset),
    text: char,
    offset,
  }));
  const decisions = [...structure, ...held, ...gaps, ...strays]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset: _, ...decision }) => decision);
  return {
    decisions,
    diagnostics: [
      ...unresolvedFindings(found),
      ...strayFindings(found),
      ...structureFindings(found),
      ...placedFindings(found),
    ],
  };
}

function around(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - 8), offset + 9).replace(/[\r\n]+/g, ' ');
}

function unresolvedFindings({ text, file }: Found): readonly Diagnostic[] {
  const locate = makeLocator(text);
  const all = findUnresolved(text);
  const reported = all.slice(0, mostPlaces).map(({ offset, char, kind }) => {
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return diagnose(
      kind === 'undecodable' ? 'character-undecodable' : 'character-private-use',
      { code },
      { file, ...locate(offset) },
    );
  });
  return all.length <= mostPlaces
    ? reported
    : [...reported, diagnose('characters-unresolved-more', { count: all.length - mostPlaces }, { file })];
}

function strayFindings({ text, file, strays }: Found): readonly Diagnostic[] {
  const locate = makeLocator(text);
  return strays.flagged
    .slice(0, mostPlaces)
    .map(({ offset, char, simplified }) =>
      diagnose('stray-form', { char, simplified }, { file, ...locate(offset) }),
    );
}

function structureFindings({ text, file, chapters }: Found): readonly Diagnostic[] {
  const locate = makeLocator(text);
  return chapters.flatMap((chapter) => {
    const start = chapter.ranges[0]?.start ?? 0;
    const place = { file, ...locate(start + leadingSpace(text, start)) };
    const title = chapter.heading ?? chapter.fileName;
    const halves =
      chapter.continuedFrom === undefined
        ? []
        : [diagnose('article-half-missing', { title, page: chapter.continuedFrom }, place)];
    const untitled =
      chapter.heading === undefined
        ? [diagnose('heading-not-found', { chapter: chapter.fileName }, place)]
        : [];
    return [...halves, ...untitled];
  });
}

function leadingSpace(text: string, offset: number): number {
  return /^\s*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
}

function placedFindings({ text, file, findings }: Found): readonly Diagnostic[] {
  const locate = makeLocator(text);
  return findings.map(({ offset, at }) => at({ file, ...locate(offset) }));
}
