import type { LaidOutPage } from '../../model/pages.js';
import type { PageScope } from './page-scope.js';

export interface TakenPages {
  readonly pages: readonly Omit<LaidOutPage, 'start'>[];
  /** The style sheet as Paged.js rewrote it; the same for all parts with the same `css`. */
  readonly css: string;
}

/**
 * Runs in the browser after `flow`: takes the pages and clears the tab. Marks that only layout needs are left
 * out, and so are Paged.js's margin boxes: which side a page stands on is known only when the parts are
 * joined (see join-pages.ts).
 */
export function takePages(): TakenPages {
  const scope = window as PageScope;
  const previewer = scope.banxinPreviewer;
  if (!previewer) throw new Error('nothing was laid out');
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
  const forget = (element: Element): void => {
    // Paged.js gives the notes that it moves ids of its own; their calls lead to the ids that they had.
    for (const note of element.querySelectorAll('.footnote[data-id]:not([data-split-from])'))
      note.id = note.getAttribute('data-id') ?? '';
    for (const name of ['data-ref', 'data-id', 'data-block', 'data-whole', 'data-line', 'data-fault']) {
      for (const node of element.querySelectorAll(`[${name}]`)) node.removeAttribute(name);
    }
    for (const name of ['data-split-to', 'data-split-from', 'data-split-original']) {
      for (const node of element.querySelectorAll(`[${name}]`)) node.setAttribute(name, '');
    }
    // The places where notes were taken from; their calls stand before them.
    for (const place of element.querySelectorAll('[data-footnote-call]')) place.remove();
    const boxes = '.pagedjs_bleed, .pagedjs_pagebox > :not(.pagedjs_area)';
    for (const box of element.querySelectorAll(boxes)) box.remove();
  };
  const pointsPerPixel = 0.75;
  const notesTopOf = (element: HTMLElement): number | undefined => {
    const notes = element.querySelector('.pagedjs_footnote_content:not(.pagedjs_footnote_empty)');
    if (!notes?.querySelector('.footnote')) return undefined;
    return (notes.getBoundingClientRect().top - element.getBoundingClientRect().top) * pointsPerPixel;
  };
  const pages = [...document.querySelectorAll<HTMLElement>('.pagedjs_page')].map((element) => {
    const notesTop = notesTopOf(element);
    forget(element);
    const anchors = anchorsOf(element);
    const classes = [...element.classList].filter((name) => !/^pagedjs_(?:left|right)_page$/.test(name));
    return {
      classes,
      style: element.getAttribute('style') ?? '',
      html: element.innerHTML,
      anchors,
      ...(notesTop !== undefined && { notesTop }),
    };
  });
  previewer.chunker.destroy();
  previewer.polisher.destroy();
  scope.banxinPreviewer = undefined;
  document.body.replaceChildren();
  return { pages, css };
}
