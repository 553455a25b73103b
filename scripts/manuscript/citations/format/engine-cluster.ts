/** A source as the engine is asked for it (citeproc-js, "Citation data object"). */
export interface EngineCitation {
  readonly id: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly locator?: string;
  readonly label?: string;
  readonly 'suppress-author'?: boolean;
}

/** Sources that the engine sets in one place. */
export interface EngineCluster {
  readonly citationID: string;
  readonly citationItems: readonly EngineCitation[];
  /** `composite` sets the author first, then the infix, then the rest. */
  readonly properties: { readonly noteIndex: number; readonly mode?: 'composite'; readonly infix?: string };
}

/**
 * The name of an item inside the engine. Keys are the author's own words, and the engine keeps items in plain maps, where
 * `__proto__` is no key, `1` comes before all others, and `0` counts as nothing.
 */
export function engineId(number: number): string {
  return `i${number}`;
}

/** The number of an item that the engine names. */
export function numberOfId(id: string | undefined): number {
  return Number(id?.slice(1) ?? -1);
}
