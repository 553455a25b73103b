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
