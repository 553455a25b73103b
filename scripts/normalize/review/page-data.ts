import { localize } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { ReviewWithText } from './make-review.js';
import type { Review, ReviewBlock, ReviewItem } from './review.js';

/** A diagnostic in both languages, as the page shows it. */
export interface PageNote {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly en: readonly [message: string, hint: string];
  readonly zh: readonly [message: string, hint: string];
  /** `file:line`, as the user would type it. */
  readonly place?: string;
}

/** What the page knows of a text: the review with its notes in both languages. */
export interface PageReview extends Omit<Review, 'chapters' | 'items' | 'stale'> {
  readonly items: readonly (Omit<ReviewItem, 'flags'> & { readonly flags: readonly PageNote[] })[];
  readonly chapters: readonly (Omit<Review['chapters'][number], 'odd'> & {
    readonly odd: readonly PageNote[];
  })[];
  readonly stale: readonly {
    readonly decision: Review['stale'][number]['decision'];
    readonly note: PageNote;
  }[];
  /** What the offsets of the page count in; other bytes have another. */
  readonly source: string;
}

/** Words of the page by language and key. */
export type PageWords = Readonly<Record<'en' | 'zh', Readonly<Record<string, string>>>>;

/** Most places shown of a change that no one doubts, before they are asked for. */
const mostPlaces = 40;

/** Most text, in bytes of UTF-8, that a page without a server carries to be read. */
const mostText = 2_000_000;

export function pageReview({ review, source }: ReviewWithText): PageReview {
  return {
    ...review,
    source,
    items: review.items.map((item) => ({
      ...item,
      flags: item.flags.map(toNote),
      places: item.state === 'changed' ? item.places.slice(0, mostPlaces) : item.places,
    })),
    chapters: review.chapters.map((chapter) => ({ ...chapter, odd: chapter.odd.map(toNote) })),
    stale: review.stale.map(({ decision, diagnostic }) => ({ decision, note: toNote(diagnostic) })),
  };
}

export function toNote(diagnostic: Diagnostic): PageNote {
  const { place } = diagnostic;
  const [en, zh] = [localize(diagnostic, 'en'), localize(diagnostic, 'zh-CN')];
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    en: [en.message, en.hint ?? ''],
    zh: [zh.message, zh.hint ?? ''],
    ...(place && { place: place.line === undefined ? place.file : `${place.file}:${place.line}` }),
  };
}

/** The chapters to read, or nothing where they are too long for a page without a server. */
export function pageText({
  review,
  blocksOf,
  bytes,
}: ReviewWithText): readonly (readonly ReviewBlock[])[] | undefined {
  return bytes > mostText ? undefined : review.chapters.map((_, index) => blocksOf(index));
}
