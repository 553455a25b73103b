import type { Browser } from './browser.js';
import type { BrowserSession } from './browser-session.js';

/** What came of work in the browser: its value, or why it failed the second time. */
export type Attempt<T> = { readonly value: T } | { readonly reason: string };

/**
 * Does work in the session's browser within a time limit (ms). If it fails, the browser is started anew and the
 * work done once more. A failure that only came from another worker's restart of the browser does not count.
 * Throws the signal's reason when the build is cancelled.
 */
export async function inTwoAttempts<T>(
  session: BrowserSession,
  limit: number,
  work: (browser: Browser) => Promise<T>,
): Promise<Attempt<T>> {
  let reason = '';
  for (let failures = 0; failures < 2; ) {
    session.signal?.throwIfAborted();
    const { generation } = session;
    try {
      return { value: await within(session.browser().then(work), limit) };
    } catch (error) {
      session.signal?.throwIfAborted();
      reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      if (session.generation === generation) failures += 1;
      await session.restart(generation);
    }
  }
  return { reason };
}

async function within<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${Math.round(limit / 1000)} s`)), limit);
  });
  // Work given up on may still fail later, when its browser is ended; that says nothing new.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
