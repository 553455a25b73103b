import { endsFully } from '../../text/characters.js';
import type { Edit } from '../../text/edits.js';
import type { Segment } from '../../text/segments.js';
import { piece, splitEdit } from './jump-lines.js';
import { isByline } from './line-forms.js';

const marker =
  /^(?:[①-⑳]|[▲△▼▽◀▶◤◥]|[（(]?[上下左右][图圖](?:[）)：:]|[为為])|[图圖]\s*(?:[一二三四五六七八九十\d]{1,2}[：:\s]|[①-⑳][：:\s]?|[为為]))/u;
const agency =
  '(?:本报|本報|本刊|本网|本社|新华社|新華社|中新社|法新社|路透社|人民网|视觉中国|東方IC|东方IC)';
const person =
  '(?:首席|特约|特派|见习|实习|摄影)*(?:记者|通讯员|見習記者|記者|通訊員|摄影师|实习生|实习记者)';
const work = '(?:摄影报道|摄影|摄|攝影|攝|供图|供圖|提供|制图|製圖|绘图|漫画|文\\/图|图|发)';
/** A credit at the end of a line: who took or drew it. 均 and 以上 let it span several captions. */
const credit = new RegExp(
  `(?:^|[\\s　（(])((?:均|以上|本版)?(?:图片|照片|图)?(?:均?由|为)?(?:${agency}\\s*${person}?|${person})[\\s　]*[\\p{L}·、\\s　]{2,24}?[\\s　]*${work}[）)]?)$`,
  'u',
);
const namedFirst =
  '(?:制图|製圖|摄影|攝影|摄|攝|供图|供圖|绘图|漫画|图表|插图|图片来源|圖片來源|资料来源|资料图片|來源|来源)\\s*[：:／/]\\s*[^。！？]{2,24}';
const creditLine = new RegExp(`^${namedFirst}$`, 'u');
const namedWork = /^[\p{L}·、\s]{2,14}[\s　]*(?:摄影报道|摄影|摄|攝影|攝|供图|供圖|制图|製圖)$/u;
const illustrator =
  /^(?:插图|题图|配图|制图|绘图|摄影|漫画|插圖|題圖|攝影)[\s　]+[\p{Script=Han}\s　]{2,6}$/u;
const archive = /^[（(]?(?:资料图片|資料圖片|资料照片|資料照片|网络图片|AI制图|均?为?资料图)[）)]?$/u;
/** What sets off the credit in a line that is a caption: a gap or brackets. */
const setOff = new RegExp(
  `(?:[\\s　]+(?=((?:均为?|以上)?[^\\s　，。；：]{1,14}(?:供图|供圖|提供|摄影|摄|攝影|攝|制图|製圖)|${namedFirst}|资料图片|資料圖片|资料照片)$)|[\\s　]*(?=([（(][^（）()。]{2,20}(?:摄|攝|供图|供圖|提供|图片|圖片|照片|制图|製圖)[）)])$))`,
  'u',
);

/** Whether a line is nothing but a credit. */
export function isCredit(text: string): boolean {
  if (/^[（(].*[）)]$/.test(text)) return isCredit(text.slice(1, -1));
  return (
    creditLine.test(text) ||
    archive.test(text) ||
    illustrator.test(text) ||
    (credit.exec(text)?.index === 0 && text.length <= 40) ||
    namedWork.test(text)
  );
}

/** Most lines over which captions run on. */
const mostLines = 6;

/** Longest caption that nothing but the credit at its end shows, in characters. */
const longestPlain = 90;

/** Where the credit at the end of a line begins, if a gap or brackets set it off. */
function creditStart(text: string): number | undefined {
  const found = credit.exec(text);
  if (found?.[1] && found.index > 0) {
    const start = text.length - found[1].length;
    return /[（(]$/u.test(text.slice(0, start)) && /[）)]$/u.test(text) ? start - 1 : start;
  }
  const loose = setOff.exec(text);
  const part = loose?.[1] ?? loose?.[2];
  return part && part.length < text.length ? text.length - part.length : undefined;
}

/**
 * Captions with their credits: a run of neighbouring lines that begin with ①, ▲ or 图一 and hold a
 * credit somewhere, and short lines that end in one. Without a credit, ① ② ③ are points of an argument
 * and stay text.
 */
export function markCaptions(segments: readonly Segment[]): { segments: Segment[]; edits: Edit[] } {
  const marked: Segment[] = [];
  const edits: Edit[] = [];
  for (let i = 0; i < segments.length; ) {
    const run = captionRun(segments, i);
    const first = segments[i];
    if (run.length === 0 && first) marked.push(first);
    for (const segment of run) {
      const parts = splitCaption(segment, isTail(segment, segments[i - 1]) ? 'body' : 'caption');
      for (const [k, part] of parts.entries()) {
        const before = parts[k - 1];
        if (before) edits.push(splitEdit('caption-split', 0.9, before, part));
        marked.push(part);
      }
    }
    i += Math.max(1, run.length);
  }
  return { segments: marked, edits };
}

function captionRun(segments: readonly Segment[], from: number): readonly Segment[] {
  let to = from;
  let credited = false;
  for (; to < segments.length; to++) {
    const segment = segments[to];
    if (segment?.role !== 'body' || isByline(segment.text)) break;
    const { text } = segment;
    const hasCredit = isCredit(text) || endsInCredit(text);
    if (!hasCredit && !marker.test(text) && !runsOn(segments, from, to)) break;
    credited ||= hasCredit || /^[图圖][为為]/u.test(text);
  }
  return credited ? segments.slice(from, to) : [];
}

/** Whether a line without a caption's mark is the end of a paragraph that began before it. */
function isTail({ text }: Segment, before: Segment | undefined): boolean {
  if (marker.test(text) || isCredit(text) || before?.role !== 'body' || isByline(before.text)) return false;
  return before.text.length >= 12 && !endsFully(before.text);
}

/** Whether a line ends in a credit that leaves no doubt, or is short and ends in any. */
function endsInCredit(text: string): boolean {
  if (text.length <= longestPlain) return creditStart(text) !== undefined;
  return /[。！？”）)]$/u.test(text.slice(0, credit.exec(text)?.index ?? 0));
}

/** Whether a line goes on with the caption before it, which stopped in mid-sentence. */
function runsOn(segments: readonly Segment[], from: number, index: number): boolean {
  const before = segments[index - 1];
  if (index === from || !before || index - from > mostLines) return false;
  return !endsFully(before.text) && creditStart(before.text) === undefined && !isCredit(before.text);
}

/** A line of captions falls apart before ①–⑳ and before its credit, where a gap stands. */
function splitCaption(segment: Segment, own: 'body' | 'caption'): readonly Segment[] {
  const { text } = segment;
  const cuts = [...text.matchAll(/[\s　]+(?=[①-⑳▲△])|(?<=。)[\s　]*(?=[①-⑳▲△])/gu)].map(({ index }) => index);
  const credited = isCredit(text) ? undefined : creditStart(text);
  if (credited !== undefined) cuts.push(credited);
  const bounds = [0, ...cuts, text.length];
  return bounds.slice(0, -1).map((start, i) => {
    const part = piece(segment, start, bounds[i + 1] ?? start);
    const isLast = i === bounds.length - 2;
    const role = isCredit(part.text) || (isLast && credited !== undefined) ? 'credit' : own;
    return role === 'body'
      ? part
      : ({ ...part, role, rule: 'caption', confidence: 0.9, sameLine: i > 0 } as const);
  });
}
