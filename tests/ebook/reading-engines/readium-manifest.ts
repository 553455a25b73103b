import { posix } from 'node:path';
import { type Archive, openArchive } from '../../../scripts/check/epub-archive.js';
import { readPackage } from '../../../scripts/check/epub-package.js';
import { attributeOf, scanXml } from '../../../scripts/check/epub-xml.js';

/** An entry of the contents; `href` from the root of the zip, as RWPM links have it. */
export interface ContentsEntry {
  readonly title: string;
  readonly href: string;
  readonly children: readonly ContentsEntry[];
}

/** What an engine needs that opens no EPUB by itself: the files in reading order, and the contents. */
export interface EpubContents {
  readonly title: string;
  readonly language: string;
  readonly spine: readonly string[];
  readonly toc: readonly ContentsEntry[];
}

/** Reads package and navigation document of an EPUB. */
export function readContents(epub: Uint8Array): EpubContents {
  const archive = openArchive(epub);
  const book = archive && readPackage(archive);
  if (!archive || !book) throw new Error('this is no EPUB');
  const texts = textsOf(archive.readText(book.path) ?? '', ['dc:title', 'dc:language']);
  const nav = book.manifest.find((path) => path.endsWith('/toc.xhtml')) ?? '';
  return {
    title: texts['dc:title'] ?? '',
    language: texts['dc:language'] ?? '',
    spine: book.spine,
    toc: contentsOf(archive, nav),
  };
}

/** The Readium Web Publication Manifest of an EPUB that is served below `address`. */
export function readiumManifest({ title, language, spine, toc }: EpubContents, address: string): object {
  const type = 'application/xhtml+xml';
  const link = ({ title, href, children }: ContentsEntry): object => ({
    title,
    href,
    type,
    ...(children.length > 0 && { children: children.map(link) }),
  });
  return {
    '@context': 'https://readium.org/webpub-manifest/context.jsonld',
    metadata: {
      '@type': 'http://schema.org/Book',
      conformsTo: 'https://readium.org/webpub-manifest/profiles/epub',
      title,
      language,
    },
    links: [{ rel: 'self', href: `${address}/manifest.json`, type: 'application/webpub+json' }],
    readingOrder: spine.map((href) => ({ href, type })),
    toc: toc.map(link),
  };
}

function textsOf(source: string, names: readonly string[]): Record<string, string> {
  const texts: Record<string, string> = {};
  let open = '';
  scanXml(source, {
    open: (name) => {
      open = name;
    },
    close: () => {
      open = '';
    },
    text: (value) => {
      if (names.includes(open)) texts[open] ??= value;
    },
  });
  return texts;
}

/** The list of `nav epub:type="toc"`: an entry is a link, its children the list after it. */
function contentsOf(archive: Archive, path: string): readonly ContentsEntry[] {
  interface Draft {
    title: string;
    href: string;
    children: Draft[];
  }
  const root: Draft = { title: '', href: '', children: [] };
  const stack: Draft[] = [root];
  let isToc = false;
  let inLink = false;
  scanXml(archive.readText(path) ?? '', {
    open: (name, attributes) => {
      if (name === 'nav') isToc = attributeOf(attributes, 'epub:type') === 'toc';
      if (!isToc) return;
      if (name === 'li') {
        const draft: Draft = { title: '', href: '', children: [] };
        stack.at(-1)?.children.push(draft);
        stack.push(draft);
      }
      const current = stack.at(-1);
      if (name === 'a' && current) {
        inLink = true;
        const [file = '', id] = (attributeOf(attributes, 'href') ?? '').split('#');
        current.href = posix.join(posix.dirname(path), file) + (id === undefined ? '' : `#${id}`);
      }
    },
    close: (name) => {
      if (name === 'a') inLink = false;
      if (isToc && name === 'li') stack.pop();
    },
    text: (value) => {
      const current = stack.at(-1);
      if (inLink && current) current.title += value;
    },
  });
  return root.children;
}
