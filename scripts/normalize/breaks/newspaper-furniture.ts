import type { SourceLine } from '../text/source-lines.js';

const numeral = '[\\d一二三四五六七八九十]';
/** What the head of a page is made of; each kind stands there once. */
const kinds = {
  paper:
    /\p{Script=Han}{1,8}?(?:日报|晚报|晨报|早报|晚刊|晨刊|时报|商报|周报|周刊|月刊|双月刊|季刊|都市报|青年报|校报|日報|晚報|晨報|早報|時報|商報|周報|週報|週刊|周刊)(?!\p{Script=Han}{3})/u,
  date: new RegExp(
    `(?:[12]\\d{3}|[〇○零一二三四五六七八九]{4}|(?:中華)?民[国國]${numeral}{1,3})\\s*(?:年\\s*${numeral}{1,3}\\s*月(?:\\s*${numeral}{1,3}\\s*日)?|[./·-]\\s*\\d{1,2}(?:[./·-]\\s*\\d{1,2})?)(?:\\s*(?:出版|刊))?`,
    'u',
  ),
  day: /(?:星期|周|週|礼拜|禮拜)[一二三四五六日天](?!\p{Script=Han})/u,
  issue: /(?:总第?|總第?|第)\s*[\d一二三四五六七八九十〇零百]{1,6}\s*(?:期|号|號)/u,
  serial:
    /(?:国内统一(?:连续)?(?:出版物号|刊号)|邮发代号|CN|ISSN)[\s　:：]*(?:CN|ISSN)?[\s　]*\d{2,4}[-—]\d{3,4}X?/u,
  page: new RegExp(
    `第?\\s*[A-Z]?\\s*${numeral}{1,3}\\s*版(?!\\p{Script=Han}{2})|(?<![\\p{L}\\d])[A-Z]\\d{1,2}(?![\\p{Script=Latin}\\d])`,
    'u',
  ),
} as const;
/** A number alone names the page where it stands first or last. */
const bareNumber = /^\d{1,3}(?=$|[\s　|｜·])|(?<=[\s　|｜·])\d{1,3}$|(?<=[\s　|｜])\d{1,3}(?=[\s　|｜])/u;

const desk =
  '(?:本版|本期|今日|值班)?(?:责任编辑|責任編輯|责编|責編|执行编辑|编辑|編輯|版面编辑|版式设计|版式|版面设计|版面|美术编辑|美術編輯|美编|美編|校对|校對|组版|组稿|总编|主任|主编|主編|视觉设计|视觉|图编|制版|审读|终审|值班编委)';
const person = '\\p{Script=Han}(?:[ 　]?\\p{Script=Han}){1,3}';
const staffPair = new RegExp(
  `${desk}[\\s　]*[：:／/|｜]?[\\s　]*${person}(?:[、，][\\s　]*${person})*(?=$|[\\s　|｜])`,
  'gu',
);
const contact =
  /(?:热线|熱線|电话|電話|邮箱|郵箱|传真|网址|網址|邮编|邮政编码|地址|E-?mail)[\s　]*[：:]?[\s　]*[\x21-\x7e（）]+/giu;

/** Longest line at the head of a page, and the longest name of a section or paper beside its parts, in characters. */
const [longest, longestSection] = [80, 12];

/** What the head of a newspaper page says. */
export interface PageHead {
  /** The page, as it is written: 第3版, A8, 2. */
  readonly page?: string;
}

/**
 * Reads a line at the head or foot of a newspaper page: the paper's name, date, weekday, issue and page,
 * two of them at least, and little else but a section and who edited it.
 */
export function readPageHead(text: string): PageHead | undefined {
  if (text.length > longest || /[，。；！？“”]/u.test(text) || jump.test(text)) return undefined;
  let rest = text.replace(contact, ' ').replace(staffPair, ' ');
  const found: Partial<Record<keyof typeof kinds, string>> = {};
  for (const [kind, pattern] of Object.entries(kinds) as [keyof typeof kinds, RegExp][]) {
    const match = pattern.exec(rest);
    if (!match) continue;
    found[kind] = match[0];
    rest = `${rest.slice(0, match.index)}\u3000${rest.slice(match.index + match[0].length)}`;
  }
  if (found.page === undefined) {
    const match = bareNumber.exec(rest.trim());
    if (match) {
      found.page = match[0];
      rest = rest.replace(match[0], ' ');
    }
  }
  const left = rest.replace(/[\s　|｜·•:：/／-]+/gu, '');
  if (Object.keys(found).length < 2 || left.length > longestSection || /[（(）)]/u.test(left))
    return undefined;
  return found.page === undefined ? {} : { page: found.page };
}

const jump = /[上下紧緊][接转轉]/u;

/** Whether a line says who edited and set the page, how to reach them, and nothing else. */
function isImprint(text: string): boolean {
  if (text.length > longest) return false;
  const rest = text.replace(staffPair, ' ');
  return rest !== text && rest.replace(contact, '').replace(/本刊|本报|本報|[\s　|｜:：/／]/gu, '') === '';
}

/** The lines that are heads or feet of newspaper pages, by index. */
export function newspaperFurniture(lines: readonly SourceLine[]): readonly number[] {
  return lines.flatMap(({ text }, index) => (readPageHead(text) || isImprint(text) ? [index] : []));
}
