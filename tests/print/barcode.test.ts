import { assert, asyncProperty, integer } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ean13Of, isbnBarcode } from '../../scripts/print/leaves/barcode.js';

/** Bars and spaces of the ten digits in set A (ISO/IEC 15420, table 1): space, bar, space, bar, in modules. */
const setA = ['3211', '2221', '2122', '1411', '1132', '1231', '1114', '1312', '1213', '3112'];
/** Which of the six digits of the left half are of set B, for each first digit (table 3). */
const parities = 'AAAAAA AABABB AABBAB AABBBA ABAABB ABBAAB ABBBAA ABABAB ABABBA ABBABA'.split(' ');

interface Bar {
  readonly from: number;
  readonly width: number;
  readonly height: number;
}

function barsOf(svg: string): readonly Bar[] {
  return [...svg.matchAll(/M([\d.]+) 0h([\d.]+)v([\d.]+)h-[\d.]+z/g)].map(([, ...numbers]) => {
    const [from = 0, width = 0, height = 0] = numbers.map(Number);
    return { from, width, height };
  });
}

/** Reads the bars as a scanner does: by the widths of bars and spaces. */
function scan(svg: string): string {
  const dark = Array.from({ length: 95 }, () => false);
  for (const { from, width } of barsOf(svg)) dark.fill(true, from, from + width);
  const runs = (from: number): string => {
    const widths: number[] = [];
    for (let at = from; at < from + 7; at++) {
      if (at > from && dark[at] === dark[at - 1]) widths[widths.length - 1] = (widths.at(-1) ?? 0) + 1;
      else widths.push(1);
    }
    return widths.join('');
  };
  const starts = [...Array(12).keys()].map((index) => (index < 6 ? 3 : 8) + 7 * index);
  const read = starts.map((start) => {
    const widths = runs(start);
    const inA = setA.indexOf(widths);
    return inA >= 0
      ? { set: 'A', digit: inA }
      : { set: 'B', digit: setA.indexOf([...widths].reverse().join('')) };
  });
  const first = parities.indexOf(
    read
      .slice(0, 6)
      .map(({ set }) => set)
      .join(''),
  );
  return `${first}${read.map(({ digit }) => digit).join('')}`;
}

describe('the barcode of an ISBN', () => {
  it('reads as its thirteen digits, whatever they are', async () => {
    await assert(
      asyncProperty(
        integer({ min: 0, max: 999_999_999 }),
        integer({ min: 978, max: 979 }),
        async (n, prefix) => {
          const number = ean13Of(`${prefix}${String(n).padStart(9, '0')}`.padEnd(13, '0'));
          const digits = [...number.slice(0, 12)];
          const sum = digits.reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
          const whole = `${digits.join('')}${(10 - (sum % 10)) % 10}`;
          expect(scan(await isbnBarcode(whole))).toBe(whole);
        },
      ),
      { numRuns: 50, seed: 4 },
    );
  });

  it('of an ISBN-10 is that of the ISBN-13 with the prefix 978', async () => {
    expect(ean13Of('0-306-40615-2')).toBe('9780306406157');
    expect(ean13Of('7-111-07575-X')).toBe('9787111075752');
    expect(scan(await isbnBarcode('0-306-40615-2'))).toBe('9780306406157');
  });

  it('has eleven white modules before its bars and seven behind, and is as wide as GS1 allows at least', async () => {
    const svg = await isbnBarcode('978-7-02-000220-7');
    const [, left, width] = /viewBox="(-?[\d.]+) 0 ([\d.]+) /.exec(svg) ?? [];
    const bars = barsOf(svg);
    const end = Math.max(...bars.map(({ from, width: own }) => from + own));
    expect([-Number(left), Number(width) + Number(left) - end]).toEqual([11, 7]);
    // 0.33 mm a module, reduced to 80 %.
    expect(Number(/width="([\d.]+)mm"/.exec(svg)?.[1]) / Number(width)).toBeCloseTo(0.264, 3);
  });

  it('has its digits as text, and guards longer than the other bars', async () => {
    const svg = await isbnBarcode('978-7-02-000220-7');
    expect(svg).toContain('>9787020002207</text>');
    const bars = barsOf(svg);
    const longest = Math.max(...bars.map(({ height }) => height));
    expect(bars.filter(({ height }) => height === longest).map(({ from }) => from)).toEqual([
      0, 2, 46, 48, 92, 94,
    ]);
  });
});
