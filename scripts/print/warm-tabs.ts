import type { Browser } from './browser.js';
import type { OfflinePage } from './offline-page.js';

/** What a tab was opened for. */
export interface TabKind {
  /** Equal keys are equal tabs, but for the characters that their fonts have. */
  readonly key: string;
  /** The characters of each face that is loaded in the tab, by the name of its file. */
  readonly characters: ReadonlyMap<string, string>;
}

interface WarmTab extends TabKind {
  readonly browser: Browser;
  readonly tab: OfflinePage;
  /** Works done in it. */
  readonly uses: number;
}

/** Tabs kept of one key; more are for books of which every chapter is laid out. */
const mostOfAKey = 1;

/** Keys of tabs that are kept: one to lay out, and one to see what is set in which face. */
const mostKeys = 2;

/** Works of one tab: what a browser keeps of those that are done is given back with the tab. */
const mostUses = 100;

/**
 * Tabs that stay open from one layout to the next, for a session that has many of one book (the preview): to open one and
 * load a book's fonts takes longer than to lay a chapter out. A tab may have more characters than are asked for: they look
 * alike in every cut of a face.
 */
export class WarmTabs {
  #kept: readonly WarmTab[] = [];
  readonly #lent = new WeakMap<OfflinePage, WarmTab>();

  /** A tab of that kind, which is then the caller's; tabs that are closed, and those of browsers that are gone, are forgotten. */
  take(browser: Browser, kind: TabKind): OfflinePage | undefined {
    this.#kept = this.#kept.filter((kept) => kept.browser === browser && !kept.tab.page.isClosed());
    const found = this.#kept.find(
      (kept) => kept.key === kind.key && hasAll(kept.characters, kind.characters),
    );
    if (!found) return undefined;
    this.#kept = this.#kept.filter((kept) => kept !== found);
    this.#lent.set(found.tab, found);
    return found.tab;
  }

  /** Keeps a tab, opened for that kind or taken, that nothing went wrong in; what is too many is closed. */
  async give(browser: Browser, kind: TabKind, tab: OfflinePage): Promise<void> {
    const before = this.#lent.get(tab) ?? { ...kind, browser, tab, uses: 0 };
    const given = { ...before, uses: before.uses + 1 };
    const isFit = given.uses < mostUses && tab.refused.size === 0 && !tab.page.isClosed();
    // A tab that is given back twice is one tab.
    const others = this.#kept.filter((kept) => kept.tab !== tab);
    const all = isFit ? [given, ...others] : others;
    const keys = [...new Set(all.map(({ key }) => key))].slice(0, mostKeys);
    this.#kept = keys.flatMap((key) => all.filter((each) => each.key === key).slice(0, mostOfAKey));
    const closed = [given, ...all].filter((each) => !this.#kept.includes(each));
    await Promise.all([...new Set(closed)].map((each) => each.tab.page.close().catch(() => undefined)));
  }
}

function hasAll(had: TabKind['characters'], wanted: TabKind['characters']): boolean {
  return [...wanted].every(([face, characters]) => {
    const own = had.get(face);
    if (own === undefined) return false;
    if (own === characters) return true;
    const known = new Set(own);
    return [...characters].every((character) => known.has(character));
  });
}
