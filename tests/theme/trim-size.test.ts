import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/files/package-root.js';
import type { BodyType, TrimSize } from '../../scripts/model/theme.js';
import { loadTheme } from '../../scripts/theme/load-theme.js';
import { loadTrim } from '../../scripts/theme/trim-size.js';
import { makeBook } from '../pipeline/make-book.js';

const mmPerPoint = 25.4 / 72;
const trims: readonly string[] = Object.keys(
  JSON.parse(readFileSync(join(packageRoot, 'styles/trims.json'), 'utf8')),
);
/** 五号 on 18 pt, 小四 on 20 pt, a small book, and a Latin one. */
const bodies: readonly BodyType[] = [
  { size: 10.5, line: 18 },
  { size: 12, line: 20 },
  { size: 9, line: 15 },
  { size: 11, line: 15, measure: [28, 33] },
];
const chinese: BodyType = { size: 10.5, line: 18 };

async function trimOf(name: string, body = chinese, textLength = 0): Promise<TrimSize> {
  const { value, diagnostics } = await loadTrim(name, packageRoot, body, undefined, textLength);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}

describe('every trim size, with every body type', () => {
  const all = trims.flatMap((name) =>
    bodies.map((body) => ({ name, body, type: `${body.size}/${body.line}` })),
  );

  it.each(all)('$name at $type pt has whole characters by whole lines, and margins take the rest', async ({
    name,
    body,
  }) => {
    const { width, height, margins, typeArea } = await trimOf(name, body);
    expect([typeArea.characters, typeArea.lines].every(Number.isInteger)).toBe(true);
    const area = [width - margins.inner - margins.outer, height - margins.head - margins.foot];
    // A tenth of a pixel more, against the browser's rounding.
    expect(area[0]).toBeCloseTo(typeArea.characters * body.size * mmPerPoint + 0.026, 2);
    expect(area[1]).toBeCloseTo(typeArea.lines * body.line * mmPerPoint + 0.026, 2);
  });

  it.each(
    all,
  )('$name at $type pt leaves at least 18 mm inside, 15 outside, more inside than out, more at the head than at the foot', async ({
    name,
    body,
  }) => {
    const { margins } = await trimOf(name, body);
    expect(margins.inner).toBeGreaterThanOrEqual(18);
    expect(margins.outer).toBeGreaterThanOrEqual(15);
    expect(margins.inner).toBeGreaterThan(margins.outer);
    expect(margins.foot).toBeGreaterThanOrEqual(16);
    expect(margins.head).toBeGreaterThan(margins.foot);
  });
});

describe('a trim size', () => {
  it('of a Chinese book has 24 to 30 characters in a line up to a page of 155 mm, and never more than 36', async () => {
    for (const name of trims) {
      const { width, typeArea } = await trimOf(name);
      expect(typeArea.characters, name).toBeGreaterThanOrEqual(24);
      expect(typeArea.characters, name).toBeLessThanOrEqual(width < 155 ? 30 : 36);
    }
  });

  it('keeps the figures that were tried on pages: 大32开 27 × 26, A5 28 × 26', async () => {
    expect(await trimOf('b32-140x210')).toMatchObject({
      typeArea: { characters: 27, lines: 26 },
      margins: { inner: 21, head: 23 },
    });
    expect(await trimOf('a5')).toMatchObject({
      typeArea: { characters: 28, lines: 26 },
      margins: { inner: 23.5, head: 23 },
    });
  });

  it('has more at the spine as the book thickens, and the same type area', async () => {
    const thin = await trimOf('b32-140x210', chinese, 100_000);
    const thick = await trimOf('b32-140x210', chinese, 900_000);
    expect([thin.margins.inner, thick.margins.inner]).toEqual([21, 24]);
    expect(thick.typeArea).toEqual(thin.typeArea);
    expect(thick.margins.outer).toBeGreaterThanOrEqual(15);
  });

  it('of a book may be width and height alone, or say its own characters, lines and margins', async () => {
    const book = await makeBook({
      'styles/trims.json': JSON.stringify({
        square: { width: 180, height: 180 },
        own: { label: '方本', width: 180, height: 180, characters: 30, lines: 20, inner: 40, head: 20 },
      }),
    });
    const square = await loadTrim('square', book, chinese);
    expect(square.value).toMatchObject({ label: 'square', typeArea: { characters: 33, lines: 19 } });
    const own = await loadTrim('own', book, chinese);
    expect(own.value).toMatchObject({
      label: '方本',
      typeArea: { characters: 30, lines: 20 },
      margins: { inner: 40, head: 20 },
    });
  });

  it('with a type area larger than the page, or a word for a number, is refused', async () => {
    const book = await makeBook({
      'styles/trims.json': JSON.stringify({
        full: { width: 100, height: 150, characters: 30 },
        worded: { width: 100, height: 150, lines: 'many' },
        bare: { width: 100 },
      }),
    });
    const codes = async (name: string) =>
      (await loadTrim(name, book, chinese)).diagnostics.map(({ code, values }) => [code, values.problem]);
    expect(await codes('full')).toEqual([['trim-impossible', undefined]]);
    expect(await codes('worded')).toEqual([
      ['style-data-malformed', '`lines` of `worded` must be a number above 0'],
    ]);
    expect(await codes('bare')).toEqual([
      ['style-data-malformed', '`bare` needs the numbers width and height, in mm'],
    ]);
  });

  it('that is unknown is named with the nearest', async () => {
    const place = { file: 'book.yaml', line: 3, column: 7 };
    const { diagnostics } = await loadTrim('a55', packageRoot, chinese, place);
    expect(diagnostics).toMatchObject([{ code: 'trim-unknown', values: { nearest: 'a5' }, place }]);
  });
});

describe('the measure of a theme', () => {
  const themed = async (body: object) => {
    const book = await makeBook({
      'styles/themes/mine/theme.json': JSON.stringify({ openOn: 'next', body, faces: ['song-400'] }),
    });
    return loadTheme('mine', book, ['zh-Hans']);
  };

  it('decides how long lines are', async () => {
    const { value } = await themed({ size: 11, line: 15, measure: [20, 22] });
    expect(value?.body.measure).toEqual([20, 22]);
    expect((await trimOf('a5', value?.body)).typeArea.characters).toBe(25);
  });

  it('is refused where it is no pair from short to long', async () => {
    for (const measure of [[30, 24], [24], 'wide', ['24', '30']]) {
      const { diagnostics } = await themed({ size: 11, line: 15, measure });
      expect(
        diagnostics.map(({ code }) => code),
        JSON.stringify(measure),
      ).toEqual(['style-data-malformed']);
    }
  });
});
