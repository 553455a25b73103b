import { scanXml } from './epub-xml.js';

/** A spot of a text file. Lines and columns count from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds the element that an EPUB CFI path such as `/4/2[c1]/6` names in an XHTML file (EPUB CFI 1.1, section 2.3:
 * even numbers count elements in twos). The path begins below the root. Undefined where there is no such element.
 */
export function spotOfCfi(source: string, cfi: string): Spot | undefined {
  const wanted = [...cfi.replace(/\[[^\]]*\]/g, '').matchAll(/\/(\d+)/g)].map(([, step]) => Number(step) / 2);
  if (wanted.length === 0 || wanted.some((step) => !Number.isInteger(step))) return undefined;
  // One counter of children a level; the first belongs to the document, whose only element is the root.
  const counts: number[] = [0];
  let found: number | undefined;
  scanXml(source, {
    open: (_name, _attributes, offset) => {
      counts.push((counts.pop() ?? 0) + 1);
      const way = counts.slice(1);
      if (found === undefined && way.length === wanted.length && way.every((n, i) => n === wanted[i]))
        found = offset;
      counts.push(0);
    },
    close: () => counts.pop(),
    text: () => undefined,
  });
  return found === undefined ? undefined : spotOf(source, found);
}

function spotOf(source: string, offset: number): Spot {
  const before = source.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
