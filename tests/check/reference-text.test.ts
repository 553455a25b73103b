import { describe, expect, it } from 'vitest';
import { referenceText } from '../../scripts/check/reference-text.js';
import { chapterOf } from '../ebook/sample-books.js';

describe('the text of the manuscript', () => {
  const one = chapterOf({
    id: 'c1',
    html: '<h1 id="c1-a">第 一　章</h1>\n<p>甲<em>乙</em>\n丙 <sup class="noteref"><a role="doc-noteref" href="#n">1</a></sup>丁</p>',
  });
  const two = chapterOf({
    id: 'c2',
    html: '<p>戊</p>\n\n<ul><li>two words</li></ul>\n<p>注 <a role="doc-backlink" href="#x">↩︎</a></p>',
  });
  const text = referenceText([one, two]);

  it('is all characters of all chapters in order, without white space, note figures and arrows', () => {
    expect(text.units).toBe('第一章甲乙丙丁戊twowords注');
  });

  it('remembers white space inside blocks, not at their edges', () => {
    expect(text.gaps.map((gap) => text.units.slice(gap - 1, gap + 1))).toEqual([
      '第一',
      '一章',
      '乙丙',
      '丙丁',
      'ow',
    ]);
  });

  it('knows chapter and line of each character', () => {
    const placeOf = (character: string) => text.placeOf(text.units.indexOf(character));
    expect(placeOf('第')).toEqual({ chapterId: 'c1', place: { file: 'chapters/c1.md', line: 1 } });
    expect(placeOf('丁')).toEqual({ chapterId: 'c1', place: { file: 'chapters/c1.md', line: 3 } });
    expect(placeOf('戊')).toEqual({ chapterId: 'c2', place: { file: 'chapters/c2.md', line: 1 } });
    expect(placeOf('w')).toEqual({ chapterId: 'c2', place: { file: 'chapters/c2.md', line: 3 } });
    expect(text.placeOf(9999)).toEqual({ chapterId: 'c2', place: { file: 'chapters/c2.md', line: 4 } });
  });

  it('of three million characters is read and searched in moments', () => {
    const tree = chapterOf({ id: 'c1', html: '<p>空</p>' }).tree;
    const line = (number: number) => ({ line: number, column: 1, offset: 0 });
    const children = Array.from({ length: 60_000 }, (_, index) => ({
      type: 'element' as const,
      tagName: 'p',
      properties: {},
      children: [{ type: 'text' as const, value: '字'.repeat(50) }],
      position: { start: line(index + 1), end: line(index + 1) },
    }));
    const started = performance.now();
    const long = referenceText([{ ...one, tree: { ...tree, children } }]);
    expect(long.units).toHaveLength(3_000_000);
    for (let index = 0; index < 3_000_000; index += 997) {
      expect(long.placeOf(index).place.line).toBe(Math.floor(index / 50) + 1);
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
