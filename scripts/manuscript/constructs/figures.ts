import type { Element, ElementContent, Root } from 'hast';
import { type Construct, classesOf, everyElement, type TreeContext, valuesOf } from './construct.js';

/** A picture alone in its paragraph that has a title or attributes, and `::: figure`: a figure with its caption. */
export const figures: Construct = {
  name: 'figures',
  syntax:
    '![说明文字](map.png "图题"){#fig:map width=60% credit="测绘局"}\n\n::: {.figure #fig:map}\n![说明文字](map.png)\n\n图题，可用*标记*。\n:::',
  about: {
    en: 'figures: caption, `credit`, `width` (%, mm, em), `.left` `.right` `.page`; `#fig:…` numbers them',
    'zh-CN':
      '插图：图题、`credit` 来源、`width` 宽度（%、mm、em）、`.left` `.right` `.page`；`#fig:…` 则编号',
  },
  tree: makeFigures,
};

function makeFigures(root: Root, context: TreeContext): void {
  everyElement(root, (element, line) => {
    if (element.tagName === 'p') figureOfParagraph(element);
    if (element.tagName === 'div' && classesOf(element).includes('figure')) figureOfContainer(element);
    if (element.tagName === 'img') setWidth(element, valuesOf(element).width, line, context);
  });
}

function figureOfParagraph(paragraph: Element): void {
  const [only, ...others] = paragraph.children.filter((child) => !isBlank(child));
  const picture = only && others.length === 0 ? pictureIn(only) : undefined;
  if (!picture || !only) return;
  const { title, id } = picture.properties;
  const values = valuesOf(picture);
  const isFigure = title !== undefined || id !== undefined || values.credit !== undefined;
  if (!isFigure && classesOf(picture).length === 0) return;
  const caption = [captionOf(title), creditOf(values.credit)].filter((part) => part !== undefined);
  const { title: _title, id: _id, className: _className, ...rest } = picture.properties;
  paragraph.tagName = 'figure';
  paragraph.properties = {
    ...(id !== undefined && id !== null && { id }),
    ...(classesOf(picture).length > 0 && { className: [...classesOf(picture)] }),
  };
  picture.properties = rest;
  paragraph.children = [only, ...(caption.length > 0 ? [figcaption(caption, paragraph)] : [])];
}

/** The picture itself, or the one in a link. */
function pictureIn(node: ElementContent): Element | undefined {
  if (node.type !== 'element') return undefined;
  if (node.tagName === 'img') return node;
  const [only, ...others] = node.children;
  return node.tagName === 'a' && only && others.length === 0 ? pictureIn(only) : undefined;
}

function captionOf(title: unknown): Element | undefined {
  if (typeof title !== 'string' || title === '') return undefined;
  return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: title }] };
}

function creditOf(credit: string | undefined): Element | undefined {
  if (credit === undefined || credit === '') return undefined;
  const properties = { className: ['credit'] };
  return { type: 'element', tagName: 'p', properties, children: [{ type: 'text', value: credit }] };
}

function figcaption(children: readonly ElementContent[], { position }: Element): Element {
  return {
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: [...children],
    ...(position && { position }),
  };
}

/** In `::: figure` what is a picture stays above; the paragraphs are its caption, `::: credit` its source. */
function figureOfContainer(container: Element): void {
  const isShown = (node: ElementContent): boolean =>
    node.type === 'element' &&
    (holdsPicture(node) || ['table', 'pre', 'div'].includes(node.tagName)) &&
    !isCredit(node);
  const shown = container.children.filter(isShown).map(unwrapped);
  const caption = container.children.filter((node) => !isShown(node) && !isBlank(node));
  container.tagName = 'figure';
  const names = classesOf(container).filter((name) => name !== 'figure');
  container.properties = { ...container.properties, ...(names.length > 0 ? { className: [...names] } : {}) };
  if (names.length === 0) delete container.properties.className;
  container.children = [...shown, ...(caption.length > 0 ? [figcaption(caption, container)] : [])];
}

function isCredit(node: ElementContent): boolean {
  return node.type === 'element' && classesOf(node).includes('credit');
}

/** A paragraph around a picture says nothing inside a figure. */
function unwrapped(node: ElementContent): ElementContent {
  if (node.type !== 'element' || node.tagName !== 'p') return node;
  const [only, ...others] = node.children.filter((child) => !isBlank(child));
  return only && others.length === 0 && pictureIn(only) ? only : node;
}

function holdsPicture(element: Element): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (child.tagName === 'img' || holdsPicture(child)),
  );
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

const length = /^(?<number>\d{1,4}(?:\.\d{1,3})?)(?<unit>%|mm|cm|em|in|pt|px)?$/;
const inMillimetres: Readonly<Record<string, number>> = {
  mm: 1,
  cm: 10,
  in: 25.4,
  pt: 25.4 / 72,
  px: 25.4 / 96,
};

/** A width as a style that both media know: per cent of the measure, em, or millimetres; a bare number is px. */
function setWidth(
  picture: Element,
  width: string | undefined,
  line: number,
  { findings }: TreeContext,
): void {
  if (width === undefined) return;
  const { number, unit = 'px' } = length.exec(width)?.groups ?? {};
  if (number === undefined) {
    findings.report('width-unknown', { width }, line);
    return;
  }
  const millimetres = inMillimetres[unit];
  const css =
    millimetres === undefined ? `${number}${unit}` : `${(Number(number) * millimetres).toFixed(1)}mm`;
  picture.properties.style = `width:${css}`;
}
