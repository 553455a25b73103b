import { installedAt } from './installed.js';
import type { Engine, PageFacts, Walk } from './walk.js';

/** The little of foliate-js that the walk uses. */
interface FoliateView extends HTMLElement {
  readonly book: { readonly sections: readonly object[]; readonly toc: readonly FoliateEntry[] };
  open(address: string): Promise<void>;
  goTo(target: number | string): Promise<unknown>;
}

interface FoliateEntry {
  readonly label: string;
  readonly href: string;
  readonly subitems?: readonly FoliateEntry[] | null;
}

/** foliate-js, the engine of Foliate and Readest. It shows what is no well-formed XHTML as HTML. */
export const foliate: Engine = {
  name: 'foliate-js',
  files: { '': installedAt('foliate-js', 'view.js') },
  host: '<script type="module" src="/view.js"></script>',
  walk,
};

async function walk(): Promise<Walk> {
  await customElements.whenDefined('foliate-view');
  const view = document.createElement('foliate-view') as FoliateView;
  view.style.cssText = 'display: block; height: 100vh';
  document.body.append(view);
  await view.open('/book.epub');
  let shown = document;
  view.addEventListener('load', (event) => {
    if (event instanceof CustomEvent) shown = event.detail.doc;
  });
  const pages: PageFacts[] = [];
  const faults: string[] = [];
  for (const index of view.book.sections.keys()) {
    await view.goTo(index);
    pages.push(await window.walker.look(shown));
    if (shown.contentType !== 'application/xhtml+xml') faults.push(`${shown.title}: ${shown.contentType}`);
  }
  const contents: [string, string][] = [];
  const follow = async (entries: readonly FoliateEntry[]): Promise<void> => {
    for (const { label, href, subitems } of entries) {
      await view.goTo(href);
      const { text, fault } = window.walker.place(shown, href);
      contents.push([label, text]);
      if (fault) faults.push(fault);
      await follow(subitems ?? []);
    }
  };
  await follow(view.book.toc);
  return { pages, faults, contents };
}
