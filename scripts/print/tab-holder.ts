import type { Browser } from './browser.js';
import type { BrowserSession } from './browser-session.js';
import { openLayoutTab, type TabSetup } from './layout-tab.js';
import type { OfflinePage } from './offline-page.js';

/** One worker's tab, opened on first need and again after a failure or a new browser. */
export class TabHolder {
  #tab: OfflinePage | undefined;
  #browser: Browser | undefined;
  readonly #refused = new Set<string>();

  constructor(
    readonly session: BrowserSession,
    readonly setup: TabSetup,
  ) {}

  async open(browser: Browser): Promise<OfflinePage> {
    if (this.#tab && this.#browser === browser) return this.#tab;
    this.#forget();
    this.#browser = browser;
    this.#tab = await openLayoutTab(browser, this.setup);
    return this.#tab;
  }

  #forget(): void {
    for (const url of this.#tab?.refused ?? []) this.#refused.add(url);
    this.#tab = undefined;
  }

  /** Whether every request so far was answered. */
  get refusedNothing(): boolean {
    return this.#refused.size === 0 && (this.#tab?.refused.size ?? 0) === 0;
  }

  async close(): Promise<ReadonlySet<string>> {
    const page = this.#tab?.page;
    this.#forget();
    await page?.close().catch(() => undefined);
    return this.#refused;
  }
}
