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

export type PageScope = Window & {
  Paged?: { Previewer: new () => PagedPreviewer };
  /** See the correction `ids-that-repeat`. */
  pagedjsIds?: number;
  banxinPreviewer?: PagedPreviewer | undefined;
};
