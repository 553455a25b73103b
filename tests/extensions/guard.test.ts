import { describe, expect, it } from 'vitest';
import { Guard } from '../../scripts/extensions/guard.js';
import { codesOf } from './own-book.js';

/** A guard with little patience. */
function guard(): Guard {
  return new Guard('check', 'mine', [], 100);
}

const never = (): never => {
  for (;;);
};

describe('the guard of a book’s own code', () => {
  it.each([
    ['a loop', never],
    ['a regular expression', () => /^(?:a+)+$/.test(`${'a'.repeat(40)}b`)],
    [
      'a loop within what catches everything',
      () => {
        for (;;) {
          try {
            never();
          } catch {
            // Nothing stops it, it thinks.
          }
        }
      },
    ],
  ])('stops %s that has no end', (_, work) => {
    const { value, diagnostics } = guard().call(work);
    expect([value, codesOf(diagnostics)]).toEqual([undefined, ['own-check-slow']]);
  });

  it('stops to wait for what never comes', async () => {
    const { diagnostics } = await guard().callAsync(() => new Promise(() => undefined));
    expect(codesOf(diagnostics)).toEqual(['own-check-slow']);
  });

  it('calls no more what has not ended once, and says so once', () => {
    const own = guard();
    let calls = 0;
    const told = [1, 2, 3].map(() =>
      own.call(() => {
        calls++;
        never();
      }),
    );
    expect([calls, told.flatMap(({ diagnostics }) => codesOf(diagnostics))]).toEqual([1, ['own-check-slow']]);
  });

  it.each<[string, () => unknown]>([
    [
      'an error',
      () => {
        throw new Error('why\nnot');
      },
    ],
    [
      'words',
      () => {
        throw 'why not';
      },
    ],
    ['by a promise', () => Promise.reject(new Error('why not'))],
  ])('tells in one line what is thrown: %s', async (_, work) => {
    const { diagnostics } = await guard().callAsync(work);
    expect(diagnostics[0]).toMatchObject({
      code: 'own-check-failed',
      values: { name: 'mine', reason: 'why not' },
    });
  });

  it('tells where nothing with a name is thrown', () => {
    expect(
      codesOf(
        guard().call(() => {
          throw undefined;
        }).diagnostics,
      ),
    ).toEqual(['own-check-failed']);
  });

  it('gives what is well as it is', async () => {
    expect(guard().call(() => undefined)).toEqual({ value: undefined, diagnostics: [] });
    expect(await guard().callAsync(async () => 7)).toEqual({ value: 7, diagnostics: [] });
  });
});
