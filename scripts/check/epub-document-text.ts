import { attributeOf, scanXml } from './epub-xml.js';
import { TextGatherer } from './text-units.js';

/** Gathers the text that a reader sees of one XHTML file of an EPUB. */
export function gatherDocument(source: string, gatherer: TextGatherer): void {
  gatherer.enter('body');
  walk(source, gatherer, () => undefined);
  gatherer.leave('body');
}

/** How many characters of text (as the reference counts them) stand before a place in an XHTML file. */
export function countUnitsBefore(source: string, offset: number): number {
  const gatherer = new TextGatherer();
  let before = 0;
  walk(source, gatherer, (at) => {
    if (at <= offset) before = gatherer.length;
  });
  return before;
}

function walk(source: string, gatherer: TextGatherer, passed: (offset: number) => void): void {
  scanXml(source, {
    open: (name, attributes, offset) => {
      passed(offset);
      gatherer.enter(name, attributeOf(attributes, 'role'));
    },
    close: (name, offset) => {
      passed(offset);
      gatherer.leave(name);
    },
    text: (value, offset) => {
      passed(offset);
      gatherer.text(value);
    },
  });
}
