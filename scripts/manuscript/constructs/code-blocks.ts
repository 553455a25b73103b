import type { Element, Properties } from 'hast';
import type { Token } from 'markdown-it';
import type { Findings } from '../findings.js';
import { type Attributes, readAttributes } from '../markdown/attributes.js';
import { positionOf } from '../position.js';
import type { Construct } from './construct.js';

/** Code between fences; with a title it is a listing. */
export const codeBlocks: Construct = {
  name: 'code-blocks',
  syntax: '```js {#lst:name title="app.js"}\nmain();\n```\n\n```js:app.js\nmain();\n```',
  about: {
    en: 'code with its language; `title` (or `:name`, `title=name`, pandoc’s `{.js}`) prints a caption, `#lst:…` numbers it',
    'zh-CN': '代码块与语言；`title`（或 `:文件名`、`title=…`、pandoc 的 `{.js}`）印出标题，`#lst:…` 则编号',
  },
};

interface Info {
  readonly language?: string;
  readonly title?: string;
  readonly attributes?: Attributes;
}

/** What stands behind the marks of a fence: `js`, `js:app.js`, `js title=app.js`, `js {…}`, `{.js …}`. */
function readInfo(info: string): Info {
  const words = info.trim();
  const brace = words.indexOf('{');
  const inside = brace >= 0 && words.endsWith('}') ? readAttributes(words.slice(brace + 1, -1)) : undefined;
  const [first = '', ...others] = (inside ? words.slice(0, brace) : words).trim().split(/\s+/);
  const [name = '', ...file] = first.split(':');
  const own = inside ?? readAttributes(others.join(' '));
  const title = own?.values.title ?? own?.values.caption ?? (file.length > 0 ? file.join(':') : undefined);
  const language = /^[^\s,{}=]+/.exec(name)?.[0] ?? (inside ? inside.classes[0] : undefined);
  return {
    ...(language !== undefined && { language }),
    ...(title !== undefined && title !== '' && { title }),
    ...(own && { attributes: own }),
  };
}

/** A code block's token as `pre`, or as a `figure` with a caption above it. */
export function codeBlock(token: Token, line: number, findings: Findings): Element {
  const { language, title, attributes } = readInfo(token.info);
  if (!attributes) reportWords(token.info, line, findings);
  const properties: Properties = language === undefined ? {} : { className: [`language-${language}`] };
  const position = positionOf(line, token.map ? token.map[1] : line);
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties,
    children: [{ type: 'text', value: token.content }],
  };
  const pre: Element = { type: 'element', tagName: 'pre', properties: {}, children: [code], position };
  const id = attributes?.id;
  if (title === undefined && id === undefined) return pre;
  const caption: Element = {
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: title === undefined ? [] : [{ type: 'text', value: title }],
    position,
  };
  return {
    type: 'element',
    tagName: 'figure',
    properties: { className: ['listing'], ...(id !== undefined && { id }) },
    children: [caption, pre],
    position,
  };
}

/** Languages have ASCII names: other words behind the marks are text that slipped there. */
function reportWords(info: string, line: number, findings: Findings): void {
  const words = info.trim();
  if (!/^[\x20-\x7e]*$/.test(words)) findings.report('code-words-lost', { words: words.slice(0, 40) }, line);
}
