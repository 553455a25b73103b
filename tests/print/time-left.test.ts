import { describe, expect, it } from 'vitest';
import { TimeLeft } from '../../scripts/print/time-left.js';

describe('the time that is left', () => {
  it('follows from what took how long, and is not guessed before a tenth is done', () => {
    let now = 0;
    const left = new TimeLeft(200, () => now);
    now = 1000;
    expect(left.finish(10)).toBeUndefined();
    now = 4000;
    expect(left.finish(30)).toBe(16);
    now = 20_000;
    expect(left.finish(160)).toBe(0);
  });

  it('does not count what is taken from the cache', () => {
    let now = 0;
    const left = new TimeLeft(1000, () => now);
    left.skip(900);
    now = 2000;
    expect(left.finish(50)).toBe(2);
  });
});
