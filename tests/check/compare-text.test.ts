import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText, type TextDifference } from '../../scripts/check/compare-text.js';

/** Puts the differences into the reference; a right report of them gives the output. */
function apply(reference: string, differences: readonly TextDifference[]): string {
  const gone = differences.filter(({ kind }) => kind !== 'added');
  let kept = '';
  let at = 0;
  for (const { referenceIndex, text } of gone) {
    expect(reference.slice(referenceIndex, referenceIndex + text.length)).toBe(text);
    kept += reference.slice(at, referenceIndex);
    at = referenceIndex + text.length;
  }
  kept += reference.slice(at);
  let output = '';
  const come = differences
    .filter(({ kind }) => kind !== 'lost')
    .toSorted((x, y) => x.outputIndex - y.outputIndex);
  for (const { outputIndex, text, replacement } of come) {
    const stretch = outputIndex - output.length;
    output += kept.slice(0, stretch) + (replacement ?? text);
    kept = kept.slice(stretch);
  }
  return output + kept;
}

/** A text of distinct-looking Chinese, the same for the same seed. */
function prose(length: number, seed = 1): string {
  const letters: string[] = [];
  let state = seed;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    letters.push(index % 23 === 22 ? '。' : String.fromCodePoint(0x4e00 + ((state >> 8) % 1500)));
  }
  return letters.join('');
}

const alphabet = fc.constantFrom('的', '一', '是', '。', '，', 'a', '\u{20000}', '\u{20001}', '国');
const anyText = fc.array(alphabet, { maxLength: 120 }).map((letters) => letters.join(''));

describe('comparing texts', () => {
  it('finds nothing in equal texts', () => {
    fc.assert(fc.property(anyText, (text) => compareText(text, text).length === 0));
  });

  it('gives differences that make the output of the reference, for any two texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (reference, output) => {
        expect(apply(reference, compareText(reference, output))).toBe(output);
      }),
      { numRuns: 400 },
    );
  });

  it('finds a deletion, an insertion and a move wherever they are, and no more than was done', () => {
    const cut = fc.record({ at: fc.nat(4999), length: fc.integer({ min: 1, max: 40 }) });
    const kind = fc.constantFrom('delete', 'insert', 'move');
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, cut, fc.nat(4999)), { minLength: 1, maxLength: 6 }), (edits) => {
        const reference = prose(5000);
        let output = reference;
        let touched = 0;
        for (const [what, { at, length }, to] of edits) {
          const part = what === 'insert' ? prose(length, at + 2) : output.slice(at, at + length);
          if (what !== 'insert') output = output.slice(0, at) + output.slice(at + length);
          if (what !== 'delete') output = output.slice(0, to) + part + output.slice(to);
          touched += part.length;
        }
        const differences = compareText(reference, output);
        expect(apply(reference, differences)).toBe(output);
        const reported = differences.reduce(
          (sum, { text, replacement }) => sum + Math.max(text.length, replacement?.length ?? 0),
          0,
        );
        expect(reported).toBeLessThanOrEqual(2 * touched);
      }),
      { numRuns: 60 },
    );
  });

  it('reports a moved paragraph as moved, not as lost and added', () => {
    const text = prose(3000);
    const part = text.slice(1000, 1069);
    const output = `${text.slice(0, 1000)}${text.slice(1069, 2000)}${part}${text.slice(2000)}`;
    expect(compareText(text, output)).toEqual([
      { kind: 'moved', text: part, referenceIndex: 1000, outputIndex: 1931 },
    ]);
  });

  it('reports two paragraphs that changed places as one move, though both end in the same mark', () => {
    const output = `甲段在这里说第一件事情。丁段。丙段在这里说第三件大事情。乙段在这里说第二件事。戊段。`;
    const reference = `甲段在这里说第一件事情。丁段。乙段在这里说第二件事。丙段在这里说第三件大事情。戊段。`;
    expect(compareText(reference, output).map(({ kind }) => kind)).toEqual(['moved']);
  });

  it('does not call a moved stretch the same where its last character became another', () => {
    const text = prose(200);
    const moved = text.slice(8, 17);
    const output = `${moved.slice(0, 8)}甲${text.slice(0, 8)}${text.slice(17)}`;
    const differences = compareText(text, output);
    expect(apply(text, differences)).toBe(output);
    expect(differences.map(({ kind, text: found }) => [kind, found])).toEqual(
      expect.arrayContaining([['moved', moved.slice(0, 8)]]),
    );
  });

  it('names a character that became another as changed', () => {
    expect(compareText('不忘初心，牢记使命', '不忘初心，牢记史命')).toEqual([
      { kind: 'changed', text: '使', replacement: '史', referenceIndex: 7, outputIndex: 7 },
    ]);
  });

  it('never cuts a character outside the basic plane in two', () => {
    expect(compareText('甲\u{20000}乙', '甲\u{20001}乙')).toEqual([
      { kind: 'changed', text: '\u{20000}', replacement: '\u{20001}', referenceIndex: 1, outputIndex: 1 },
    ]);
  });

  it('says all is lost or all is added where one text is empty', () => {
    expect(compareText('全文', '')).toEqual([
      { kind: 'lost', text: '全文', referenceIndex: 0, outputIndex: 0 },
    ]);
    expect(compareText('', '全文')).toEqual([
      { kind: 'added', text: '全文', referenceIndex: 0, outputIndex: 0 },
    ]);
  });

  it('finds three edits in a million characters within seconds', () => {
    const text = prose(1_000_000);
    const output = `${text.slice(0, 200_000)}${text.slice(200_003, 500_000)}多出${text.slice(500_000, 700_000)}${text.slice(700_060, 900_000)}${text.slice(700_000, 700_060)}${text.slice(900_000)}`;
    const started = performance.now();
    expect(compareText(text, output).map(({ kind, referenceIndex }) => [kind, referenceIndex])).toEqual([
      ['lost', 200_000],
      ['added', 500_000],
      ['moved', 700_000],
    ]);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('stays bounded where half a million characters repeat one line, and where two texts share nothing', () => {
    const repeated = '一样的话，'.repeat(100_000);
    const started = performance.now();
    expect(compareText(repeated, repeated.slice(5)).map(({ kind, text }) => [kind, text.length])).toEqual([
      ['lost', 5],
    ]);
    expect(apply(repeated, compareText(repeated, `序${repeated.replaceAll('话', '語')}`))).toContain('語');
    const [one, other] = [prose(300_000, 3), prose(300_000, 77)];
    expect(apply(one, compareText(one, other))).toBe(other);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
