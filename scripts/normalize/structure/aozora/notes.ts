import type { Edit } from '../../text/edits.js';
import type { Segment } from '../../text/segments.js';
import { headingNote } from './headings.js';

const note = /［＃([^［］]*(?:［[^［］]*］[^［］]*)*)］/gu;

/** Notes that speak of layout or of the source edition; they leave the text for the ledger. */
const silent =
  /^(?:.{0,12}字下げ.*|.{0,12}字詰め.*|ここ(?:から|で).*|.*改(?:ページ|丁|段|見開き).*|地付き.*|地から.*|.*左右中央.*|.*本文終わり.*|[「『].*は(?:、)?底本では.*|ルビの.*は(?:、)?底本では.*|.*はママ)$/u;

/** Notes that set the words before them: the words, and what Markdown has for it. */
const styles: readonly (readonly [pattern: RegExp, open: string, close: string])[] = [
  [
    /^「(.+)」に(?:[白黒]?(?:丸|ゴマ|三角|四角)?傍点|白ゴマ傍点|丸傍点|二重丸傍点|蛇の目傍点|ばつ傍点)$/u,
    '*',
    '*',
  ],
  [/^「(.+)」は太字$/u, '**', '**'],
  [/^「(.+)」は下付き小文字$/u, '<sub>', '</sub>'],
  [/^「(.+)」は上付き小文字$/u, '<sup>', '</sup>'],
];

/**
 * The notes ［＃…］ of a line (青空文庫 注記一覧). 傍点 and its likes become Markdown, notes of layout and
 * of the source edition go to the ledger, lines set to the foot are sign-offs; others stay in the text,
 * and so do the descriptions of characters (※［＃…］).
 */
export function markNotes(segments: readonly Segment[]): readonly Edit[] {
  return segments.flatMap((segment) => (segment.text.includes('［＃') ? markLine(segment) : []));
}

function markLine(segment: Segment): readonly Edit[] {
  const edits = noteEdits(segment);
  const silenced = edits.reduce(
    (sum, { start, end, rule }) => sum + (rule === 'aozora-note' ? end - start : 0),
    0,
  );
  // A line of nothing else is no part of a paragraph.
  if (segment.role === 'body' && silenced === segment.text.length) segment.role = 'break';
  return edits;
}

function noteEdits(segment: Segment): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of segment.text.matchAll(note)) {
    const content = match[1] ?? '';
    const start = segment.start + match.index;
    const end = start + match[0].length;
    if (segment.text.charAt(match.index - 1) === '※' || headingNote.test(match[0])) continue;
    const styled = styleEdits(segment, match.index, content, { start, end });
    edits.push(...styled);
    if (styled.length === 0 && silent.test(content))
      edits.push({ rule: 'aozora-note', confidence: 0.97, start, end, after: '' });
    if (/^地(?:付き|から)/u.test(content) && match.index === 0 && segment.role === 'body')
      Object.assign(segment, { role: 'signoff', rule: 'sign-off', confidence: 0.8 });
  }
  return edits;
}

function styleEdits(
  segment: Segment,
  index: number,
  content: string,
  { start, end }: { readonly start: number; readonly end: number },
): readonly Edit[] {
  for (const [pattern, open, close] of styles) {
    const words = pattern.exec(content)?.[1];
    const at = words === undefined ? undefined : startOf(segment.text.slice(0, index), words);
    if (at === undefined) continue;
    const from = segment.start + at;
    return [
      { rule: 'aozora-emphasis', confidence: 0.95, start: from, end: from, after: open, markup: true },
      { rule: 'aozora-emphasis', confidence: 0.95, start, end, after: close, markup: true },
    ];
  }
  return [];
}

/** Where words begin that end right where a text ends; readings between them are passed over. */
function startOf(text: string, words: string): number | undefined {
  let at = text.length;
  for (const char of [...words].reverse()) {
    if (text.charAt(at - 1) === '》') at = text.lastIndexOf('《', at - 1);
    if (at < 0 || !text.slice(0, at).endsWith(char)) return undefined;
    at -= char.length;
  }
  return text.charAt(at - 1) === '｜' ? at - 1 : at;
}
