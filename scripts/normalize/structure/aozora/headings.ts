import type { Edit } from '../../text/edits.js';
import type { Segment } from '../../text/segments.js';

const depths: Readonly<Record<string, number>> = { 大: 1, 中: 2, 小: 3 };
/** A note that makes its line a heading: behind it (［＃「…」は大見出し］) or around it. */
export const headingNote =
  /［＃「[^」]+」は(?:同行|窓)?(大|中|小)見出し］|［＃(?:同行|窓)?(大|中|小)見出し(?:終わり)?］/u;
const layoutNote =
  /［＃[０-９\d一二三四五六七八九十]+字下げ］|［＃「[^」]+」は(?:同行|窓)?[大中小]見出し］|［＃(?:同行|窓)?[大中小]見出し(?:終わり)?］/gu;

/** Least text of a chapter, in UTF-16 code units (the median counts); shorter ones are sections. */
const leastChapter = 1500;

/**
 * Headings marked by the notes of Aozora Bunko (青空文庫 注記一覧: 見出し). The highest depth that a text
 * has opens chapters, if what stands under its headings is long enough for one; 大見出し always does.
 * The notes of such a line go to the ledger.
 */
export function markAozoraHeadings(segments: readonly Segment[]): readonly Edit[] {
  const found = segments.flatMap((segment) => {
    const note = headingNote.exec(segment.text);
    const depth = depths[note?.[1] ?? note?.[2] ?? ''];
    return depth === undefined ? [] : [{ segment, depth }];
  });
  const top = Math.min(...found.map(({ depth }) => depth));
  const opens = top === 1 || medianLength(found, top, segments) >= leastChapter;
  for (const { segment, depth } of found)
    Object.assign(segment, {
      role: 'heading',
      level: opens ? depth - top + 1 : depth - top + 2,
      opens: opens && depth === top,
      rule: 'chapter-heading',
      confidence: 0.99,
    });
  return found.flatMap(({ segment }) =>
    [...segment.text.matchAll(layoutNote)].map((match) => {
      const start = segment.start + match.index;
      return {
        rule: 'aozora-note',
        confidence: 0.99,
        start,
        end: start + match[0].length,
        after: '',
      } as const;
    }),
  );
}

function medianLength(
  found: readonly { readonly segment: Segment; readonly depth: number }[],
  depth: number,
  segments: readonly Segment[],
): number {
  const starts = found.filter((heading) => heading.depth === depth).map(({ segment }) => segment.start);
  const lengths = starts.map((start, i) => (starts[i + 1] ?? segments.at(-1)?.end ?? start) - start);
  return lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? 0;
}
