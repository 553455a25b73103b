import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import { type Browser, endBrowser, type FoundBrowser, launchBrowser } from './browser.js';
import type { Warm } from './warm.js';

/**
 * A browser for one build. After a crash it can be started again; `generation` tells the starts apart,
 * so that of several workers that saw one crash only the first restarts it.
 */
export interface BrowserSession {
  readonly generation: number;
  /** How many tabs may work at once. */
  readonly tabs: number;
  readonly signal: AbortSignal | undefined;
  /** What is kept for the next layout; nothing where there is no next. */
  readonly warm?: Warm | undefined;
  /** Chromium's own version, e.g. `HeadlessChrome/147.0.7727.0`. */
  readonly version: string;
  browser(): Promise<Browser>;
  /** Ends the browser of that generation and starts another; does nothing if one was started since. */
  restart(generation: number): Promise<void>;
  end(): Promise<void>;
}

/** Starts the browser. It is ended by `end`, and at once when the signal aborts. `warm`: what is kept from one layout to the next. */
export async function openBrowserSession(
  found: FoundBrowser,
  tabs: number,
  signal?: AbortSignal,
  warm?: Warm,
): Promise<Outcome<BrowserSession>> {
  const first = await launchBrowser(found);
  // A browser that dies while it starts is tried once more, like all its work.
  const { value: browser, diagnostics } = first.value || signal?.aborted ? first : await launchBrowser(found);
  if (signal?.aborted && browser) await endBrowser(browser);
  signal?.throwIfAborted();
  if (!browser) return failure(diagnostics);
  const version = await browser.version().catch(() => '');
  const session = new Session(found, browser, version, tabs, signal, warm);
  // Cancelled in the meantime: nobody else would end it.
  if (signal?.aborted) await session.end();
  signal?.throwIfAborted();
  return success(session);
}

class Session implements BrowserSession {
  generation = 0;
  #current: Promise<Browser>;
  readonly #onAbort = (): void => void this.end();

  constructor(
    readonly found: FoundBrowser,
    first: Browser,
    readonly version: string,
    readonly tabs: number,
    readonly signal: AbortSignal | undefined,
    readonly warm?: Warm,
  ) {
    this.#current = Promise.resolve(first);
    signal?.addEventListener('abort', this.#onAbort);
  }

  browser(): Promise<Browser> {
    return this.#current;
  }

  async restart(generation: number): Promise<void> {
    if (generation !== this.generation || this.signal?.aborted) return;
    this.generation += 1;
    const old = this.#current;
    this.#current = old.then(endBrowser, () => undefined).then(() => this.#launch());
    await this.#current.catch(() => undefined);
  }

  async end(): Promise<void> {
    this.signal?.removeEventListener('abort', this.#onAbort);
    await this.#current.then(endBrowser, () => undefined);
  }

  async #launch(): Promise<Browser> {
    const { value, diagnostics } = await launchBrowser(this.found);
    if (!value) throw new Error(diagnostics[0]?.message ?? 'the browser did not start again');
    return value;
  }
}
