import type { PageDesign } from '../page-design.js';
import { isBodyText, type PageLines } from '../paragraphs.js';
import type { Fault, Rule } from '../rule.js';
import type { TextLine } from '../text-line.js';

/** 孤行 (CLREQ 3.4.4): a paragraph's first line alone at a page's foot, or its last alone at the next page's head. */
export const loneLines: Rule = {
  kind: 'lone-line',
  find: ({ paragraphs }) =>
    paragraphs.flatMap(({ lines }): readonly Fault[] => {
      const sheets = lines.map(({ line }) => line.sheet);
      const [first, last] = [lines[0]?.line, lines.at(-1)?.line];
      if (!first || !last || lines.length < 2) return [];
      const faults: Fault[] = [];
      if (sheets[0] !== sheets[1]) faults.push({ line: first, amount: 1 });
      if (sheets.at(-1) !== sheets.at(-2)) faults.push({ line: last, amount: 1 });
      return faults;
    }),
  among: ({ paragraphs }) =>
    paragraphs.filter(({ lines }) => lines[0]?.line.sheet !== lines.at(-1)?.line.sheet).length,
};

/** CLREQ 4.1.3: a heading with no text below it on its page. Where it stands high, the page is a part's title. */
export const headingsAtFoot: Rule = {
  kind: 'heading-at-foot',
  find: ({ design, pages }) =>
    pages.slice(0, -1).flatMap(({ text, notes }, index): readonly Fault[] => {
      const last = text.at(-1);
      if (!last || notes.length > 0 || !isHeading(last, text, design)) return [];
      const goesOn = (pages[index + 1]?.text.length ?? 0) > 0;
      const isLow = last.y > design.first + 0.6 * (design.last - design.first);
      return goesOn && isLow ? [{ line: last, amount: 1 }] : [];
    }),
  among: ({ pages }) => pages.length,
};

/** Larger than body text, or in its bold and set apart from the line before. */
function isHeading(line: TextLine, page: readonly TextLine[], design: PageDesign): boolean {
  if (line.size > design.size * 1.04) return true;
  if (!isBold(line) || isBodyText(line, design)) return false;
  const before = page[page.indexOf(line) - 1];
  return before === undefined || line.y - before.y > 1.2 * design.line;
}

function isBold({ chineseFont, latinFont }: TextLine): boolean {
  return /bold|black|heavy|semibold|medium/i.test(chineseFont ?? latinFont ?? '');
}

/**
 * Pages that end before the foot though what comes next would have fitted. A page may lack a line or two where
 * a paragraph cannot be parted (two lines of it stay on either side), more before a heading that keeps its text.
 */
export const shortPages: Rule = {
  kind: 'short-page',
  find: (setting) => {
    const { design, pages } = setting;
    const lengths = new Map(setting.paragraphs.map(({ lines }) => [lines[0]?.line, lines.length]));
    return pages.slice(0, -1).flatMap((page, index): readonly Fault[] => {
      const next = pages[index + 1];
      const last = page.notes.at(-1) ?? page.text.at(-1);
      if (!next || !last || !isTextPage(page, design) || opens(next, design)) return [];
      const missing = Math.round((design.last - last.y) / design.line);
      return missing >= roomFor(last, next, lengths, design) ? [{ line: last, amount: missing }] : [];
    });
  },
  among: ({ design, pages }) => pages.filter((page) => isTextPage(page, design)).length,
};

/** Lines of a paragraph that stay together at a page's end. */
const kept = 2;
/** A heading's own space, at most, and the text that keeps to it, lines. */
const headingSpace = 2 + kept + 1;

/** How many lines a page needed to take in the start of what stands on the next; `last` is its last line. */
function roomFor(
  last: TextLine,
  next: PageLines,
  lengths: ReadonlyMap<TextLine | undefined, number>,
  design: PageDesign,
): number {
  const [first] = next.text;
  const length = lengths.get(first);
  // The middle of a paragraph: one line more would have left one alone.
  if (!first || length === undefined) return kept;
  if (isHeading(first, next.text, design)) return length + headingSpace;
  const gap = isBodyText(last, design) && isBodyText(first, design) ? 0 : 1;
  return (length < 2 * kept ? length : kept) + gap;
}

function isTextPage({ text }: PageLines, design: PageDesign): boolean {
  return text.filter((line) => isBodyText(line, design)).length > 2;
}

/** A page that begins lower than others, or with a title, or has no text, begins something new. */
function opens({ text: [first] }: PageLines, design: PageDesign): boolean {
  return !first || first.y > design.first + 1.2 * design.line || first.size > design.size * 1.25;
}
