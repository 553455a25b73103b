/** How far a piece of work has come; told to whoever asked for it. */
export interface Progress {
  /** What is being done: `read`, `fonts`, `browser`, `layout`, `print`, `ebook`, `check` … */
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  /** What is in hand just now, e.g. the chapter's title. */
  readonly detail?: string;
  /** How many pages there are so far. */
  readonly pages?: number;
  /** Seconds that the rest of the stage will take, where that can be said. */
  readonly secondsLeft?: number;
}

export type OnProgress = (progress: Progress) => void;
