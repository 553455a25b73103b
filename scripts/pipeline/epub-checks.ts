import { checkEpubAce, skipEpubAce } from '../check/ace.js';
import { checkEpubContainer } from '../check/epub-container.js';
import type { EpubSubject } from '../check/epub-findings.js';
import { checkEpubText } from '../check/epub-text.js';
import { checkEpubJava } from '../check/epubcheck-java.js';
import { checkEpubLight } from '../check/epubcheck-light.js';
import type { ReferenceText } from '../check/reference-text.js';
import type { Book } from '../model/book.js';
import type { CheckResult } from '../model/proof.js';
import type { Ebook } from './ebook.js';
import type { EbookEdition } from './outputs.js';
import type { Material, Workshop } from './workshop.js';

/** What an EPUB may be held against besides the rules. */
export interface EpubContext {
  readonly book?: Book;
  readonly reference?: ReferenceText;
  readonly signal?: AbortSignal;
  /** Whether Ace runs too: it reads every document in a browser, which takes longer than all the rest. */
  readonly accessibility?: boolean;
}

/** Every check of an EPUB, in the order of the proof. The text is compared where the book is at hand. */
export async function checkEpub(
  epub: Uint8Array,
  { book, reference, signal, accessibility = false }: EpubContext,
): Promise<readonly CheckResult[]> {
  const subject: EpubSubject = { epub, ...(book && { book }) };
  const container = await checkEpubContainer(subject);
  if (container.diagnostics.some(({ code }) => code === 'epub-too-large')) return [container];
  const isSound = container.status === 'passed';
  // Java and Ace are processes of their own: they work while the others do.
  const [java, ace, text, light] = await Promise.all([
    checkEpubJava(subject, { signal }),
    accessibility ? (isSound ? checkEpubAce(subject, { signal }) : skipEpubAce()) : undefined,
    book ? checkEpubText({ epub, book, ...(reference && { reference }) }) : undefined,
    checkEpubLight(subject),
  ]);
  return [...(text ? [text] : []), container, light, java, ...(ace ? [ace] : [])];
}

/** The e-book that was made of this book, with every check of it; `null` where there is none. */
export async function checkEbook(
  { formats, signal, onProgress }: Workshop,
  { editions: { ebook } }: Material,
  made: Ebook | null,
): Promise<EbookEdition | null> {
  if (!made) return null;
  const { epub, record } = made;
  // Where pages are printed meanwhile, that is what is told.
  if (!formats.includes('pdf')) onProgress({ stage: 'check', done: 0, total: 1 });
  return { epub, record, checks: await checkEpub(epub.bytes, { ...ebook, ...(signal && { signal }) }) };
}
