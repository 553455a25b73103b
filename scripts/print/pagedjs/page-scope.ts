import type { TextRun } from './text-runs.js';

/** What of Paged.js the functions that run in the browser use; it stays on the window between them. */
export interface PagedPreviewer {
  preview(
    content: DocumentFragment,
    css: readonly Record<string, string>[],
    target: HTMLElement,
  ): Promise<unknown>;
  polisher: { destroy(): void; styleSheet: CSSStyleSheet };
  chunker: { destroy(): void };
}

/** The class whose methods Paged.js calls at the steps of a layout that they are named for. */
export type PagedHandler = new (...settings: unknown[]) => object;

export interface Paged {
  readonly Previewer: new () => PagedPreviewer;
  readonly Handler: PagedHandler;
  registerHandlers(handler: PagedHandler): void;
}

export type PageScope = Window & {
  Paged?: Paged;
  /** See the correction `ids-that-repeat`. */
  pagedjsIds?: number;
  banxinPreviewer?: PagedPreviewer | undefined;
  /** Reads runs of text; elements that match `except` are left out with all that is in them. */
  banxinReadRuns?: (root: Node, page: number, except: string) => TextRun[];
  /** The text of the part as Paged.js got it. */
  banxinSource?: TextStreams;
};

/** Text in reading order: that of the pages, and that of the notes at their foot. */
export interface TextStreams {
  readonly main: readonly TextRun[];
  readonly notes: readonly TextRun[];
}
