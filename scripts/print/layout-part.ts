import type { LaidOutPage } from '../model/pages.js';
import type { Page } from './browser.js';
import { origin } from './offline-page.js';

/** What goes into one layout: the part's markup and the whole print style sheet. */
export interface LayoutRequest {
  readonly html: string;
  readonly css: string;
}

export interface LayoutResult {
  readonly pages: readonly LaidOutPage[];
  /** The style sheet as Paged.js rewrote it; the same for all parts with the same `css`. */
  readonly css: string;
}

/** Lays one part out in a tab that is ready for it (see `prepareTab`) and clears the tab again. */
export async function layoutPart(page: Page, request: LayoutRequest): Promise<LayoutResult> {
  return page.evaluate(layOut, request, `${origin}/print.css`);
}

/**
 * Runs in the browser. Everything that varies from run to run (ids that Paged.js draws) is left out, and so are
 * its margin boxes: which side a page stands on is known only when the parts are joined (see join-pages.ts).
 */
async function layOut(request: LayoutRequest, cssUrl: string): Promise<LayoutResult> {
  interface PagedPreviewer {
    preview(html: string, css: readonly Record<string, string>[], target: HTMLElement): Promise<unknown>;
    polisher: { destroy(): void; styleSheet: CSSStyleSheet };
    chunker: { destroy(): void };
  }
  const scope = window as Window & { Paged?: { Previewer: new () => PagedPreviewer }; pagedjsIds?: number };
  if (!scope.Paged) throw new Error('Paged.js is not loaded');
  // See the correction `ids-that-repeat`.
  scope.pagedjsIds = 0;
  const target = document.createElement('div');
  document.body.replaceChildren(target);
  const previewer = new scope.Paged.Previewer();
  await previewer.preview(request.html, [{ [cssUrl]: request.css }], target);
  const styles = [...document.querySelectorAll('style[data-pagedjs-inserted-styles]')];
  // `A + B` and `:nth-of-type` become rules that only the sheet itself holds.
  const rewritten = [...previewer.polisher.styleSheet.cssRules]
    .map((rule) => rule.cssText)
    .filter((rule) => /\[data-(?:following|nth-of-type)/.test(rule));
  const css = [...rewritten, ...styles.map((style) => style.textContent ?? '')].join('\n');
  const seen = new Set<string>();
  const anchorsOf = (element: Element): string[] => {
    const anchors: string[] = [];
    for (const node of element.querySelectorAll('[id]')) {
      if (seen.has(node.id)) node.removeAttribute('id');
      else anchors.push(node.id);
      seen.add(node.id);
    }
    return anchors;
  };
  const forgetDrawnIds = (element: Element): void => {
    for (const name of ['data-ref', 'data-id']) {
      for (const node of element.querySelectorAll(`[${name}]`)) node.removeAttribute(name);
    }
    for (const name of ['data-split-to', 'data-split-from', 'data-split-original']) {
      for (const node of element.querySelectorAll(`[${name}]`)) node.setAttribute(name, '');
    }
  };
  const pages = [...target.querySelectorAll<HTMLElement>('.pagedjs_page')].map((element) => {
    forgetDrawnIds(element);
    for (const box of element.querySelectorAll('.pagedjs_bleed, .pagedjs_pagebox > :not(.pagedjs_area)'))
      box.remove();
    const anchors = anchorsOf(element);
    const classes = [...element.classList].filter((name) => !/^pagedjs_(?:left|right)_page$/.test(name));
    return { classes, style: element.getAttribute('style') ?? '', html: element.innerHTML, anchors };
  });
  previewer.chunker.destroy();
  previewer.polisher.destroy();
  document.body.replaceChildren();
  return { pages, css };
}
