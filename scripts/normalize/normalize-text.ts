import type { LoadedRule } from '../model/extension.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import { blockText } from './breaks/block-text.js';
import type { Block, Joined } from './breaks/blocks.js';
import { type ChapterLine, trimmed } from './chapters/chapter-lines.js';
import { writeChapter } from './chapters/markdown.js';
import { isMarkdown, markdownChapters } from './chapters/markdown-chapters.js';
import { type ChapterPlan, firstOf } from './chapters/plan-chapters.js';
import type { Decision } from './decisions/decision.js';
import { forceCharacters, makeAnswered, makeLineAnswered } from './decisions/force-characters.js';
import { resolveDecisions } from './decisions/resolve-decisions.js';
import { type RawFile, type RawText, readRawText } from './encoding/raw-text.js';
import { findings as findingsOf } from './ledger/findings.js';
import type { NormalizedChapter, NormalizedText, Page } from './ledger/normalized-text.js';
import { fullwidthEdits, markHabits } from './marks/fullwidth-marks.js';
import { decideGaps, type GapDecision, makePhraseFinder } from './marks/gaps.js';
import { makeSlipFinder, type Slip } from './marks/ocr-slips.js';
import { findStrayForms } from './marks/stray-forms.js';
import { controlEdits } from './marks/unresolved.js';
import { hasRuby, rubyEdits } from './structure/aozora/ruby.js';
import { signedDate } from './structure/sign-off.js';
import { takeApart } from './take-apart.js';
import { isEastAsian } from './text/characters.js';
import { type Edit, inOrder, makeEditedReader } from './text/edits.js';
import { detectLanguage } from './text/language.js';
import { withOwnEdits } from './text/own-edits.js';
import { readLines } from './text/source-lines.js';

export interface NormalizeOptions {
  /** What the text is called where it shows no title of its own; default: the first file's name. */
  readonly name?: string;
  /** WHATWG label that overrides detection. */
  readonly encoding?: string;
  /** What an editor decided; it wins over every rule. */
  readonly decisions?: readonly Decision[];
  /** The book's own rules. */
  readonly rules?: readonly LoadedRule[];
}

/**
 * Turns the bytes of a raw text, one file or several in reading order, into Markdown chapters. Pure:
 * the same bytes give the same result.
 * Errors: those of `decode`. Warnings name what a person must resolve.
 */
export function normalizeText(
  files: readonly RawFile[],
  options: NormalizeOptions = {},
): Outcome<NormalizedText> {
  const read = readRawText(files, options.encoding);
  if (!read.value) return failure(read.diagnostics);
  const { text, parts } = read.value;
  if (isMarkdown(parts)) return success(asItStands(read.value, options.name), read.diagnostics);
  const language = detectLanguage(text);
  const lines = readLines(text, isEastAsian(text));
  const resolved = resolveDecisions(text, options.decisions ?? []);
  const page = takeApart(read.value, lines, resolved.placed);
  const strays = findStrayForms(text, language);
  const characters = decideCharacters(text, page.joined, language);
  const found = [...page.edits, ...characters.edits, ...strays.edits, ...controlEdits(text)];
  const all = withOwnEdits(found, text, language, options.rules ?? []);
  if (!all.value) return failure([...read.diagnostics, ...all.diagnostics]);
  const edits = inOrder(forceCharacters(all.value, resolved.placed));
  const fallbackTitle = options.name ?? withoutEnding(files[0]?.name ?? '');
  const chapters = writeChapters(page.plans, { text, edits, title: fallbackTitle });
  const { decisions, flags, told } = findingsOf({
    ...page,
    text,
    parts,
    chapters,
    gaps: characters.gaps,
    slips: characters.slips,
    strays,
    answered: makeAnswered(resolved.placed),
    lineAnswered: makeLineAnswered(resolved.placed),
  });
  return success(
    {
      kind: page.kind,
      text,
      parts,
      language,
      chapters,
      title: titleOf(page, chapters),
      fallbackTitle,
      edits,
      decisions,
      flags,
      followed: resolved.placed,
      stale: resolved.stale,
      ...dateOf(page.joined.blocks),
    },
    [...read.diagnostics, ...told],
  );
}

