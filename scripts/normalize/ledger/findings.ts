import type { Diagnostic } from '../../model/diagnostic.js';
import { makeLocator, type RawPart } from '../encoding/raw-text.js';
import type { GapDecision } from '../marks/gaps.js';
import type { Slip, SlipKind } from '../marks/ocr-slips.js';
import type { StrayForm, StrayForms } from '../marks/stray-forms.js';
import { findUnresolved, type Unresolved } from '../marks/unresolved.js';
import { type Finding, finding } from '../text/finding.js';
import type { Segment } from '../text/segments.js';
import { type LedgerDecision, makePlacer, rounded } from './ledger-rows.js';
import type { Flag, NormalizedChapter, Page } from './normalized-text.js';

interface Found extends Page {
  readonly text: string;
  readonly parts: readonly RawPart[];
  readonly chapters: readonly NormalizedChapter[];
  readonly gaps: readonly GapDecision[];
  readonly slips: readonly Slip[];
  readonly strays: StrayForms;
  /** Whether the editor has decided what stands at an offset. */
  readonly answered: (offset: number) => boolean;
  /** Whether the editor has decided what the line is that begins at an offset. */
  readonly lineAnswered: (offset: number) => boolean;
}

/** Most places of one kind that are reported one by one; the review has them all. */
const mostPlaces = 20;

/** What a run has to tell: decisions for the ledger, flags for what a person must look at, and which of them to print. */
export function findings(found: Found): {
  decisions: readonly LedgerDecision[];
  flags: readonly Flag[];
  told: readonly Diagnostic[];
} {
  const locate = makeLocator(found);
  const at = makePlacer(found);
  const excerpt = (offset: number): string =>
    found.text.slice(offset, offset + 24).split(/[\r\n]/, 1)[0] ?? '';
  const structure = found.joined.blocks.flatMap(({ segments }) => structureRow(segments, at));
  const held = found.joined.held.map(({ offset, confidence }) => ({
    rule: 'paragraph-end' as const,
    confidence: rounded(confidence),
    at: at(offset),
    text: excerpt(offset),
    offset,
  }));
  const gaps = found.gaps
    .filter(({ kept, offset }) => kept && !found.answered(offset))
    .map(({ offset, confidence }) => ({
      rule: 'gap-kept' as const,
      confidence,
      at: at(offset),
      text: around(found.text, offset),
      offset,
    }));
  const isOpen = ({ offset }: { readonly offset: number }): boolean => !found.answered(offset);
  const flagged = found.strays.flagged.filter(isOpen);
  const strays = flagged.map(({ offset, char }) => ({
    rule: 'stray-form-kept' as const,
    confidence: 0.5,
    at: at(offset),
    text: char,
    offset,
  }));
  const flagger =
    (of: Flag['of']) =>
    ({ offset, at: place }: Finding): Flag => ({ offset, of, diagnostic: place(locate(offset)) });
  const unresolved = findUnresolved(found.text).filter(isOpen);
  const slips = found.slips.filter(isOpen);
  const ofCharacters = [
    ...unresolved.map(unresolvedFinding),
    ...flagged.map(strayFinding),
    ...slips.map(slipFinding),
  ];
  const ofLines = [...found.findings, ...chapterFindings(found)]
    .filter((one) => isOpen(one) && !found.lineAnswered(one.offset))
    .map(flagger('line'));
  const told = [
    ...unresolved.slice(0, mostPlaces).map(unresolvedFinding),
    ...unresolvedRest(unresolved),
    ...flagged.slice(0, mostPlaces).map(strayFinding),
    ...slipsTold(slips),
  ];
  return {
    decisions: [...structure, ...held, ...gaps, ...strays].sort((a, b) => a.offset - b.offset),
    flags: [...ofCharacters.map(flagger('character')), ...ofLines],
    told: [...told.map(flagger('character')), ...ofLines].map(({ diagnostic }) => diagnostic),
  };
}

/** The row of a block that a rule of structure, or the editor, gave its role. */
function structureRow(
  segments: readonly Segment[],
  at: (offset: number) => string,
): readonly LedgerDecision[] {
  const [first] = segments;
  if (!first?.rule) return [];
  const { rule, role, level, start, stanza, way } = first;
  return [
    {
      rule,
      confidence: rounded(first.confidence ?? 1),
      offset: start,
      at: at(start),
      text: first.text.slice(0, 40),
      role,
      ...(level !== undefined && { level }),
      ...(segments.length > 1 && { lines: segments.length }),
      ...(stanza === true && { stanza }),
      ...(way !== undefined && { way }),
    },
  ];
}

function around(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - 8), offset + 9).replace(/[\r\n]+/g, ' ');
}

function unresolvedFinding({ offset, char, kind }: Unresolved): Finding {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return finding(
    kind === 'undecodable' ? 'character-undecodable' : 'character-private-use',
    { code },
    offset,
  );
}

function unresolvedRest(all: readonly Unresolved[]): readonly Finding[] {
  const next = all[mostPlaces];
  return next ? [finding('characters-unresolved-more', { count: all.length - mostPlaces }, next.offset)] : [];
}

function strayFinding({ offset, char, form, script }: StrayForm): Finding {
  return finding(`stray-${script}`, { char, form }, offset);
}

function slipFinding({ kind, offset, text }: Slip): Finding {
  return finding(`slip-${kind}`, { text }, offset);
}

/** Slips one by one, so many of each kind; then how many more there are. */
function slipsTold(slips: readonly Slip[]): readonly Finding[] {
  const told = new Map<SlipKind, number>();
  return slips.flatMap((slip) => {
    const { kind, offset, text } = slip;
    const count = (told.get(kind) ?? 0) + 1;
    told.set(kind, count);
    if (count <= mostPlaces) return [slipFinding(slip)];
    const more = slips.filter((other) => other.kind === kind).length - mostPlaces;
    return count === mostPlaces + 1 ? [finding('slips-more', { text, count: more }, offset)] : [];
  });
}

function chapterFindings({ text, chapters }: Found): readonly Finding[] {
  return chapters.flatMap((chapter) => {
    const start = chapter.ranges[0]?.start ?? 0;
    const offset = start + leadingSpace(text, start);
    const title = chapter.heading ?? chapter.fileName;
    const { continuedFrom: from, continuedOn: on } = chapter;
    const halves = [
      ...(from === undefined ? [] : [finding('article-half-missing', { title, page: from }, offset)]),
      ...(on === undefined ? [] : [finding('article-rest-missing', { title, page: on }, offset)]),
    ];
    const untitled =
      chapter.heading === undefined
        ? [finding('heading-not-found', { chapter: chapter.fileName }, offset)]
        : [];
    return [...halves, ...untitled];
  });
}

function leadingSpace(text: string, offset: number): number {
  return /^\s*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
}
