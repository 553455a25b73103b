import { posix } from 'node:path';
import type { Archive } from './epub-archive.js';
import { attributeOf, scanXml } from './epub-xml.js';

/** What an EPUB's package document lists, with paths from the root of the zip. */
export interface EpubPackage {
  /** Path of the package document. */
  readonly path: string;
  /** All files of the manifest. */
  readonly manifest: readonly string[];
  /** Files of the spine, in reading order. */
  readonly spine: readonly string[];
}

/** Reads the package that `META-INF/container.xml` names (EPUB 3.3, section 4.2.6.3.1). */
export function readPackage(archive: Archive): EpubPackage | undefined {
  const container = archive.readText('META-INF/container.xml');
  const path = container && firstAttribute(container, 'rootfile', 'full-path');
  const source = path && archive.readText(path);
  if (!source) return undefined;
  const files = new Map<string, string>();
  const spine: string[] = [];
  scanXml(source, {
    open: (name, attributes) => {
      const element = name.replace(/^.*:/, '');
      if (element === 'item')
        files.set(attributeOf(attributes, 'id') ?? '', fileOf(path, attributeOf(attributes, 'href') ?? ''));
      if (element === 'itemref') spine.push(attributeOf(attributes, 'idref') ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  return {
    path,
    manifest: [...files.values()],
    spine: spine.map((id) => files.get(id) ?? '').filter(Boolean),
  };
}

function firstAttribute(source: string, element: string, attribute: string): string | undefined {
  let found: string | undefined;
  scanXml(source, {
    open: (name, attributes) => {
      if (name.replace(/^.*:/, '') === element) found ??= attributeOf(attributes, attribute);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
}

function fileOf(packagePath: string, href: string): string {
  return posix.join(posix.dirname(packagePath), decode(href));
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
