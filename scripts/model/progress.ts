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
}

export type OnProgress = (progress: Progress) => void;
