import type { ElementContent } from 'hast';
import { diagnose } from '../../../diagnostics/catalogue.js';
import type { Diagnostic, Place } from '../../../model/diagnostic.js';
import { textOf } from '../../../model/text-of.js';
import type { Citation } from '../citation.js';
import type { CslItem } from '../csl-item.js';
import { citeSpan, nameOthers, nodesOf } from './clean-html.js';
import { wordingLanguage } from './item-language.js';
import { joinMarks, joinPairs, markNumbers } from './mark-items.js';
import { namesInText } from './names-in-text.js';
import { joint, type Part } from './plan-parts.js';
import { setLocator } from './set-locator.js';

/** What the setting of a part needs to know of the rest. */
export interface Surroundings {
  readonly items: readonly CslItem[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** The numbers that a numeric style gave, by the keys of items; empty for other styles. */
  readonly printedNumbers: ReadonlyMap<string, number>;
  readonly isNote: boolean;
  readonly joinsPairs: boolean;
  readonly styleFile: string;
  readonly layouts: readonly string[];
  /** The language in which the style words itself. */
  readonly language: string;
  /** The style's word for what a locator counts. */
  readonly word: (label: string) => string;
  readonly place: Place | undefined;
}

export interface SetPart {
  readonly children: ElementContent[];
  /** In a style of notes, what stands in the sentence. */
  readonly author?: ElementContent[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the engine says where a style has nothing to print of a source. */
const nothing = /\[NO_PRINTED_FORM\]|\[CSL STYLE ERROR: reference with no printed form\.\]/g;

/** Makes nodes of what the engine answered to a part. */
export function setPart(part: Part, html: string, around: Surroundings): SetPart {
  const diagnostics: Diagnostic[] = [];
  const first = itemOf(part.citations[0], around);
  const named = nameOthers(
    html,
    first ? wordingLanguage(first, around.layouts, around.language) : around.language,
  );
  const nodes = nodesOf(
    named.replace(nothing, ''),
    around.items.map(({ id }) => id),
  );
  const marked = markPart(nodes, part, around);
  if (textOf({ type: 'root', children: marked }).trim() === '') {
    diagnostics.push(diagnose('citation-empty', { key: first?.id ?? '' }, around.place));
  }
  const isJoined = part.isComposite && !around.isNote;
  const text = isJoined ? withAuthor(marked, first, around) : marked;
  const author = part.isComposite && around.isNote ? { author: authorOf(first, around) } : {};
  const { locator } = part;
  if (!locator) return { children: text, ...author, diagnostics };
  const located = setLocator(text, wordedLocator(locator, around));
  if (!located) diagnostics.push(lostLocator(locator, around));
  return { children: located ?? text, ...author, diagnostics };
}

function itemOf(citation: Citation | undefined, { items, numberOf }: Surroundings): CslItem | undefined {
  return items[numberOf.get(citation?.key ?? '') ?? -1];
}

function markPart(
  nodes: ElementContent[],
  part: Part,
  { printedNumbers, joinsPairs }: Surroundings,
): ElementContent[] {
  if (printedNumbers.size === 0) return joinMarks(nodes);
  const keys = new Map(part.citations.map(({ key }) => [printedNumbers.get(key) ?? -1, key]));
  const marked = markNumbers(nodes, keys);
  return joinsPairs ? joinPairs(marked) : marked;
}

/** The author in the sentence, and no space before what is raised or stands in full-width brackets. */
function withAuthor(
  nodes: ElementContent[],
  first: CslItem | undefined,
  around: Surroundings,
): ElementContent[] {
  const at = nodes.findIndex((node) => node.type === 'text' && node.value.includes(joint));
  const [before, rest] = at < 0 ? [undefined, nodes] : splitAt(nodes, at);
  const author = before && first ? [citeSpan(first.id, before)] : authorOf(first, around);
  const opening = textOf({ type: 'root', children: rest })[0] ?? '';
  const isTight = (rest[0]?.type === 'element' && rest[0].tagName === 'sup') || '（【〔［'.includes(opening);
  return [...author, ...(isTight || opening === '' ? [] : asText(' ')), ...rest];
}

/** The author as the sentence names him, where the style does not. */
function authorOf(first: CslItem | undefined, { language }: Surroundings): ElementContent[] {
  return first ? [citeSpan(first.id, asText(namesInText(first, language)))] : [];
}

function splitAt(nodes: ElementContent[], at: number): readonly [ElementContent[], ElementContent[]] {
  const node = nodes[at];
  const [before = '', after = ''] = node?.type === 'text' ? node.value.split(joint) : [];
  return [
    [...nodes.slice(0, at), ...asText(before.trimEnd())],
    [...asText(after.trimStart()), ...nodes.slice(at + 1)],
  ];
}

function asText(value: string): ElementContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

/** Pages stand bare (GB/T 7714—2015, 10.1.3); all else says what it counts: `第3章`, `chap. 3`. */
function wordedLocator({ locator = '', label = 'page' }: Citation, { word }: Surroundings): string {
  const counted = label === 'page' ? '' : word(label);
  if (counted === '') return locator;
  return /^\p{Script=Han}/u.test(counted) ? `第${locator}${counted}` : ` ${counted} ${locator}`;
}

function lostLocator({ key, locator = '' }: Citation, { styleFile, place }: Surroundings): Diagnostic {
  return diagnose('citation-locator-lost', { key, locator, style: styleFile }, place);
}
