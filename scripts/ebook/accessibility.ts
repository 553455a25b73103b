import type { ChapterFacts } from './adapt-chapter.js';
import type { Words } from './words.js';

/**
 * What the package says of the book's accessibility (EPUB Accessibility 1.1, section 2; the terms of schema.org),
 * counted from the book. Conformance to WCAG is a claim for the publisher to make, so it is not made here.
 */
export interface AccessibilityMetadata {
  readonly modes: readonly string[];
  /** Each is one set of modes that suffices for reading all of the book. */
  readonly sufficient: readonly string[];
  readonly features: readonly string[];
  readonly hazards: readonly string[];
  readonly summary: string;
}

/** What the book holds beyond its chapters' facts. */
export interface AccessibilityFacts {
  readonly chapters: readonly ChapterFacts[];
  readonly hasPageList: boolean;
  /** Some picture may move: GIF cannot be told from its name to be still. */
  readonly mayMove: boolean;
}

/** `summary` is the publisher's own, if there is one. */
export function describeAccessibility(
  facts: AccessibilityFacts,
  words: Words,
  summary?: string,
): AccessibilityMetadata {
  const pictures = sum(facts.chapters, (chapter) => chapter.pictures);
  const described = sum(facts.chapters, (chapter) => chapter.describedPictures);
  const svg = facts.chapters.some((chapter) => chapter.svg);
  const mathematics = facts.chapters.some((chapter) => chapter.mathematics);
  const ruby = facts.chapters.some((chapter) => chapter.ruby);
  const visual = pictures > 0 || svg;
  const allDescribed = pictures === described && !svg;
  return {
    modes: visual ? ['textual', 'visual'] : ['textual'],
    sufficient: [...(visual ? ['textual,visual'] : []), ...(allDescribed ? ['textual'] : [])],
    features: [
      ...(pictures > 0 && allDescribed ? ['alternativeText'] : []),
      'displayTransformability',
      ...(mathematics ? ['MathML'] : []),
      ...(facts.hasPageList ? ['pageBreakMarkers', 'pageNavigation'] : []),
      'readingOrder',
      ...(ruby ? ['rubyAnnotations'] : []),
      'structuralNavigation',
      'tableOfContents',
      'unlocked',
    ],
    hazards: [facts.mayMove ? 'unknown' : 'none'],
    summary:
      summary ??
      counted([
        words.reflowable,
        visual && (allDescribed ? words.described : words.undescribed),
        mathematics && words.mathematics,
        ruby && words.ruby,
        facts.hasPageList && words.pageNumbers,
      ]),
  };
}

/** Sentences as their script joins them. */
function counted(sentences: readonly (string | false)[]): string {
  const told = sentences.filter((sentence) => typeof sentence === 'string');
  return told.join(told.some((sentence) => sentence.endsWith('。')) ? '' : ' ');
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}
