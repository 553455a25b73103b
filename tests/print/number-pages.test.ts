import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LaidOutPart } from '../../scripts/model/pages.js';
import { numberPages, roman } from '../../scripts/print/number-pages.js';

const page = (anchor: string) => ({
  classes: [],
  style: '',
  html: '',
  anchors: [anchor],
  start: { at: 0, text: '' },
});

function part(id: string, count: number, changes: Partial<LaidOutPart> = {}): LaidOutPart {
  const pages = Array.from({ length: count }, (_, index) => page(`${id}-${index}`));
  return {
    id,
    numbering: 'arabic',
    openOn: 'next',
    heads: { verso: '书', recto: id },
    pages,
    noteMarks: [],
    ...changes,
  };
}

describe('page numbers', () => {
  it('front matter has roman folios and the body begins at 1 on a recto', () => {
    const { pages, anchors } = numberPages([
      part('front', 3, { numbering: 'roman', openOn: 'recto' }),
      part('c1', 2),
      part('c2', 1),
    ]);
    expect(pages.map(({ label, side }) => `${label} ${side}`)).toEqual([
      'i recto',
      'ii verso',
      'iii recto',
      'iv verso',
      '1 recto',
      '2 verso',
      '3 recto',
    ]);
    expect(anchors).toMatchObject({ 'front-2': 'iii', 'c1-0': '1', 'c2-0': '3' });
  });

  it('a chapter that opens on a recto has a blank before it, which carries no running head', () => {
    const { pages } = numberPages([part('c1', 1), part('c2', 1, { openOn: 'recto' })]);
    expect(pages.map(({ label, content }) => [label, content === undefined])).toEqual([
      ['1', false],
      ['2', true],
      ['3', false],
    ]);
    expect(pages[1]?.heads).toEqual({ verso: '', recto: '' });
    expect(pages[1]?.part).toBe('c1');
  });

  it('every page of every part stands once and in order, whatever the parts', () => {
    const parts = fc.array(
      fc.record({
        count: fc.integer({ min: 1, max: 5 }),
        numbering: fc.constantFrom('roman' as const, 'arabic' as const),
        openOn: fc.constantFrom('next' as const, 'recto' as const),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(parts, (specs) => {
        const all = specs.map(({ count, ...rest }, index) => part(`c${index}`, count, rest));
        const { pages } = numberPages(all);
        expect(pages.flatMap(({ content }) => content?.anchors ?? [])).toEqual(
          all.flatMap(({ pages: own }) => own.flatMap(({ anchors }) => anchors)),
        );
        expect(pages.every(({ sheet, side }) => (sheet % 2 === 1) === (side === 'recto'))).toBe(true);
      }),
    );
  });

  it('roman numerals are those of a title page', () => {
    expect([1, 4, 9, 14, 49, 1999].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xlix', 'mcmxcix']);
  });
});
