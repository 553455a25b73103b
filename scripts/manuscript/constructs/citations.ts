import type { ElementContent, Root } from 'hast';
import type { StateInline, Token } from 'markdown-it';
import type { Citation } from '../citations/citation.js';
import { positionOf } from '../position.js';
import { type Construct, everyElement, mark, type TokenContext } from './construct.js';
import { kindOfId } from './labels.js';

/** `[@key, 第 3 页]`, `@key`: sources from the book's library (`bibliography` in book.yaml), set by a CSL style. */
export const citations: Construct = {
  name: 'citations',
  syntax: '[@wang2020, 15-20; 参见 @li1998]   @wang2020 说   [-@wang2020]\n\n::: bibliography\n:::',
  about: {
    en: 'sources of the library that `bibliography` names (BibTeX or CSL-JSON), set by the style that `csl` names; an empty `::: bibliography` lists what is cited',
    'zh-CN':
      '引用 `bibliography` 所列文献库（BibTeX 或 CSL-JSON）中的文献，按 `csl` 所定样式（默认 GB/T 7714）；空的 `::: bibliography` 处列出参考文献',
  },
  markdown: (markdown) => {
    markdown.inline.ruler.after('reference', 'citation', citation);
  },
  tokens: { citation: readCitation },
  tree: markReferences,
};

/** Citations of one place, before they are set. */
export interface CitationMark {
  readonly citations: readonly Citation[];
  /** `@key says`: the author is part of the sentence. */
  readonly inText: boolean;
}

declare module 'hast' {
  interface ElementData {
    citation?: CitationMark;
  }
}

/** What the parser is told of the book's library: its keys, and whether its style sets citations as notes. */
export interface CitationSetup {
  readonly keys: ReadonlySet<string>;
  readonly areNotes: boolean;
}

const key = '[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_:.#$%&+?<>~/-]*[\\p{L}\\p{N}_/])?';
const single = /@(?<key>\w(?:[\w:.+/-]*\w)?)(?:[ \t]?\[(?<locator>[^[\]@]+)\])?/y;
const one = new RegExp(
  `^(?<prefix>[^@]*?)(?<minus>-?)@(?:\\{(?<braced>[^{}]+)\\}|(?<key>${key}))(?<rest>.*)$`,
  'su',
);

function citation(state: StateInline, silent: boolean): boolean {
  const setup = (state.env as { readonly citations?: CitationSetup }).citations;
  const character = state.src[state.pos];
  if (!setup || (character !== '@' && character !== '[')) return false;
  const found = character === '@' ? inSentence(state, setup) : inBrackets(state);
  if (!found) return false;
  if (!silent) push(state, found.mark, setup);
  state.pos = found.end;
  return true;
}

interface Found {
  readonly mark: CitationMark;
  readonly end: number;
}

/** In a sentence only what the library has is a key: anything else may be an address or a name. */
function inSentence(state: StateInline, { keys }: CitationSetup): Found | undefined {
  if (/[A-Za-z0-9_.]/.test(state.src[state.pos - 1] ?? '')) return undefined;
  single.lastIndex = state.pos;
  const match = single.exec(state.src);
  const { key: name, locator } = match?.groups ?? {};
  if (!match || name === undefined || !keys.has(name)) return undefined;
  const citations = [{ key: name, ...(locator !== undefined && locatorOf(locator)) }];
  return { mark: { citations, inText: true }, end: single.lastIndex };
}

/** All that stands between the brackets are citations, or none of it. */
function inBrackets(state: StateInline): Found | undefined {
  const end = state.md.helpers.parseLinkLabel(state, state.pos);
  if (end < 0 || '({['.includes(state.src[end + 1] ?? ' ')) return undefined;
  const inside = state.src.slice(state.pos + 1, end);
  if (!/@[\p{L}\p{N}_{]/u.test(inside)) return undefined;
  const citations = inside.split(/[;；]/).map(citationOf);
  if (citations.some((own) => own === undefined)) return undefined;
  return { mark: { citations: citations.flatMap((own) => own ?? []), inText: false }, end: end + 1 };
}

function citationOf(text: string): Citation | undefined {
  const { prefix = '', minus, braced, key: bare, rest = '' } = one.exec(text.trim())?.groups ?? {};
  const name = braced ?? bare;
  if (name === undefined || kindOfId(name) || /[A-Za-z0-9_.]$/.test(prefix)) return undefined;
  return {
    key: name,
    ...(prefix.trim() !== '' && { prefix: prefix.trim() }),
    ...(minus === '-' && { suppressAuthor: true }),
    ...locatorOf(rest.replace(/^\s*[,，]?\s*/, '')),
  };
}

/** What a locator counts, as texts write it (CSL 1.0.2, "Locators"). */
const labels: readonly (readonly [label: string, words: RegExp])[] = [
  ['page', /^(?:pp?\.|pages?|第(?=.*页)|页)\s*/i],
  ['chapter', /^(?:ch(?:ap)?\.|chapters?|第(?=.*章))\s*/i],
  ['section', /^(?:sec\.|sections?|§+|第(?=.*节))\s*/i],
  ['volume', /^(?:vols?\.|volumes?|第(?=.*卷))\s*/i],
  ['figure', /^(?:figs?\.|figures?|图)\s*/i],
];

/** `p. 15-20, and more`: a locator and what follows it; words without a number are a suffix. */
function locatorOf(rest: string): Pick<Citation, 'locator' | 'label' | 'suffix'> {
  if (rest === '') return {};
  const found = labels.find(([, words]) => words.test(rest));
  const words = found ? rest.replace(found[1], '') : rest;
  const { number, after = '' } =
    /^(?<number>[\divxlcdm]*\d[\d–—-]*|[ivxlcdm]+)\s*[页章节卷]?\s*[,，]?\s*(?<after>.*)$/s.exec(words)
      ?.groups ?? {};
  if (number === undefined) return { suffix: rest };
  return { locator: number, ...(found && { label: found[0] }), ...(after !== '' && { suffix: after }) };
}

/** In a style of notes each citation is a note of its own. */
function push(state: StateInline, cited: CitationMark, { areNotes }: CitationSetup): void {
  const token = new state.Token('citation', 'span', 0);
  token.meta = { cited };
  if (!areNotes || cited.inText) {
    const pushed = state.push('citation', 'span', 0);
    pushed.meta = token.meta;
    return;
  }
  const text = new state.Token('inline', '', 0);
  text.children = [token];
  const note = state.push('inline_note', '', 0);
  note.meta = {
    tokens: [new state.Token('paragraph_open', 'p', 1), text, new state.Token('paragraph_close', 'p', -1)],
  };
}

function readCitation(token: Token, { line }: TokenContext): readonly ElementContent[] {
  const element: ElementContent = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['citation'] },
    children: [],
    position: positionOf(line),
  };
  mark(element, { citation: (token.meta as { readonly cited: CitationMark }).cited });
  return [element];
}

function markReferences(root: Root): void {
  everyElement(root, (element) => {
    if (element.tagName === 'div' && element.properties.id === 'refs') mark(element, { isReferences: true });
  });
}
