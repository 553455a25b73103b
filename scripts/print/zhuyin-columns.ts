import type { Element, ElementContent } from 'hast';
import { visit } from 'unist-util-visit';
import { type ReadCharacter, zhuyinOf } from '../model/zhuyin.js';

/**
 * Sets 注音 beside its characters, as CLREQ 3.3.1 has it for horizontal text too and no browser does: each character
 * gets a ruby of its own, in whose `rt` the letters stand in a column, with the tone at the right. The style sheet
 * (`.zhuyin`) gives them their places.
 */
export function setZhuyin(section: Element): void {
  visit(section, 'element', (element, index, parent) => {
    const characters = zhuyinOf(element);
    if (!characters || !parent || index === undefined) return;
    parent.children.splice(index, 1, ...characters.map((one) => besideBase(one, element)));
    return index + characters.length;
  });
}

function besideBase({ base, reading, rest }: ReadCharacter, { properties }: Element): Element {
  return {
    type: 'element',
    tagName: 'ruby',
    properties: { ...properties, className: ['zhuyin'] },
    children: [
      ...base,
      { type: 'element', tagName: 'rt', properties: {}, children: [spanOf('symbols', columnOf(reading))] },
      ...rest,
    ],
  };
}

/** Letters and tone in the order in which they are written; the tone stands in one row with the last letter. */
function columnOf(reading: string): readonly Element[] {
  const marks = [...reading].map((mark) => spanOf(nameOf(mark), [{ type: 'text', value: mark }]));
  const last = marks.at(-1);
  const name = nameOf(reading.at(-1) ?? '');
  // How far up the style sheet has to lift it.
  if (last && name === 'light') last.properties.style = `--letters: ${marks.length - 1}`;
  return name === 'tone' ? [...marks.slice(0, -2), spanOf('last', marks.slice(-2))] : marks;
}

function nameOf(mark: string): string {
  if (mark === '˙') return 'light';
  return /[ˉˊˇˋ]/u.test(mark) ? 'tone' : 'symbol';
}

function spanOf(name: string, children: readonly ElementContent[]): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: [name] },
    children: [...children],
  };
}
