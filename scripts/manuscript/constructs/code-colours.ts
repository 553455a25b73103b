import type { Element, ElementContent, Root, Text } from 'hast';
import { textOf } from '../../model/text-of.js';
import { type Construct, classesOf, everyElement } from './construct.js';

/** The words of code told apart by weight and slant, as a book of one colour can; languages by highlight.js. */
export const codeColours: Construct = {
  name: 'code-colours',
  syntax: '```python\nprint("版心")  # 注释\n```',
  about: {
    en: 'keywords of code in a known language are strong, comments slanted',
    'zh-CN': '已知语言的代码，关键字加粗，注释倾斜',
  },
  prepare: async (texts) => {
    if (!texts.some((text) => /^\s*(?:```|~~~)/m.test(text))) return;
    const { common, createLowlight } = await import('lowlight');
    lowlight ??= createLowlight(common);
  },
  tree: colourCode,
};

/** Loaded for the first book that has code. */
let lowlight: ReturnType<typeof import('lowlight')['createLowlight']> | undefined;

/** Longer code is left as it is: telling its words apart would take longer than reading it. */
const longest = 100_000;

function colourCode(root: Root): void {
  everyElement(root, (element, _line, parent) => {
    if (element.tagName !== 'code' || parent.type !== 'element' || parent.tagName !== 'pre') return;
    const language = classesOf(element)
      .find((name) => name.startsWith('language-'))
      ?.slice('language-'.length);
    const code = textOf(element);
    if (!lowlight || language === undefined || !lowlight.registered(language) || code.length > longest)
      return;
    const { children } = lowlight.highlight(language, code);
    element.children = children.filter((child) => child.type === 'element' || child.type === 'text');
    joinSpaces(element);
  });
}

/** White space between two coloured words goes into one of them: pagination loses it where it is a text of its own. */
function joinSpaces(element: Element): void {
  for (const child of element.children) if (child.type === 'element') joinSpaces(child);
  element.children = element.children.filter((child, index, all) => {
    if (child.type !== 'text' || child.value.trim() !== '') return true;
    const before = lastText(all[index - 1]);
    const after = firstText(all[index + 1]);
    if (before) before.value += child.value;
    else if (after) after.value = child.value + after.value;
    return !before && !after;
  });
}

function lastText(node: ElementContent | undefined): Text | undefined {
  return node?.type === 'element' ? lastText(node.children.at(-1)) : node?.type === 'text' ? node : undefined;
}

function firstText(node: ElementContent | undefined): Text | undefined {
  return node?.type === 'element' ? firstText(node.children[0]) : node?.type === 'text' ? node : undefined;
}
