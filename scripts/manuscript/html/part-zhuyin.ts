import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { zhuyinOf } from '../../model/zhuyin.js';

/**
 * Parts a ruby of several characters with as many syllables of 注音, in place: 國語 with two syllables becomes 國 with its
 * own and 語 with its own. So it is set (CLREQ 3.3.1), and so every edition has the text in one order.
 */
export function partZhuyin(root: Root): void {
  visit(root, 'element', (ruby) => {
    const characters = zhuyinOf(ruby);
    const readings = ruby.children.filter((child) => child.type === 'element' && child.tagName === 'rt');
    if (!characters || characters.length === readings.length) return;
    ruby.children = characters.flatMap(({ base, reading, rest }): ElementContent[] => [
      ...base,
      readingOf(reading),
      ...rest,
    ]);
  });
}

function readingOf(value: string): Element {
  return { type: 'element', tagName: 'rt', properties: {}, children: [{ type: 'text', value }] };
}
