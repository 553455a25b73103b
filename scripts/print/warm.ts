import type { LayoutResult } from './layout-part.js';
import { WarmTabs } from './warm-tabs.js';

/** What stays from one layout to the next while a session lasts that has many of one book (the preview). */
export interface Warm {
  readonly tabs: WarmTabs;
  readonly layouts: LayoutMemory;
}

export function makeWarm(): Warm {
  return { tabs: new WarmTabs(), layouts: new LayoutMemory() };
}

/** Rounds that a layout is kept for without being asked for: what is undone at once is there again. */
const idleRounds = 3;

/** The layouts made or read last, by the key under which the store has them: a file need not be read and parsed again. */
class LayoutMemory {
  readonly #layouts = new Map<string, { readonly layout: LayoutResult; round: number }>();
  #round = 0;

  /** A layout of the whole book begins. */
  begin(): void {
    this.#round += 1;
    for (const [key, { round }] of this.#layouts)
      if (this.#round - round > idleRounds) this.#layouts.delete(key);
  }

  get(key: string): LayoutResult | undefined {
    const found = this.#layouts.get(key);
    if (found) found.round = this.#round;
    return found?.layout;
  }

  set(key: string, layout: LayoutResult): void {
    this.#layouts.set(key, { layout, round: this.#round });
  }
}
