import type { Element, ElementContent, Root } from 'hast';
import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { LoadedConstruct, OwnMatch } from '../../model/extension.js';
import { textOf } from '../../model/text-of.js';
import type { Findings } from '../findings.js';
import { keepSafe } from '../html/keep-safe.js';
import { positionOf } from '../position.js';
import { type Construct, classesOf, type TokenContext, type TreeContext, valuesOf } from './construct.js';

/** A construct of a book's own as one of the language. Its errors are told where they arise, at the manuscript's line too. */
export function ownConstruct(own: LoadedConstruct): Construct {
  const { name, inline, block } = own;
  const type = `own-${name}`;
  return {
    name,
    syntax: '',
    about: { en: '', 'zh-CN': '' },
    ...(inline && {
      markdown: (markdown) => addInline(markdown, type, inline),
      tokens: { [type]: (token, context) => readInline(token, context, inline) },
    }),
    ...(block && { tree: (root, context) => makeBlocks(root, context, own) }),
  };
}

type Inline = NonNullable<LoadedConstruct['inline']>;

/** Characters at which markdown-it's own rule for text stops; others are passed over in one step. */
const terminator = /[\n!#$%&*+\-:<=>@[\]\\^_`{}~]/g;

/** Looks for the pattern once in each paragraph; text before a match is text, as far as no other rule may want it. */
function addInline(markdown: MarkdownIt, type: string, { find }: Inline): void {
  let known:
    | {
        readonly text: string;
        readonly matches: ReadonlyMap<number, OwnMatch>;
        faults: readonly Diagnostic[];
      }
    | undefined;
  const matchesIn = (state: StateInline, silent: boolean): ReadonlyMap<number, OwnMatch> => {
    if (known?.text !== state.src) {
      const { value = [], diagnostics } = find(state.src);
      known = {
        text: state.src,
        matches: new Map(value.map((match) => [match.start, match])),
        faults: diagnostics,
      };
    }
    // markdown-it only looks ahead where it is silent: what is written down then is written twice.
    if (!silent && known.faults.length > 0) {
      state.push(type, '', 0).meta = { groups: [], faults: known.faults };
      known.faults = [];
    }
    return known.matches;
  };
  markdown.inline.ruler.before('text', type, (state, silent) => {
    const matches = matchesIn(state, silent);
    const match = matches.get(state.pos);
    if (!match || match.end > state.posMax) return takeText(state, [...matches.keys()], silent);
    if (!silent) {
      const token = state.push(type, '', 0);
      token.content = state.src.slice(match.start, match.end);
      token.meta = { groups: match.groups, faults: [] };
    }
    state.pos = match.end;
    return true;
  });
}

/** Takes the text up to the next match, so that the rule for text does not run over its beginning. */
function takeText(state: StateInline, starts: readonly number[], silent: boolean): boolean {
  const next = starts.find((start) => start > state.pos);
  if (next === undefined || next >= state.posMax) return false;
  terminator.lastIndex = state.pos;
  const stop = terminator.exec(state.src)?.index ?? state.posMax;
  if (stop < next) return false;
  if (!silent) state.pending += state.src.slice(state.pos, next);
  state.pos = next;
  return true;
}

/** What a match becomes; where its code is at fault, the text as it was written. */
function readInline(
  { content, meta }: Token,
  { findings, line }: TokenContext,
  { make }: Inline,
): readonly ElementContent[] {
  const { groups, faults } = meta as { groups: readonly string[]; faults: readonly Diagnostic[] };
  findings.add(faults.map((fault) => seenAt(fault, findings, line)));
  if (groups.length === 0) return [];
  const made = make(groups);
  findings.add(made.diagnostics.map((fault) => seenAt(fault, findings, line)));
  return keepSafe(made.value ?? [{ type: 'text', value: content }], findings, line);
}

/** The fault stands in the config; the line of the manuscript that showed it explains it. */
function seenAt(diagnostic: Diagnostic, { file }: Findings, line: number): Diagnostic {
  return { ...diagnostic, related: [{ file, line }] };
}

/** Inner containers first: what is made of them stands in what is made of outer ones. */
function makeBlocks(parent: Root | Element, context: TreeContext, own: LoadedConstruct, outer = 1): void {
  parent.children = parent.children.flatMap((child): readonly ElementContent[] => {
    if (child.type !== 'element') return child.type === 'doctype' ? [] : [child];
    const line = child.position?.start.line ?? outer;
    makeBlocks(child, context, own, line);
    const isMeant = child.tagName === 'div' && classesOf(child).includes(own.block?.word ?? '');
    return isMeant ? makeBlock(child, line, context, own) : [child];
  });
}

function makeBlock(
  element: Element,
  line: number,
  { findings, language }: TreeContext,
  { name, block }: LoadedConstruct,
): readonly ElementContent[] {
  const { children } = element;
  const made = block?.make({ children, classes: classesOf(element), values: valuesOf(element), language });
  findings.add((made?.diagnostics ?? []).map((fault) => seenAt(fault, findings, line)));
  if (!made?.value) return [element];
  const kept = keepSafe(made.value, findings, line, new Set(allNodes(children)));
  const lost = lostText(children, kept);
  if (lost !== '') findings.report('own-construct-took-text', { name, text: lost }, line);
  return kept.map((node) => placed(node, element, line));
}

function placed(node: ElementContent, { position }: Element, line: number): ElementContent {
  if (node.type !== 'element') {
    return {
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [node],
      position: position ?? positionOf(line),
    };
  }
  node.position ??= position ?? positionOf(line);
  return node;
}

function allNodes(nodes: readonly ElementContent[]): readonly ElementContent[] {
  return nodes.flatMap((node) => [node, ...(node.type === 'element' ? allNodes(node.children) : [])]);
}

/** The first words of what stood in a container and stands no more, white space aside; the order may be another. */
function lostText(before: readonly ElementContent[], after: readonly ElementContent[]): string {
  const now = [...allNodes(after)].flatMap((node) => (node.type === 'text' ? [node.value] : []));
  const all = now.join('');
  const lost = allNodes(before).find(
    (node) => node.type === 'text' && node.value.trim() !== '' && !all.includes(node.value.trim()),
  );
  return lost ? textOf(lost).trim().slice(0, 40) : '';
}
