import type { Edit } from '../text/edits.js';
import type { Segment } from '../text/segments.js';

const depths: Readonly<Record<string, number>> = { 大: 1, 中: 2, 小: 3 };
const headingNote = /［＃「[^」]+」は(大|中|小)見出し］|［＃(大|中|小)見出し］.*?［＃\2見出し終わり］/u;
const layoutNote =
  /［＃[０-９\d一二三四五六七八九十]+字下げ］|［＃「[^」]+」は[大中小]見出し］|［＃[大中小]見出し(?:終わり)?］/gu;

/**
 * Headings marked by the notes of Aozora Bunko (青空文庫 注記一覧: 見出し). 大見出し opens a chapter,
 * 中 and 小 are sections in it. The notes of such a line go to the ledger; others stay in the text.
 */
export function markAozoraHeadings(segments: readonly Segment[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const segment of segments) {
    const note = headingNote.exec(segment.text);
    const depth = depths[note?.[1] ?? note?.[2] ?? ''];
    if (depth === undefined) continue;
    Object.assign(segment, {
      role: 'heading',
      level: depth,
      opens: depth === 1,
      rule: 'chapter-heading',
      confidence: 0.99,
    });
    for (const match of segment.text.matchAll(layoutNote)) {
      const start = segment.start + match.index;
      edits.push({ rule: 'aozora-note', confidence: 0.99, start, end: start + match[0].length, after: '' });
    }
  }
  return edits;
}
