import type { Element, Nodes } from 'hast';
import type { Chapter } from '../model/book.js';
import { textOf } from '../model/text-of.js';
import { TextGatherer } from './text-units.js';

/**
 * Where print adds text of its own between the manuscript's characters: list markers, the figures that
 * call notes, the ornament of a scene break. By index in the reference text, what may stand there.
 */
export type GeneratedText = ReadonlyMap<number, readonly RegExp[]>;

const marker = /^(?:\d{1,4}[.)]?|[a-z]{1,3}\.|[•◦▪○■–-])/;
const ornament = /^[^\p{L}\p{N}]{1,20}/u;

export function generatedText(chapters: readonly Chapter[]): GeneratedText {
  const allowed = new Map<number, RegExp[]>();
  const gatherer = new TextGatherer();
  for (const chapter of chapters) {
    gatherer.enter('section');
    walk(chapter.tree, gatherer, (pattern) => {
      allowed.set(gatherer.length, [...(allowed.get(gatherer.length) ?? []), pattern]);
    });
    gatherer.leave('section');
  }
  return allowed;
}

function walk(node: Nodes, gatherer: TextGatherer, allow: (pattern: RegExp) => void): void {
  if (node.type === 'text') gatherer.text(node.value);
  if (node.type !== 'element' && node.type !== 'root') return;
  if (node.type === 'element') {
    const pattern = patternFor(node);
    if (pattern) allow(pattern);
    gatherer.enter(node.tagName, typeof node.properties.role === 'string' ? node.properties.role : undefined);
  }
  for (const child of node.children) walk(child, gatherer, allow);
  if (node.type === 'element') gatherer.leave(node.tagName);
}

function patternFor(element: Element): RegExp | undefined {
  if (element.tagName === 'li') return marker;
  if (element.tagName === 'hr') return ornament;
  if (element.properties.role !== 'doc-noteref') return undefined;
  const label = textOf(element).replace(/\s/gu, '');
  return label === '' ? undefined : new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/**
 * Whether text found before `index` of the reference is only what print may add there. Where text repeats
 * itself (`on.` `1.` `This`), the difference can be read as standing earlier or later; every reading is tried.
 */
export function isGenerated(text: string, index: number, reference: string, allowed: GeneratedText): boolean {
  return (
    consume(text, allowed.get(index) ?? []) ||
    isGeneratedNear(text, index, reference, allowed, -1) ||
    isGeneratedNear(text, index, reference, allowed, 1)
  );
}

/** Slides the difference along the reference for as long as it reads the same. */
function isGeneratedNear(text: string, index: number, reference: string, allowed: GeneratedText, step: 1 | -1): boolean {
  let rest = text;
  for (let at = index; ; at += step) {
    const passed = step < 0 ? rest.at(-1) : rest[0];
    const next = step < 0 ? reference[at - 1] : reference[at];
    if (passed === undefined || passed !== next) return false;
    rest = step < 0 ? passed + rest.slice(0, -1) : rest.slice(1) + passed;
    if (consume(rest, allowed.get(at + step) ?? [])) return true;
  }
}

/** Nested lists put several markers before one character. */
function consume(text: string, patterns: readonly RegExp[]): boolean {
  let rest = text;
  for (const pattern of patterns) rest = rest.replace(pattern, '');
  return patterns.length > 0 && rest === '';
}
