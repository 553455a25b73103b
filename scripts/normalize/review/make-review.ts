import { sha256 } from '../../files/read.js';
import { makeAnswered, makeLineAnswered } from '../decisions/force-characters.js';
import { staleDiagnostic } from '../decisions/resolve-decisions.js';
import type { NormalizedChapter, NormalizedText } from '../ledger/normalized-text.js';
import { chapterTable } from './chapter-table.js';
import { decidedSpots } from './decided-spots.js';
import { decisionSpots } from './decision-spots.js';
import { editSpots } from './edit-spots.js';
import { withFlags } from './flag-spots.js';
import { layOutItems } from './lay-out-items.js';
import { lineChoices } from './outcomes.js';
import { readPrint } from './printed-text.js';
import { makeBlocks } from './reading-blocks.js';
import type { Review, ReviewBlock, ReviewItem } from './review.js';
import type { Reviewed, Spot } from './spot.js';

/** A review, and the chapters to read it in, each made when it is asked for. */
export interface ReviewWithText {
  readonly review: Review;
  /** Hex SHA-256 of the decoded text, which the offsets count in. */
  readonly source: string;
  /** Length of the text in bytes of UTF-8. */
  readonly bytes: number;
  /** The blocks of a chapter by its index; none where there is no such chapter. */
  readonly blocksOf: (chapter: number) => readonly ReviewBlock[];
}

/** What a review calls things by. */
export interface ReviewNames {
  /** Name of the raw text in `source/`. */
  readonly file: string;
  /** The decisions file beside it, as the user would type it. */
  readonly decisionsFile: string;
  /** The chapters' files, inside the book's folder. */
  readonly chapters: readonly string[];
}

/** Makes the review of a normalized text. Pure: the same text gives the same review. */
export function makeReview(
  text: NormalizedText,
  { file, decisionsFile, chapters }: ReviewNames,
): ReviewWithText {
  const reviewed: Reviewed = { text, print: readPrint(text.text, text.edits) };
  const items = [...layOutItems(allSpots(reviewed), reviewed)].sort(byDoubt);
  const blocksOf = makeBlocks(reviewed);
  const edits: Record<string, number> = {};
  for (const { rule } of text.edits) edits[rule] = (edits[rule] ?? 0) + 1;
  const count = (state: ReviewItem['state']): number =>
    items.filter((item) => item.state === state).reduce((sum, item) => sum + item.count, 0);
  return {
    review: {
      file,
      title: text.title ?? text.fallbackTitle,
      kind: text.kind,
      encodings: [...new Set(text.parts.map(({ encoding }) => encoding))],
      language: text.language,
      items,
      lineChoices: text.kind === 'markdown' ? [] : lineChoices,
      chapters: chapterTable({ text, blocksOf, items, files: chapters }),
      stale: text.stale.map((one) => ({
        decision: one.decision,
        diagnostic: staleDiagnostic(one, decisionsFile),
      })),
      edits,
      figures: { open: count('open'), decided: count('decided') },
    },
    source: sha256(text.text),
    bytes: Buffer.byteLength(text.text),
    blocksOf: (index) => {
      const chapter: NormalizedChapter | undefined = text.chapters[index];
      return chapter ? blocksOf(chapter) : [];
    },
  };
}

/** What is open and what changed, less what an editor has decided, then the editor's own. */
function allSpots(reviewed: Reviewed): readonly Spot[] {
  const { followed } = reviewed.text;
  const [answered, lineAnswered] = [makeAnswered(followed), makeLineAnswered(followed)];
  const found = withFlags([...editSpots(reviewed), ...decisionSpots(reviewed)], reviewed);
  const left = found.filter(({ kind, start, anchor, lineAnchor }) => {
    const line = lineAnchor ?? anchor;
    if (kind === 'characters' && answered(start)) return false;
    return typeof line !== 'number' || !lineAnswered(line);
  });
  return [...left, ...decidedSpots(reviewed)];
}

const order = { open: 0, decided: 1, changed: 2 } as const;

/** What is open comes by doubt, all else in the order of the text. */
function byDoubt(a: ReviewItem, b: ReviewItem): number {
  const state = order[a.state] - order[b.state];
  const doubt = a.state === 'open' && b.state === 'open' ? a.confidence - b.confidence : 0;
  return state || doubt || (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0);
}
