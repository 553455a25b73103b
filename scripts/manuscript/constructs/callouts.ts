import type { Element, ElementContent, Root } from 'hast';
import { type Construct, classesOf, everyElement, type TreeContext, valuesOf } from './construct.js';
import { type CalloutKind, calloutKinds, constructWords } from './words.js';

/** `> [!TIP]` as GitHub has it, and `::: tip` (Quarto's `.callout-tip` too): a box beside the text, with a title. */
export const callouts: Construct = {
  name: 'callouts',
  syntax: '> [!TIP] 标题\n> 正文\n\n::: {.warning title="小心"}\n正文\n:::',
  about: {
    en: 'boxes with a title: note (`[!NOTE]`, or `::: note` with a title), tip, important, warning, caution',
    'zh-CN': '带标题的提示框：note（`[!NOTE]`，或带 title 的 `::: note`）、tip、important、warning、caution',
  },
  tree: markCallouts,
};

function markCallouts(root: Root, context: TreeContext): void {
  everyElement(root, (element) => {
    if (element.tagName === 'blockquote') markAlert(element, context.language);
    if (element.tagName === 'div') markContainer(element, context.language);
  });
}

/** The first line of a quotation may hold a kind, and behind it a title. */
function markAlert(quote: Element, language: string): void {
  const first = quote.children.find((child) => child.type === 'element');
  const text = first?.type === 'element' && first.tagName === 'p' ? first.children[0] : undefined;
  if (first?.type !== 'element' || text?.type !== 'text') return;
  const match = /^\[!([A-Za-z]+)\][ \t]*([^\n]*)(?:\n|$)/.exec(text.value);
  const kind = calloutKinds.find((name) => name === match?.[1]?.toLowerCase());
  if (!match || !kind) return;
  text.value = text.value.slice(match[0].length);
  if (text.value === '') first.children.shift();
  if (first.children.length === 0) quote.children = quote.children.filter((child) => child !== first);
  quote.tagName = 'div';
  makeCallout(quote, kind, match[2]?.trim() ?? '', language);
}

/** `note` without a title is 按语, the editor's own word, and no box. */
function markContainer(container: Element, language: string): void {
  const { title } = valuesOf(container);
  const classes = classesOf(container);
  const kind = calloutKinds.find(
    (name) =>
      ((name !== 'note' || title !== undefined) && classes.includes(name)) ||
      classes.includes(`callout-${name}`),
  );
  if (!kind || classes.includes('callout')) return;
  container.properties.className = classes.filter((name) => name !== kind && name !== `callout-${kind}`);
  makeCallout(container, kind, title ?? '', language);
}

function makeCallout(element: Element, kind: CalloutKind, title: string, language: string): void {
  element.properties.className = ['callout', `callout-${kind}`, ...classesOf(element)];
  const words: ElementContent = { type: 'text', value: title || constructWords(language).callouts[kind] };
  const head: Element = {
    type: 'element',
    tagName: 'p',
    properties: { className: ['callout-title'] },
    children: [words],
    ...(element.position && { position: element.position }),
  };
  element.children.unshift(head);
}
