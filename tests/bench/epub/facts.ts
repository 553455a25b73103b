import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkEpubAce } from '../../../scripts/check/ace.js';
import { openArchive } from '../../../scripts/check/epub-archive.js';
import { readPackage } from '../../../scripts/check/epub-package.js';
import { scanXml } from '../../../scripts/check/epub-xml.js';
import { checkEpubJava } from '../../../scripts/check/epubcheck-java.js';
import type { CheckResult } from '../../../scripts/model/proof.js';

/** What is asked of every EPUB, by whatever tool. */
export interface EpubFacts {
  readonly bytes: number;
  /** Errors and warnings; undefined where the checker could not run. */
  readonly epubCheck: string | undefined;
  readonly ace: string | undefined;
  /** Levels of the contents. */
  readonly depth: number;
  readonly ncx: boolean;
  readonly pageList: boolean;
  /** How many kinds of accessibility metadata it has, of the five that EPUB Accessibility 1.1 names. */
  readonly accessibility: number;
}

export async function factsOf(epub: Uint8Array): Promise<EpubFacts> {
  const archive = openArchive(epub);
  const book = archive && readPackage(archive);
  if (!archive || !book) throw new Error('this is no EPUB');
  const [java, ace] = await Promise.all([checkEpubJava({ epub }), checkEpubAce({ epub })]);
  const opf = archive.readText(book.path) ?? '';
  const navs = book.manifest
    .map((path) => archive.readText(path) ?? '')
    .filter((text) => /<nav\b/.test(text));
  return {
    bytes: epub.byteLength,
    epubCheck: countsOf(java),
    ace: countsOf(ace),
    depth: Math.max(0, ...navs.map(depthOfContents)),
    ncx: book.manifest.some((path) => path.endsWith('.ncx')),
    pageList: navs.some((text) => /epub:type="page-list"/.test(text)),
    accessibility: kinds.filter((kind) => opf.includes(`schema:${kind}"`)).length,
  };
}

const kinds = [
  'accessMode',
  'accessModeSufficient',
  'accessibilityFeature',
  'accessibilityHazard',
  'accessibilitySummary',
];

/** Why a checker failed stands for its counts. */
function countsOf({ status, figures, note }: CheckResult): string | undefined {
  if (status === 'skipped') return undefined;
  return figures.errors === undefined ? note.message : `${figures.errors} / ${figures.warnings}`;
}

/** The deepest `li` of `nav epub:type="toc"`. */
function depthOfContents(source: string): number {
  let isToc = false;
  let level = 0;
  let depth = 0;
  scanXml(source, {
    open: (name, attributes) => {
      if (name === 'nav') isToc = /epub:type="toc"/.test(attributes);
      if (isToc && name === 'li') depth = Math.max(depth, ++level);
    },
    close: (name) => {
      if (name === 'nav') isToc = false;
      if (isToc && name === 'li') level -= 1;
    },
    text: () => undefined,
  });
  return depth;
}

/** The EPUB that a job wrote: its output, or the one in it where that is a folder. */
export async function madeEpub(output: string): Promise<Uint8Array> {
  if (!(await stat(output)).isDirectory()) return readFile(output);
  const name = (await readdir(output)).find((file) => file.endsWith('.epub')) ?? '';
  return readFile(join(output, name));
}

/** Whether two EPUBs are the same to the byte. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
