import { installedAt } from './installed.js';
import type { Engine, PageFacts, Walk } from './walk.js';

/** The little of epub.js that the walk uses. */
interface EpubJsBook {
  readonly ready: Promise<unknown>;
  readonly spine: { readonly spineItems: readonly { readonly href: string; readonly linear: boolean }[] };
  readonly loaded: { readonly navigation: Promise<{ readonly toc: readonly EpubJsEntry[] }> };
  renderTo(element: Element, options: object): EpubJsRendition;
}

interface EpubJsRendition {
  display(target: string): Promise<unknown>;
  getContents(): readonly { readonly document: Document }[];
}

interface EpubJsEntry {
  readonly label: string;
  readonly href: string;
  readonly subitems?: readonly EpubJsEntry[];
}

/** epub.js, the engine of many readers on the web. It shows the browser's error where XHTML is not well-formed. */
export const epubJs: Engine = {
  name: 'epub.js',
  files: {
    'epubjs/': installedAt('epubjs', 'dist/epub.js'),
    'jszip/': installedAt('jszip', 'dist/jszip.js'),
  },
  host: '<script src="/jszip/jszip.js"></script><script src="/epubjs/epub.js"></script>',
  walk,
};

async function walk(): Promise<Walk> {
  const { ePub } = window as unknown as { ePub: (address: string) => EpubJsBook };
  const book = ePub('/book.epub');
  await book.ready;
  const { toc } = await book.loaded.navigation;
  const rendition = book.renderTo(document.body, {
    width: window.innerWidth,
    height: window.innerHeight,
    flow: 'paginated',
    spread: 'none',
  });
  const pages: PageFacts[] = [];
  const faults: string[] = [];
  const shown = (): Document => rendition.getContents()[0]?.document ?? document;
  for (const { href } of book.spine.spineItems) {
    await rendition.display(href);
    pages.push(await window.walker.look(shown()));
  }
  const contents: [string, string][] = [];
  const follow = async (entries: readonly EpubJsEntry[]): Promise<void> => {
    for (const { label, href, subitems } of entries) {
      await rendition.display(href);
      const { text, fault } = window.walker.place(shown(), href);
      contents.push([label.trim(), text]);
      if (fault) faults.push(fault);
      await follow(subitems ?? []);
    }
  };
  await follow(toc);
  return { pages, faults, contents };
}
