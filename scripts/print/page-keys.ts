import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

/** What a page may take over from those above it (ISO 32000-2, table 31), and what else of it is shown. */
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'].map((name) => PDFName.of(name));
const own = ['Contents', 'Annots', 'UserUnit', 'Group'].map((name) => PDFName.of(name));

/** What the file as a whole says of how its pages are shown: layers, and the fields of forms. */
const ofTheFile = ['OCProperties', 'AcroForm'].map((name) => PDFName.of(name));

/**
 * For each page a hash (hex SHA-256) of all that is shown on it: its drawing, fonts (programs, widths, Unicode maps),
 * pictures, its size, its annotations. Objects count by what they hold, not by their numbers, which vary from build to
 * build. `undefined` for a page with objects that lead back to themselves.
 */
export function pageKeys(pdf: PDFDocument): readonly (string | undefined)[] {
  const digests = new Digests(pdf);
  const common = ofTheFile.map((name) => digests.of(pdf.catalog.get(name)));
  return pdf.getPages().map(({ node }) => {
    const shown = [
      ...inherited.map((name) => digests.of(node.getInheritableAttribute(name))),
      ...own.map((name) => digests.of(node.get(name))),
      ...common,
    ];
    return shown.some((digest) => digest === undefined) ? undefined : hash(['page', ...shown]);
  });
}

/** Hashes of objects; `undefined` for what holds itself. */
class Digests {
  /** By the object's number; `undefined` also while the hash is being made. */
  readonly #made = new Map<PDFRef, string | undefined>();

  constructor(readonly pdf: PDFDocument) {}

  of(object: PDFObject | undefined): string | undefined {
    if (object instanceof PDFRef) return this.#ofReference(object);
    if (object instanceof PDFStream) {
      const dict = this.of(object.dict);
      return dict && hash(['stream', dict, object.getContents()]);
    }
    if (object instanceof PDFDict) return this.#ofDict(object);
    if (object instanceof PDFArray)
      return hashOfAll(
        'array',
        object.asArray().map((item) => this.of(item)),
      );
    return `${object?.constructor.name} ${object}`;
  }

  #ofReference(reference: PDFRef): string | undefined {
    if (this.#made.has(reference)) return this.#made.get(reference);
    this.#made.set(reference, undefined);
    const digest = this.of(this.pdf.context.lookup(reference));
    this.#made.set(reference, digest);
    return digest;
  }

  #ofDict(dict: PDFDict): string | undefined {
    const type = dict.get(PDFName.of('Type'));
    // A link may lead to a page; what is on that page is not shown on this one.
    if (type === PDFName.of('Page') || type === PDFName.of('Pages')) return 'page';
    const entries = dict.entries().map(([name, value]) => [name.asString(), value] as const);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return hashOfAll(
      'dict',
      entries.flatMap(([name, value]) => [name, this.of(value)]),
    );
  }
}

function hashOfAll(kind: string, digests: readonly (string | undefined)[]): string | undefined {
  return digests.some((digest) => digest === undefined) ? undefined : hash([kind, ...digests]);
}

function hash(pieces: readonly (string | Uint8Array | undefined)[]): string {
  const sum = createHash('sha256');
  for (const piece of pieces) sum.update(`${piece?.length} `).update(piece ?? '');
  return sum.digest('hex');
}
