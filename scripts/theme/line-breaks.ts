import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { textOf } from '../model/text-of.js';
import { StraightQuotes } from './straight-quotes.js';

/**
 * How it is said. Paged.js parts a text without markup the most surely, so that print takes characters that set
 * nothing (U+2060, U+200B); an e-book's text is searched and copied, so that it stays as it is, in elements.
 */
export type BreaksAs = 'characters' | 'elements';

/** An element that stays in one line; the style sheet says `white-space: nowrap`. */
const wholeClass = 'whole';
const wordJoiner = '\u2060';
const breakHere = '\u200b';

/** Where text stands as it is written, or is already kept together. */
const untouched = new Set(['pre', 'code', 'kbd', 'samp', 'ruby', 'svg', 'math', 'script', 'style']);
const blocks = new Set(['p', 'li', 'td', 'th', 'dt', 'dd', 'blockquote', 'div', 'figcaption', 'caption']);

/**
 * What no property of CSS tells a browser about the lines of Chinese text: a space lets no closing mark begin a
 * line (CLREQ 3.1.4), a straight quote that opens or closes keeps to its own side only, and the last character
 * keeps a companion where dashes or stars follow it (3.4.4; `text-wrap: pretty` takes each mark for a word).
 */
export function setLineBreaks(root: Root | Element, language: string, as: BreaksAs): void {
  walk(root, { language, as, quotes: new StraightQuotes() });
}

interface Surroundings {
  readonly language: string;
  readonly as: BreaksAs;
  /** The quotes that are open in the paragraph. */
  readonly quotes: StraightQuotes;
}

function walk(parent: Root | Element, outer: Surroundings): void {
  const isBlock = parent.type === 'root' || blocks.has(parent.tagName);
  const surroundings = isBlock ? { ...outer, quotes: new StraightQuotes() } : outer;
  const isChinese = /^zh/i.test(surroundings.language);
  const children = parent.children.flatMap((child, index): RootContent[] => {
    if (child.type === 'element') {
      keepReference(child);
      if (!untouched.has(child.tagName))
        walk(child, { ...surroundings, language: languageOf(child) ?? surroundings.language });
      return [child];
    }
    const isLast = isBlock && index === parent.children.length - 1;
    if (child.type !== 'text' || !isChinese) return [child];
    // An e-book keeps every space of the manuscript; its text is compared with them.
    const text = outer.as === 'characters' ? child.value.replace(spaceBeforeMark, '') : child.value;
    const ended = runsOf(text, surroundings.quotes, isLast);
    const runs = standsBetween(parent.children, index) ? ended.flatMap(openBeforeLast) : ended;
    return outer.as === 'elements'
      ? runs.map(asElement)
      : [{ ...child, value: runs.map(asCharacters).join('') }];
  });
  // What stands in place of a text is texts and elements: right under an element too.
  parent.children = children as ElementContent[];
}

/** 图 1-2 is one sign: no line ends at its space or its hyphen. What is referred to by a whole title may be parted. */
function keepReference(element: Element): void {
  const { className } = element.properties;
  if (!Array.isArray(className) || !className.includes('reference')) return;
  if (/^\D{0,8}\d[\d.-]*$/.test(textOf(element))) className.push(wholeClass);
}

/**
 * Whether a text has markup before it and Latin or digits in markup after it. Chromium 147 reckons the quarter em that comes
 * between (`text-autospace`) to the text, and where just that finds no room it takes the whole text to the next line.
 */
function standsBetween(siblings: readonly RootContent[], index: number): boolean {
  const next = siblings[index + 1];
  return (
    siblings[index - 1]?.type === 'element' &&
    next?.type === 'element' &&
    /^[\p{sc=Latn}\d]/u.test(textOf(next))
  );
}

/** A place to break before the last of two Chinese characters, which the browser then finds. */
function openBeforeLast(run: Run, index: number, runs: readonly Run[]): readonly Run[] {
  if (run === 'break' || run.whole || index < runs.length - 1 || !/\p{sc=Han}{2}$/u.test(run.value))
    return [run];
  const last = [...run.value].at(-1) ?? '';
  return [
    { value: run.value.slice(0, run.value.length - last.length), whole: false },
    'break',
    { value: last, whole: false },
  ];
}

function languageOf({ properties: { lang } }: Element): string | undefined {
  return typeof lang === 'string' ? lang : undefined;
}

/** A full-width mark brings its own space (CLREQ 3.1.6.1); one more before it lets a browser break the line there. */
const spaceBeforeMark = /(?<=\S)[ \t\u00a0\u3000]+(?=[、，。．；：！？）》」』〉】〕”’])/gu;
const closingQuote = String.raw`[^\s"][。．！？…—]*"`;
/** The last two characters with what follows them, where that holds a place at which a browser would break. */
const lastTwo = String.raw`[\p{L}\p{N}]{2}(?=[^\p{L}\p{N}\s]*[—―⸺…⋯*＊~～_＿])[^\p{L}\p{N}\s]{2,}$`;
const atEnd = new RegExp(lastTwo, 'u');
const opensAtEnd = /[“‘（《「『〈【〔〖［]$/u;
const closingAtEnd = new RegExp(`${closingQuote}$`, 'u');

/** A piece of text that stays whole or not, or a place to break. */
type Run = { readonly value: string; readonly whole: boolean } | 'break';

function runsOf(text: string, quotes: StraightQuotes, isLast: boolean): readonly Run[] {
  const parts = quotes.part(text);
  return parts.flatMap(({ value, breaks }, index): readonly Run[] => {
    if (breaks === 'after') return [...wholeEnd(value, closingAtEnd), 'break'];
    // Two quotes that open together, one of them straight: no line ends between them (CLREQ 3.1.4).
    if (breaks === 'before')
      return [{ value, whole: false }, ...(opensAtEnd.test(value) ? [] : (['break'] as const))];
    return isLast && index === parts.length - 1 ? wholeEnd(value, atEnd) : [{ value, whole: false }];
  });
}

/** What a pattern finds at the end of a text stays whole. */
function wholeEnd(value: string, pattern: RegExp): readonly Run[] {
  const end = pattern.exec(value)?.[0] ?? '';
  const runs = [
    { value: value.slice(0, value.length - end.length), whole: false },
    { value: end, whole: true },
  ];
  return runs.filter((run) => run.value !== '');
}

function asCharacters(run: Run): string {
  if (run === 'break') return breakHere;
  return run.whole ? run.value.replace(inside, wordJoiner) : run.value;
}

/** Not within a dash or an ellipsis: fonts join their halves, and UAX 14 (LB17, LB22) keeps them together anyway. */
const inside = /(?!^)(?!$)(?!(?<=[—…])[—…])/gu;

function asElement(run: Run): Text | Element {
  if (run === 'break') return { type: 'element', tagName: 'wbr', properties: {}, children: [] };
  const text: Text = { type: 'text', value: run.value };
  if (!run.whole) return text;
  return { type: 'element', tagName: 'span', properties: { className: [wholeClass] }, children: [text] };
}
