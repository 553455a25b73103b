import type { Element, ElementContent, Root } from 'hast';
import type { StateInline, Token } from 'markdown-it';
import { scriptOf } from '../../model/script-of.js';
import type { Findings } from '../findings.js';
import { positionOf } from '../position.js';
import { type Construct, classesOf, everyElement, type TokenContext, type TreeContext } from './construct.js';
import { labelKinds, labelPattern } from './labels.js';

/** `@fig:map`, `[](#name)`, `[第 {page} 页](#name)`: links whose words follow from what they lead to. */
export const references: Construct = {
  name: 'references',
  syntax: '见 @fig:map   见 [](#name)   [第 {page} 页](#name)   [{label}：{title}](#name)',
  about: {
    en: '`@fig:… @tbl:… @eq:… @lst:… @sec:…` print name and number; a link without words prints what it leads to; in a link `{label}`, `{number}`, `{title}`, `{page}` stand for those of its target',
    'zh-CN':
      '`@fig:… @tbl:… @eq:… @lst:… @sec:…` 印出名称与编号；没有文字的链接印出目标的名称；链接文字中可用 `{label}`、`{number}`、`{title}`、`{page}`',
  },
  markdown: (markdown) => {
    markdown.inline.ruler.before('link', 'reference', reference);
  },
  tokens: { reference: readReference },
  tree: finishReferences,
};

/** Between brackets a name may be Chinese; in a sentence it ends where Chinese begins. */
const name = `@${labelPattern}`;
const single = new RegExp(`@(?:${labelKinds.join('|')}):\\w(?:[\\w:.-]*\\w)?`, 'y');
const unread = new RegExp(`@(?:${labelKinds.join('|')}):[^\\s，。；、,;]{1,20}`);
const several = new RegExp(`\\[\\s*${name}(?:\\s*[;；,，]\\s*${name})*\\s*\\]`, 'uy');

function reference(state: StateInline, silent: boolean): boolean {
  const character = state.src[state.pos];
  if (character !== '@' && character !== '[') return false;
  if (character === '@' && /[\p{L}\p{N}_.-]/u.test(state.src[state.pos - 1] ?? '') && isLatinBefore(state))
    return false;
  const pattern = character === '@' ? single : several;
  pattern.lastIndex = state.pos;
  const found = pattern.exec(state.src)?.[0];
  if (found === undefined || state.pos + found.length > state.posMax) return false;
  // `[@fig:a](…)` is a link with these words.
  if (character === '[' && '({'.includes(state.src[state.pos + found.length] ?? ' ')) return false;
  if (!silent) {
    const token = state.push('reference', 'a', 0);
    token.content = found;
    token.meta = { names: [...found.matchAll(new RegExp(name, 'gu'))].map(([own]) => own.slice(1)) };
  }
  state.pos += found.length;
  return true;
}

/** An address such as `me@fig:1` is none; a Chinese character may stand right before. */
function isLatinBefore({ src, pos }: StateInline): boolean {
  return /[A-Za-z0-9_.-]/.test(src[pos - 1] ?? '');
}

function readReference(token: Token, { line }: TokenContext): readonly ElementContent[] {
  const names = (token.meta as { names: readonly string[] }).names;
  return names.flatMap((own, index): ElementContent[] => {
    const link: Element = {
      type: 'element',
      tagName: 'a',
      properties: { href: `#${own}`, className: ['reference'] },
      children: [],
      position: positionOf(line),
    };
    return index === 0 ? [link] : [{ type: 'text', value: ', ' }, link];
  });
}

/** Links without words are references; several in a row are parted as the language parts them. */
function finishReferences(root: Root, { language, findings }: TreeContext): void {
  reportUnread(root, 1, findings);
  const isChinese = ['Hans', 'Hant', 'Jpan'].includes(scriptOf(language) ?? '');
  everyElement(root, (element) => {
    if (isChinese) partByCommas(element);
    const { href } = element.properties;
    if (element.tagName !== 'a' || element.children.length > 0 || typeof href !== 'string') return;
    if (/^[a-z][a-z0-9+.-]*:/i.test(href) || classesOf(element).includes('reference')) return;
    element.properties.className = [...classesOf(element), 'reference'];
  });
}

function partByCommas({ children }: Element): void {
  for (const [index, child] of children.entries()) {
    const beside = [children[index - 1], children[index + 1]];
    const isBetween = beside.every(
      (node) => node?.type === 'element' && classesOf(node).includes('reference'),
    );
    if (child.type === 'text' && child.value === ', ' && isBetween) child.value = '、';
  }
}

/** What begins like a reference and was not read as one is printed as it stands; code shows what it likes. */
function reportUnread(parent: Root | Element, line: number, findings: Findings): void {
  for (const child of parent.children) {
    const found = child.type === 'text' ? unread.exec(child.value)?.[0] : undefined;
    if (found !== undefined) findings.report('reference-unread', { text: found }, line);
    if (child.type === 'element' && child.tagName !== 'code')
      reportUnread(child, child.position?.start.line ?? line, findings);
  }
}
