/**
 * Keeps what can be made again, by a key that says all that it was made from. `get` gives what `put` was given, or
 * nothing; neither ever fails.
 */
export interface Store {
  get(key: string): Promise<Uint8Array | undefined>;
  put(key: string, bytes: Uint8Array): Promise<void>;
}

/** For work that is not to be kept. */
export const noStore: Store = {
  get: async () => undefined,
  put: async () => undefined,
};
