import { packageVersion } from '../files/package-root.js';
import { sha256 } from '../files/read.js';
import { extensionsInOrder } from '../model/extension.js';
import type { CheckResult, ProofFacts } from '../model/proof.js';
import type { Outputs } from './outputs.js';
import type { Material, Workshop } from './workshop.js';

/** What a proof says of the book, its outputs and the checks. */
export function proofFacts(
  { book, extensions, session, formats }: Workshop,
  { editions }: Material,
  { print, press, wrap, spreads, ebook }: Outputs,
  checks: readonly CheckResult[],
): ProofFacts {
  const outputs = [
    formats.includes('pdf') ? print?.pdf : null,
    press?.pdf,
    wrap?.pdf,
    wrap?.press?.pdf,
    spreads?.pdf,
    ebook?.epub,
  ].filter((artifact) => artifact != null);
  const own = extensionsInOrder(extensions);
  const pageOf = print?.paginated.anchors ?? {};
  return {
    banxin: packageVersion,
    browser: session.version,
    book: { id: book.meta.id, title: book.meta.title, theme: book.theme, trim: book.trim },
    figures: {
      characters: editions.manuscript[print ? 'print' : 'ebook'].reference.units.length,
      chapters: book.chapters.length,
      ...(print && { pages: print.paginated.pages.length }),
    },
    ...(own.length > 0 && { extensions: own }),
    outputs: outputs.map(({ fileName, bytes }) => ({
      file: fileName,
      bytes: bytes.length,
      sha256: sha256(bytes),
    })),
    chapters: book.chapters.map(({ id, title, source }) => {
      const page = pageOf[id];
      return { id, title, file: source.path, ...(page !== undefined && { page }) };
    }),
    checks,
  };
}
