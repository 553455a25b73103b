import type { Browser } from './browser.js';
import type { BrowserSession } from './browser-session.js';
import { kindOfTab, openLayoutTab, type TabSetup } from './layout-tab.js';
import type { OfflinePage } from './offline-page.js';
import type { TabKind } from './warm-tabs.js';

/** One worker's tab, opened on first need and again after a failure or a new browser; a session's warm tabs come first. */
export class TabHolder {
  #tab: OfflinePage | undefined;
  #browser: Browser | undefined;
  readonly #kind: TabKind | undefined;
  readonly #refused = new Set<string>();

  constructor(
    readonly session: BrowserSession,
    readonly setup: TabSetup,
  ) {
    this.#kind = session.warm && kindOfTab(setup);
  }

  async open(browser: Browser): Promise<OfflinePage> {
    if (this.#tab && this.#browser === browser) return this.#tab;
    this.#forget();
    this.#browser = browser;
    const warm = this.#kind && this.session.warm?.tabs.take(browser, this.#kind);
    this.#tab = warm ?? (await openLayoutTab(browser, this.setup));
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
    const tab = this.#tab;
    this.#forget();
    if (tab && this.#browser && this.#kind)
      await this.session.warm?.tabs.give(this.#browser, this.#kind, tab);
    else await tab?.page.close().catch(() => undefined);
    return this.#refused;
  }
}
