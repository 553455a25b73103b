import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidth, cutColumns, padColumns, withoutControls } from '../../scripts/commands/columns.js';

describe('the width of text in a terminal', () => {
  it.each([
    ['abc', 3],
    ['上海', 4],
    ['“上海”', 6],
    ['（一）', 6],
    ['e\u0301', 1],
    ['𠮷野家', 6],
    ['😀', 2],
    ['한글', 4],
    ['', 0],
  ])('of %s is %i columns', (text, width) => {
    expect(columnWidth(text)).toBe(width);
  });

  it('is what padding fills up to, and what a cut never exceeds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        expect(columnWidth(padColumns(text, width))).toBe(Math.max(width, columnWidth(text)));
        expect(columnWidth(cutColumns(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('is never driven by a manuscript: escape sequences and turned writing show as dots', () => {
    expect(withoutControls('第一章\u001b[2J\u202e完\n')).toBe('第一章·[2J·完·');
  });
});
