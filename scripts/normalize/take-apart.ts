import { type Joined, joinSegments, learnDashGlue } from './breaks/blocks.js';
import { findFurniture, furnitureEdits } from './breaks/furniture.js';
import { learnHyphenation } from './breaks/hyphens.js';
import { measureLayout } from './breaks/layout.js';
import { readPageHead } from './breaks/newspaper-furniture.js';
import { learnParagraphs } from './breaks/paragraph-habits.js';
import { moveCaptions } from './chapters/move-captions.js';
import { makePageOf } from './chapters/newspaper-pages.js';
import { cutChapters, nameChapters } from './chapters/plan-chapters.js';
import { stitchArticles } from './chapters/stitch-articles.js';
import { forceFurniture } from './decisions/force-furniture.js';
import { forceStructure } from './decisions/force-structure.js';
import type { PlacedDecision } from './decisions/resolve-decisions.js';
import type { RawText } from './encoding/raw-text.js';
import type { Page } from './ledger/normalized-text.js';
import { isAozora } from './structure/aozora/is-aozora.js';
import { legendEdits, legendLines } from './structure/aozora/legend.js';
import { findStructure, type Structure } from './structure/find-structure.js';
import { markLetters } from './structure/letters.js';
import { noteEdits } from './structure/notes.js';
import { isEastAsian } from './text/characters.js';
import type { Edit } from './text/edits.js';
import type { SourceLine } from './text/source-lines.js';

/** What editors decided, and whether the lines are known to be of a newspaper. */
interface Known {
  readonly decisions: readonly PlacedDecision[];
  readonly isNewspaper: boolean;
}

/** A run of lines of one layout, read: its blocks, and the edits and findings that led to them. */
interface Stretch {
  readonly kind: Structure['kind'];
  readonly joined: Joined;
  readonly edits: readonly Edit[];
  readonly findings: Structure['findings'];
}

/**
 * Takes a text apart into blocks and chapters. The pages of a newspaper that come as files are read each
 * for itself, as every page has its own layout; their articles are put together afterwards.
 */
export function takeApart(
  raw: RawText,
  lines: readonly SourceLine[],
  decisions: readonly PlacedDecision[],
): Page {
  const whole = readStretch(raw.text, lines, { decisions, isNewspaper: false });
  const pages =
    raw.parts.length > 1 && whole.kind === 'newspaper' ? readPages(raw, lines, decisions) : [whole];
  const joined = {
    blocks: pages.flatMap((page) => page.joined.blocks),
    edits: pages.flatMap((page) => page.joined.edits),
    held: pages.flatMap((page) => page.joined.held),
  };
  const { articles, edits: stitches } = stitchArticles(
    cutChapters(joined.blocks, raw.text.length),
    makePageOf(raw.text, raw.parts),
  );
  const moved = moveCaptions(articles);
  const plans = nameChapters(moved.articles, whole.kind);
  const notes = plans.flatMap(({ blocks }) => noteEdits(blocks));
  return {
    kind: whole.kind,
    joined,
    plans,
    findings: [...pages.flatMap((page) => page.findings), ...moved.findings],
    edits: [...pages.flatMap((page) => page.edits), ...joined.edits, ...stitches, ...notes],
  };
}

function readPages(
  { text, parts }: RawText,
  lines: readonly SourceLine[],
  decisions: readonly PlacedDecision[],
): readonly Stretch[] {
  return parts.map(({ start, end }) => {
    const own = lines.filter((line) => start <= line.start && line.start < end);
    return readStretch(text, own, { decisions, isNewspaper: true });
  });
}

function readStretch(text: string, all: readonly SourceLine[], known: Known): Stretch {
  const legend = new Set(legendLines(all));
  const furniture = forceFurniture(all, findFurniture(all), known.decisions);
  const removed = [...legendEdits(all, [...legend]), ...furnitureEdits(all, furniture)];
  const lines = all.filter((_, index) => !furniture.has(index) && !legend.has(index));
  const layout = measureLayout(lines);
  const pageHeads = all.filter(({ text: line }, index) => furniture.has(index) && readPageHead(line)).length;
  const found = findStructure(lines, layout, { pageHeads, isNewspaper: known.isNewspaper });
  const { kind, segments, edits, findings, joins } = forceStructure(found, known.decisions);
  const latin = isEastAsian(text) ? [] : lines.map((line) => line.text);
  const joined = joinSegments(segments, {
    layout,
    habits: learnParagraphs(lines, layout),
    hyphenation: learnHyphenation(latin),
    dashGlue: learnDashGlue(latin),
    lineIsParagraph: layout.measure === undefined && isAozora(text, legend.size > 0),
    gapEnd: makeGapEnd(removed),
    forced: joins,
  });
  markLetters(joined.blocks);
  return { kind, joined, findings, edits: [...removed, ...edits] };
}

/** Where the white space after a line ends: at furniture if some lies before the next line. */
function makeGapEnd(removed: readonly Edit[]): (after: number, before: number) => number {
  const starts = removed.map((edit) => edit.start).sort((a, b) => a - b);
  let next = 0;
  return (after, before) => {
    while ((starts[next] ?? Infinity) < after) next++;
    return Math.min(before, starts[next] ?? Infinity);
  };
}
