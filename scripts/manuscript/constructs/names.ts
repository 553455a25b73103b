import type { Element, Root } from 'hast';
import { type Construct, classesOf, everyElement } from './construct.js';

/** `[林黛玉]{.name}`, `[红楼梦]{.book}`: 专名号 and 书名号 (CLREQ 3.1.8), as `<u>` has them too. */
export const names: Construct = {
  name: 'names',
  syntax: '[林黛玉]{.name}   [红楼梦]{.book}   <u>贾府</u>',
  about: {
    en: 'a line under a proper name, a wave under the title of a book, as classical texts have them',
    'zh-CN': '专名号（下划线）与书名号（浪线），用于古籍',
  },
  tree: markNames,
};

function markNames(root: Root): void {
  everyElement(root, (element) => {
    if (element.tagName !== 'span') return;
    const classes = classesOf(element);
    if (classes.includes('name') || classes.includes('book')) underline(element, classes);
  });
}

function underline(element: Element, classes: readonly string[]): void {
  element.tagName = 'u';
  element.properties.className = classes.filter((name) => name !== 'name');
  if (element.properties.className.length === 0) delete element.properties.className;
}
