import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { blockElements } from '../html/safe-html.js';
import { firstCharacter, isFullWidth, lastCharacter } from './chinese.js';

// The look-behind lets a run of spaces be tried once only, from its beginning.
const lineBreak = /(?<![ \t])[ \t]*\n[ \t\n]*/g;
const lineBreakAtEnd = /(?<![ \t])[ \t]*\n[ \t\n]*$/;

/**
 * Removes line breaks of the source between two Chinese or Japanese characters, where a browser would show a
 * space (CSS Text 4, segment break transformation, which Chromium does not do); others stay, and are spaces.
 * Emphasis, links and note calls may stand between. Changes the tree in place.
 */
export function joinLines(root: Root, language: string): void {
  walk(root, { language, last: '', waiting: undefined });
}

interface Flow {
  language: string;
  /** The last character before here in the same paragraph; empty at its beginning. */
  last: string;
  /** A text that ends in a line break, until the next character is known. */
  waiting: Text | undefined;
}

function walk(parent: Root | Element, flow: Flow): void {
  for (const child of parent.children) {
    if (child.type === 'text') joinText(child, flow);
    else if (child.type === 'element') walkElement(child, flow);
  }
  dropEmptyTexts(parent.children);
}

function dropEmptyTexts(nodes: RootContent[] | ElementContent[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node?.type === 'text' && node.value === '') nodes.splice(i, 1);
  }
}

function walkElement(element: Element, flow: Flow): void {
  // What stands above or beside the line does not come between its characters.
  if (isBesideTheLine(element)) return;
  const isBoundary =
    blockElements.has(element.tagName) || element.tagName === 'br' || element.tagName === 'img';
  if (isBoundary) startAnew(flow);
  if (element.tagName !== 'pre') {
    const outer = flow.language;
    flow.language = String(element.properties.lang ?? outer);
    walk(element, flow);
    flow.language = outer;
  }
  if (isBoundary) startAnew(flow);
}

/** Readings over characters and note calls. */
export function isBesideTheLine(element: Element): boolean {
  if (element.tagName === 'rt' || element.tagName === 'rp') return true;
  return element.tagName === 'sup' && [element.properties.className].flat().includes('noteref');
}

function startAnew(flow: Flow): void {
  flow.last = '';
  flow.waiting = undefined;
}

function joinText(text: Text, flow: Flow): void {
  settleWaiting(flow, firstCharacter(text.value.replace(/^[ \t\n]+/, '')));
  const { value } = text;
  const joined = value.includes('\n') ? joinInside(value, flow) : value;
  text.value = joined;
  const trimmed = joined.trimEnd();
  if (trimmed === '' && flow.waiting) return;
  flow.waiting = /\n[ \t]*$/.test(joined) ? text : undefined;
  flow.last = flow.waiting ? lastCharacter(trimmed) || flow.last : lastCharacter(joined);
}

/** Line breaks with a character on both sides; one at the beginning looks back, one at the end waits. */
function joinInside(value: string, flow: Flow): string {
  return value.replace(lineBreak, (breakText, offset: number) => {
    const before = offset === 0 ? flow.last : lastCharacter(value.slice(Math.max(0, offset - 2), offset));
    const end = offset + breakText.length;
    const after = firstCharacter(value.slice(end, end + 2));
    if (after === '') return breakText;
    return joins(before, after, flow.language) ? '' : breakText;
  });
}

function settleWaiting(flow: Flow, next: string): void {
  if (!flow.waiting || next === '') return;
  if (joins(flow.last, next, flow.language)) {
    flow.waiting.value = flow.waiting.value.replace(lineBreakAtEnd, '');
  }
  flow.waiting = undefined;
}

function joins(before: string, after: string, language: string): boolean {
  return isFullWidth(before, language) && isFullWidth(after, language);
}
