import type { SourceLine } from '../text/source-lines.js';

const paper =
  '[\\p{Script=Han}]{2,8}(?:日报|晚报|晨报|时报|商报|周报|周刊|都市报|青年报|日報|晚報|時報|周報)';
const date =
  '(?:[12]\\d{3}|[〇○零一二三四五六七八九]{4})\\s*[年./-]\\s*[\\d一二三四五六七八九十]{1,3}\\s*[月./-]\\s*[\\d一二三四五六七八九十]{1,3}\\s*日?';
const day = '(?:星期|周|週|礼拜)[一二三四五六日天]';
const page = '(?:第?\\s*[A-Z]?\\s*[\\d一二三四五六七八九十]{1,3}\\s*版|[A-Z]\\d{1,2})';
const token = new RegExp(`${paper}|${date}|${day}|${page}`, 'gu');

/** Longest line at the head of a page, in characters, and longest name of a section beside its tokens. */
const [longest, longestSection] = [48, 12];

const staff =
  /^(?:(?:本版)?(?:责任编辑|責任編輯|责编|本版编辑|版面编辑|版式(?:设计)?|版面设计|美术编辑|美编|校对|校對|组版|值班(?:总编|主任|编辑)|本期编辑|视觉设计)[\s　]*[：:／/][\s　]*[\p{L}·\s　、，]{2,16}[\s　]*)+$/u;

/**
 * Lines at the head or foot of a newspaper page: the paper's name, date, weekday and page, two of them
 * at least and little else; and who edited and set the page.
 */
export function newspaperFurniture(lines: readonly SourceLine[]): readonly number[] {
  return lines.flatMap(({ text }, index) => (isPageHead(text) || staff.test(text) ? [index] : []));
}

function isPageHead(text: string): boolean {
  if (text.length > longest || /[，。；！？（()）“”]/u.test(text)) return false;
  const tokens = text.match(token) ?? [];
  const rest = text.replace(token, '').replace(/[\s　|｜·:：/／-]+/gu, '');
  const kinds = new Set(tokens.map(kindOf));
  return kinds.size >= 2 && rest.length <= longestSection;
}

function kindOf(text: string): string {
  if (new RegExp(`^${day}$`, 'u').test(text)) return 'day';
  if (new RegExp(`^${page}$`, 'u').test(text)) return 'page';
  return /\d|年/.test(text) ? 'date' : 'paper';
}
