import { afterEach, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../scripts/print/browser-session.js';
import { inTwoAttempts } from '../../scripts/print/two-attempts.js';
import { openTestSession } from './browser-for-tests.js';

let session: BrowserSession | undefined;
afterEach(() => session?.end());

describe('work in the browser', () => {
  it('a browser that is killed is started anew and the work done again', async () => {
    session = await openTestSession();
    let attempts = 0;
    const result = await inTwoAttempts(session, 20_000, async (browser) => {
      if (attempts++ === 0) browser.process()?.kill('SIGKILL');
      const page = await browser.newPage();
      return page.evaluate(() => 6 * 7);
    });
    expect([result, attempts]).toEqual([{ value: 42 }, 2]);
  });

  it.skipIf(process.platform === 'win32')(
    'a browser that hangs is given up after the limit, and nothing of it stays',
    async () => {
      session = await openTestSession();
      const pids: (number | undefined)[] = [];
      const result = await inTwoAttempts(session, 1_500, async (browser) => {
        pids.push(browser.process()?.pid);
        if (pids.length === 1) browser.process()?.kill('SIGSTOP');
        return (await browser.newPage()).evaluate(() => 6 * 7);
      });
      expect(result).toEqual({ value: 42 });
      expect(() => process.kill(pids[0] ?? 0, 0)).toThrow();
    },
  );

  it('work that fails twice gives its reason, in one line', async () => {
    session = await openTestSession();
    const result = await inTwoAttempts(session, 20_000, () => Promise.reject(new Error('no\nstack')));
    expect(result).toEqual({ reason: 'no' });
  });
});
