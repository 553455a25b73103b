import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FuzzDesk, openFuzzDesk } from '../../scripts/bench/fuzz-desk.js';
import { type FuzzResult, runFuzz } from '../../scripts/bench/fuzz-run.js';
import { written } from '../../scripts/bench/piece.js';
import { randomChapter } from '../../scripts/bench/random-book.js';

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);
/** Seeds that failed once; the bench found them (`npm run fuzz`). */
const onceFailed = [75, 152, 161, 187, 1012, 1054, 1409, 2065];

let desk: FuzzDesk;
beforeAll(async () => {
  desk = await openFuzzDesk(2);
});
afterAll(() => desk.session.end());

async function results(of: readonly number[]): Promise<readonly FuzzResult[]> {
  const all: FuzzResult[] = [];
  await runFuzz(desk, of, (result) => all.push(result));
  return all;
}

describe('random books', () => {
  it('are the same for the same seed', () => {
    const text = (seed: number) => written(randomChapter(seed));
    expect(text(7)).toBe(text(7));
    expect(text(7)).not.toBe(text(8));
  });

  it('have every piece of their text once, in order, within the pages and seen', async () => {
    const all = await results([...seeds, ...onceFailed]);
    expect(all.filter(({ hang }) => hang !== undefined)).toEqual([]);
    expect(all.flatMap(({ seed, faults }) => faults.map((fault) => ({ seed, ...fault })))).toEqual([]);
    expect(all.reduce((sum, { pages }) => sum + pages, 0)).toBeGreaterThan(1000);
  }, 120_000);
});
