import type { Block } from '../breaks/blocks.js';
import type { ChapterRange } from '../text/edits.js';
import { chineseNumeral, numeralValue } from '../text/numerals.js';
import type { Segment } from '../text/segments.js';

/** A chapter as a run of blocks, before it has a name. */
export interface ChapterParts {
  readonly blocks: readonly Block[];
  /** The source ranges of the blocks, in reading order; those of all chapters tile the source. */
  readonly ranges: readonly [ChapterRange, ...ChapterRange[]];
}

/** A chapter with an ASCII name that says what it is. */
export interface ChapterPlan extends ChapterParts {
  readonly slug: string;
}

/**
 * Cuts the blocks of a text of `length` code units into chapters where a heading opens one; what stands
 * before the first is front matter.
 */
export function cutChapters(blocks: readonly Block[], length: number): readonly ChapterParts[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    if (!group || firstOf(block)?.opens) groups.push([block]);
    else group.push(block);
  }
  return groups.map((group, index) => {
    const start = index === 0 ? 0 : (group[0]?.start ?? 0);
    return { blocks: group, ranges: [{ start, end: groups[index + 1]?.[0]?.start ?? length }] };
  });
}

/** Gives each chapter its name; equal ones are counted. */
export function nameChapters(
  chapters: readonly ChapterParts[],
  kind: 'book' | 'newspaper' | 'plain',
): readonly ChapterPlan[] {
  const slugs = new Map<string, number>();
  return chapters.map((chapter, index) => {
    const slug = slugOf(chapter.blocks, index, chapters.length === 1 ? 'plain' : kind);
    const repeat = (slugs.get(slug) ?? 0) + 1;
    slugs.set(slug, repeat);
    return { ...chapter, slug: repeat > 1 ? `${slug}-${repeat}` : slug };
  });
}

export function firstOf(block: Block | undefined): Segment | undefined {
  return block?.segments[0];
}

const named: readonly (readonly [RegExp, string])[] = [
  [/^(?:楔子|引子|prologue)/i, 'prologue'],
  [/^(?:序|自序|代序|preface|foreword)/i, 'preface'],
  [/^(?:前言|引言|绪论|緒論|introduction)/i, 'introduction'],
  [/^(?:尾声|尾聲|终章|終章|epilogue|conclusion)/i, 'epilogue'],
  [/^(?:后记|後記|跋|afterword)/i, 'afterword'],
  [/^(?:附录|附錄|appendix)/i, 'appendix'],
];

/** An ASCII name that says what a chapter is: `chapter-3`, `volume-1`, `article-2`, `preface`. */
function slugOf(blocks: readonly Block[], index: number, kind: string): string {
  if (kind === 'newspaper') return `article-${index + 1}`;
  const heading = firstOf(blocks[0]);
  if (!heading?.opens) return index === 0 && kind === 'book' ? 'front' : 'text';
  const special = named.find(([pattern]) => pattern.test(heading.text));
  if (special) return special[1];
  if (heading.rule === 'title-line') return kind === 'book' ? 'title' : 'text';
  return numberedSlug(heading.text) ?? `chapter-${index + 1}`;
}

const numbered = new RegExp(
  `^(?:第\\s*([${chineseNumeral}0-9０-９]+)\\s*([部卷集篇编編辑])?|卷\\s*([${chineseNumeral}0-9０-９]+)|(part|book|volume|act)?(?:chapter|canto|letter|stave)?\\s*([ivxlcdm]+\\b|\\d+|[a-z]+(?:-[a-z]+)?)\\b)`,
  'iu',
);

function numberedSlug(text: string): string | undefined {
  const match = numbered.exec(text);
  const number = numeralValue(match?.[1] ?? match?.[3] ?? match?.[5] ?? '');
  if (number === undefined) return undefined;
  return `${match?.[2] || match?.[3] || match?.[4] ? 'volume' : 'chapter'}-${number}`;
}
