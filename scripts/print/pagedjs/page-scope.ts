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

/** Answers where a thing on a page stands and whether it is seen. */
export interface Sight {
  /** The rectangles of a node, or of some characters of a text; none of no size. */
  rectsOf(node: Node, start?: number, length?: number): DOMRect[];
  /** How far a rectangle stands beyond what is seen in an element, px; 0 within. */
  beyond(rect: DOMRect, element: Element, area: Element): number;
  isSeen(element: Element): boolean;
}

export type PageScope = Window & {
  Paged?: Paged;
  /** See the correction `ids-that-repeat`. */
  pagedjsIds?: number;
  banxinPreviewer?: PagedPreviewer | undefined;
  /** See sight.ts. */
  banxinSight?: Sight;
  /** Reads runs of text; elements that match `except` are left out with all that is in them. */
  banxinReadRuns?: (root: Node, page: number, except: string) => TextRun[];
  /** The text of the part as Paged.js got it. */
  banxinSource?: TextStreams;
};

/** A stretch of text of one line of the manuscript, without its white space. */
export interface TextRun {
  readonly text: string;
  /** Line in the manuscript; 0 where it is not known. */
  readonly line: number;
  /** Page in the part, from 1; 0 in the source. */
  readonly page: number;
}

/** Text in reading order: that of the pages, and that of the notes at their foot. */
export interface TextStreams {
  readonly main: readonly TextRun[];
  readonly notes: readonly TextRun[];
}
