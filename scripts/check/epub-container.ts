import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { CheckResult } from '../model/proof.js';
import { type Archive, openArchive } from './epub-archive.js';
import { readPackage } from './epub-package.js';

const mimetype = 'application/epub+zip';

/**
 * Checks the zip that an EPUB is: `mimetype` first, stored, without extra field and to the byte (EPUB 3.3,
 * section 4.3.3; EPUBCheck lets a compressed one pass), no path that leaves the container, no name twice, and
 * every file in the manifest, which no checker asks.
 */
export async function checkEpubContainer({ epub }: { readonly epub: Uint8Array }): Promise<CheckResult> {
  const archive = openArchive(epub);
  const diagnostics = archive
    ? (sizeFindings(archive) ?? findingsOf(epub, archive))
    : [diagnose('epub-not-a-zip', {})];
  const files = archive?.entries.length ?? 0;
  return {
    check: 'epub-container',
    title: diagnose('check-epub-container', {}),
    status: diagnostics.length > 0 ? 'failed' : 'passed',
    note: diagnose('figures-of-container', { files, findings: diagnostics.length }),
    figures: { files, bytes: epub.byteLength },
    diagnostics,
  };
}

/** Most bytes that all entries together may unpack to. */
const largestContent = 1_000_000_000;

/** A file that would fill the memory is not unpacked at all, by us or by any checker. */
function sizeFindings({ entries }: Archive): readonly Diagnostic[] | undefined {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size <= largestContent) return undefined;
  return [diagnose('epub-too-large', { size: Math.round(size / 1e6), limit: largestContent / 1e6 })];
}

function findingsOf(epub: Uint8Array, archive: Archive): readonly Diagnostic[] {
  return [
    ...(hasExactMimetype(epub) ? [] : [diagnose('epub-mimetype-wrong', {})]),
    ...namesFindings(archive),
    ...manifestFindings(archive),
  ];
}

/** The first local header by the byte: stored, name of 8 letters, no extra field, the 20 letters of the type. */
function hasExactMimetype(epub: Uint8Array): boolean {
  const head = Buffer.from(epub.buffer, epub.byteOffset, Math.min(62, epub.byteLength));
  if (head.length < 62 || head.readUInt32LE(0) !== 0x04034b50) return false;
  return (
    head.readUInt16LE(8) === 0 &&
    head.readUInt32LE(18) === mimetype.length &&
    head.readUInt16LE(26) === 8 &&
    head.readUInt16LE(28) === 0 &&
    head.toString('latin1', 30, 58) === `mimetype${mimetype}` &&
    head.readUInt16LE(58) === 0x4b50
  );
}

function namesFindings({ entries, read }: Archive): readonly Diagnostic[] {
  const seen = new Set<string>();
  return entries.flatMap(({ name, encrypted }) => {
    const twice = seen.has(name);
    seen.add(name);
    if (twice) return [diagnose('epub-entry-twice', { name })];
    if (isUnsafe(name)) return [diagnose('epub-path-unsafe', { name })];
    return encrypted || (!name.endsWith('/') && read(name) === undefined)
      ? [diagnose('epub-entry-damaged', { name })]
      : [];
  });
}

function isUnsafe(name: string): boolean {
  return name === '' || /^(?:[/\\]|[A-Za-z]:)|\\|(?:^|\/)\.\.?(?:\/|$)|\0/.test(name);
}

/** Files beside the manifest: all but `mimetype`, `META-INF/` and the package itself must be listed. */
function manifestFindings(archive: Archive): readonly Diagnostic[] {
  const book = readPackage(archive);
  if (!book) return [diagnose('epub-package-missing', {})];
  const listed = new Set([...book.manifest, book.path, 'mimetype']);
  const files = archive.entries.map(({ name }) => name).filter((name) => !name.endsWith('/'));
  const present = new Set(files);
  return [
    ...files
      .filter((name) => !listed.has(name) && !name.startsWith('META-INF/'))
      .map((name) => diagnose('epub-entry-unlisted', { name })),
    ...book.manifest
      .filter((name) => !present.has(name))
      .map((name) => diagnose('epub-entry-absent', { name })),
  ];
}
