import { checkEpubContainer } from '../check/epub-container.js';
import type { EpubSubject } from '../check/epub-findings.js';
import { checkEpubText } from '../check/epub-text.js';
import { checkEpubJava } from '../check/epubcheck-java.js';
import { checkEpubLight } from '../check/epubcheck-light.js';
import type { ReferenceText } from '../check/reference-text.js';
import type { Book } from '../model/book.js';
import type { CheckResult } from '../model/proof.js';

/** What an EPUB may be held against besides the rules. */
export interface EpubContext {
  readonly book?: Book;
  readonly reference?: ReferenceText;
  readonly signal?: AbortSignal;
}

/** Every check of an EPUB, in the order of the proof. The text is compared where the book is at hand. */
export async function checkEpub(
  epub: Uint8Array,
  { book, reference, signal }: EpubContext,
): Promise<readonly CheckResult[]> {
  const subject: EpubSubject = { epub, ...(book && { book }) };
  const container = await checkEpubContainer(subject);
  if (container.diagnostics.some(({ code }) => code === 'epub-too-large')) return [container];
  // Java is a process of its own: it works while the others do.
  const [java, text, light] = await Promise.all([
    checkEpubJava(subject, { signal }),
    book ? checkEpubText({ epub, book, ...(reference && { reference }) }) : undefined,
    checkEpubLight(subject),
  ]);
  return [...(text ? [text] : []), container, light, java];
}
