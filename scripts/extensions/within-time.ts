import { createContext, Script } from 'node:vm';

/** How a call of a book's own code ended. */
export type Ending<T> = { readonly value: T } | { readonly error: unknown } | { readonly late: true };

/** One context for all calls: making one takes as long as a hundred calls, and a book has thousands of paragraphs. */
const bridge = createContext({ work: () => undefined });
const call = new Script('work()');

/**
 * Calls a function and stops it where it takes longer than `limit` ms: the watchdog of `node:vm` ends whatever runs on
 * this thread, so that an endless loop or an endless regular expression is an ending like any other. It is no sandbox:
 * what runs here was allowed by its owner.
 */
export function withinTime<T>(limit: number, work: () => T): Ending<T> {
  const made: { value?: T; error?: unknown; threw?: boolean } = {};
  const inside = (): void => {
    try {
      made.value = work();
    } catch (error) {
      Object.assign(made, { error, threw: true });
    }
  };
  bridge.work = inside;
  try {
    call.runInContext(bridge, { timeout: limit });
  } catch {
    return { late: true };
  }
  return made.threw ? { error: made.error } : { value: made.value as T };
}

/** The same for a function that may give a promise: the wait for it is limited too. */
export async function withinTimeAsync<T>(limit: number, work: () => T | Promise<T>): Promise<Ending<T>> {
  const begun = withinTime(limit, work);
  if (!('value' in begun)) return begun;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Ending<T>>((resolve) => {
    timer = setTimeout(() => resolve({ late: true }), limit);
  });
  const settled = Promise.resolve(begun.value).then(
    (value): Ending<T> => ({ value }),
    (error: unknown): Ending<T> => ({ error }),
  );
  return Promise.race([settled, late]).finally(() => clearTimeout(timer));
}
