import { sha256 } from '../../files/read.js';

/** Hands out ids that are unique in the book. */
export interface IdRegistry {
  /** The wished id, or with `-2`, `-3` … behind it if it is taken. */
  readonly claim: (wish: string) => string;
}

export function idRegistry(): IdRegistry {
  const taken = new Set<string>();
  const counters = new Map<string, number>();
  return {
    claim(wish) {
      let id = wish;
      for (let count = counters.get(wish) ?? 1; taken.has(id); id = `${wish}-${count}`) {
        count += 1;
        counters.set(wish, count);
      }
      taken.add(id);
      return id;
    },
  };
}

/** Eight hexadecimal digits that stand for a text: an id made of them stays when the text moves. */
export function fingerprint(text: string): string {
  return sha256(text).slice(0, 8);
}

/** Whether a text may stand in an id as it is. */
export function isAsciiId(text: string): boolean {
  return /^[A-Za-z0-9._-]{1,100}$/.test(text);
}
