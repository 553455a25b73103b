/** Before this share is done, an estimate would be a guess. */
const leastShare = 0.1;

/** Tells how long the rest of some work will take, from how long the first of it took. */
export class TimeLeft {
  #left: number;
  #done = 0;
  readonly #started: number;

  /** `total` is all the work, in any unit; `now` reads a clock in ms. */
  constructor(
    total: number,
    readonly now: () => number = () => performance.now(),
  ) {
    this.#left = total;
    this.#started = now();
  }

  /** Work that turned out to be done already: it says nothing of how long the rest takes. */
  skip(work: number): undefined {
    this.#left -= work;
  }

  /** Seconds that the rest will take, rounded up, now that more is done; nothing while too little is. */
  finish(work: number): number | undefined {
    this.#left -= work;
    this.#done += work;
    const share = this.#done / (this.#done + this.#left);
    if (share < leastShare) return undefined;
    return Math.ceil(((this.now() - this.#started) * this.#left) / this.#done / 1000);
  }
}