/** Markdown is a book already: its chapters are cut, and nothing is changed. */
function asItStands(raw: RawText, name: string | undefined): NormalizedText {
  const chapters = markdownChapters(raw);
  return {
    ...raw,
    kind: 'markdown',
    language: detectLanguage(raw.text),
    chapters,
    title: chapters.find(({ heading }) => heading !== undefined)?.heading,
    fallbackTitle: name ?? withoutEnding(raw.parts[0]?.name ?? ''),
    edits: [],
    decisions: [],
    flags: [],
    followed: [],
    stale: [],
  };
}

function withoutEnding(name: string): string {
  return name.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}

interface Characters {
  readonly edits: readonly Edit[];
  readonly gaps: readonly GapDecision[];
  readonly slips: readonly Slip[];
}

/** Marks, spaces and slips of Chinese text, block by block; the ruby of Japanese text. */
function decideCharacters(text: string, joined: Joined, language: string): Characters {
  if (language === 'ja') return { edits: hasRuby(text) ? rubyEdits(text) : [], gaps: [], slips: [] };
  if (!language.startsWith('zh')) return { edits: [], gaps: [], slips: [] };
  const glue = new Map(joined.edits.map((edit) => [edit.start, edit.after]));
  const standsElsewhere = makePhraseFinder(text);
  const habits = markHabits(text);
  const edits: Edit[] = [];
  const gaps: GapDecision[] = [];
  const slips: Slip[] = [];
  const findSlips = makeSlipFinder(text, habits);
  for (const [i, block] of joined.blocks.entries()) {
    const joinedText = blockText(block, (offset) => glue.get(offset) ?? '');
    const decided = decideGaps(joinedText, firstOf(block)?.role ?? 'body', standsElsewhere);
    gaps.push(...decided.decisions);
    for (const edit of [...fullwidthEdits(joinedText, habits), ...decided.edits]) edits.push(edit);
    for (const slip of findSlips(joinedText, firstOf(joined.blocks[i + 1])?.text ?? '')) slips.push(slip);
  }
  return { edits, gaps, slips };
}

interface WriteContext {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly title: string;
}

function writeChapters(
  plans: readonly ChapterPlan[],
  { text, edits, title }: WriteContext,
): readonly NormalizedChapter[] {
  const read = makeEditedReader(text, edits);
  const lineOf = (block: Block): ChapterLine => {
    const { role = 'body', level, stanza, way } = firstOf(block) ?? {};
    return {
      role,
      ...(way !== undefined && { way }),
      ...(level !== undefined && { level }),
      ...(stanza === true && { stanza }),
      pieces: [block, ...(block.rest ?? [])].flatMap(({ start, end }) => trimmed(read(start, end))),
    };
  };
  const digits = Math.max(2, String(plans.length).length);
  return plans.map((plan, i) => {
    const { markdown, heading, continuedFrom, continuedOn } = writeChapter(plan.blocks.map(lineOf), title);
    return {
      fileName: `${String(i + 1).padStart(digits, '0')}-${plan.slug}.md`,
      heading,
      markdown,
      ranges: plan.ranges,
      paragraphs: plan.blocks.filter((block) => firstOf(block)?.role === 'body').length,
      joins: plan.blocks.reduce((sum, block) => sum + block.segments.length - 1, 0),
      ...(continuedFrom !== undefined && { continuedFrom }),
      ...(continuedOn !== undefined && { continuedOn }),
    };
  });
}

function titleOf({ kind, plans }: Page, chapters: readonly NormalizedChapter[]): string | undefined {
  if (kind !== 'book') return chapters.find(({ heading }) => heading !== undefined)?.heading;
  return firstOf(plans[0]?.blocks[0])?.rule === 'title-line' ? chapters[0]?.heading : undefined;
}

function dateOf(blocks: readonly Block[]): { signedDate?: string } {
  const dates = new Set(
    blocks.flatMap((block) =>
      firstOf(block)?.role === 'signoff' ? (signedDate(firstOf(block)?.text ?? '') ?? []) : [],
    ),
  );
  const [date] = dates;
  return dates.size === 1 && date !== undefined ? { signedDate: date } : {};
}
