import { installedAt } from './installed.js';
import type { EpubContents } from './readium-manifest.js';
import type { Engine, PageFacts, Walk } from './walk.js';

/** The little of Readium that the walk uses. */
interface ReadiumModules {
  readonly EpubNavigator: new (
    container: HTMLElement,
    publication: object,
    listeners: object,
    positions: readonly object[],
  ) => ReadiumNavigator;
  readonly Link: { deserialize(json: object): object };
  readonly Locator: { deserialize(json: object): object };
  readonly Manifest: { deserialize(json: object): { setSelfLink(address: string): void } };
  readonly HttpFetcher: new (client: undefined, address: string) => object;
  readonly Publication: new (values: object) => object;
}

interface ReadiumNavigator {
  readonly _cframes: readonly ({ readonly window: Window } | undefined)[];
  load(): Promise<void>;
  goLink(link: object, animated: boolean, done: (ok: boolean) => void): void;
}

/** Readium's navigator for the web, the engine of Thorium Web. It stops where XHTML is not well-formed. */
export const readium: Engine = {
  name: 'Readium',
  files: {
    'navigator/': installedAt('@readium/navigator', 'dist/index.js'),
    'shared/': installedAt('@readium/shared', 'dist/index.js'),
  },
  host: [
    '<script type="module">',
    'import { EpubNavigator } from "/navigator/index.js";',
    'import { Link, Locator, Manifest, HttpFetcher, Publication } from "/shared/index.js";',
    'window.readium = { EpubNavigator, Link, Locator, Manifest, HttpFetcher, Publication };',
    '</script>',
  ].join('\n'),
  walk,
};

async function walk({ spine, toc }: EpubContents): Promise<Walk> {
  const { readium } = window as unknown as { readium: ReadiumModules };
  const address = `${location.origin}/book/manifest.json`;
  const manifest = readium.Manifest.deserialize(await (await fetch(address)).json());
  manifest.setSelfLink(address);
  const fetcher = new readium.HttpFetcher(undefined, address);
  const publication = new readium.Publication({ manifest, fetcher });
  const positions = spine.map((href, index) =>
    readium.Locator.deserialize({
      href,
      type: 'application/xhtml+xml',
      locations: { position: index + 1, progression: 0, totalProgression: index / spine.length },
    }),
  );
  const container = document.createElement('div');
  container.style.cssText = 'position: relative; width: 100vw; height: 100vh; overflow: hidden';
  document.body.append(container);
  const navigator = new readium.EpubNavigator(container, publication, {}, positions);
  await navigator.load();
  const shown = (): Document => navigator._cframes[0]?.window.document ?? document;
  const go = (href: string): Promise<boolean> =>
    new Promise((resolve) => navigator.goLink(readium.Link.deserialize({ href }), false, resolve));
  const pages: PageFacts[] = [];
  const faults: string[] = [];
  for (const href of spine) {
    if (!(await go(href))) faults.push(`${href}: not reached`);
    pages.push(await window.walker.look(shown()));
  }
  const contents: [string, string][] = [];
  const follow = async (entries: EpubContents['toc']): Promise<void> => {
    for (const { title, href, children } of entries) {
      if (!(await go(href))) faults.push(`${href}: not reached`);
      const { text, fault } = window.walker.place(shown(), href);
      contents.push([title, text]);
      if (fault) faults.push(fault);
      await follow(children);
    }
  };
  await follow(toc);
  return { pages, faults, contents };
}
