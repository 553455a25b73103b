import { chapterFile, contentFolder } from '../../ebook/file-names.js';
import { sha256 } from '../../files/read.js';
import { placeInSource } from '../../files/source-place.js';
import type { Chapter } from '../../model/book.js';
import type { Diagnostic, Place } from '../../model/diagnostic.js';
import { failure, type Outcome } from '../../model/outcome.js';
import { runningText } from '../../model/page-start.js';
import type { PaginatedBook } from '../../model/pages.js';
import { readAssets } from '../assets.js';
import { type Ebook, makeEbook } from '../ebook.js';
import { cutFonts } from '../fonts.js';
import { withPrintedPages } from '../pages.js';
import { lineOf } from '../source-line.js';
import type { Material, Workshop } from '../workshop.js';

/** The e-book of the pages that are shown, made when someone wants to see it. */
export interface PreviewEbook {
  readonly make: () => Promise<Outcome<Ebook | null>>;
  /**
   * Where a character was written: it stands in a file of the EPUB that holds the chapter or its first part, with so many
   * characters of the chapter's running text before it.
   */
  readonly placeOf: (file: string, characters: number) => Place | undefined;
}

/**
 * The same e-book that a build makes of the same pages. Its pictures are read again when it is made, and its fonts are cut for
 * what it sets and its cover draws: kept until then, they would take up memory for those who never look.
 */
export function previewEbook(
  workshop: Workshop,
  { editions, pictures }: Pick<Material, 'editions' | 'pictures'>,
  pages: PaginatedBook,
): PreviewEbook {
  const asked: Workshop = { ...workshop, formats: ['epub'], onProgress: () => undefined };
  const { chapters } = editions.ebook.book;
  return {
    make: async () => {
      const { value: assets, diagnostics } = await readAssets(workshop.book);
      const fonts = await cutFonts(asked, editions);
      if (!assets || !fonts.value) return failure([...diagnostics, ...fonts.diagnostics]);
      return makeEbook(
        asked,
        withPrintedPages({ editions, assets, pictures, fonts: fonts.value }, pages),
        pages,
      );
    },
    placeOf: (file, characters) => {
      const chapter = chapters.find(
        (_, index) => file === `${contentFolder}/${chapterFile(index, chapters.length)}`,
      );
      return chapter && placeIn(chapter, characters);
    },
  };
}

function placeIn({ tree, source }: Chapter, characters: number): Place {
  const piece = runningText(tree).pieces.findLast(({ at }) => at <= characters);
  return placeInSource(source, piece && lineOf(piece));
}

/** An EPUB that can be fetched; equal keys are equal bytes. */
export interface ShelvedEbook {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** What there is to read now. The e-book that was right stays when the next one cannot be made. */
export interface EbookState {
  readonly ebook: ShelvedEbook | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the e-book is that of an earlier state of the manuscript. */
  readonly isStale: boolean;
}

/** Makes the e-book of each state of the book once, and only when it is asked for. */
export class EbookShelf {
  #last: { readonly of: PreviewEbook; readonly state: Promise<EbookState> } | undefined;
  #ebook: ShelvedEbook | undefined;

  async open(of: PreviewEbook): Promise<EbookState> {
    if (this.#last?.of !== of) this.#last = { of, state: this.#make(of) };
    return this.#last.state;
  }

  /** The bytes of the e-book that was made last, if they are those that are wanted. */
  bytesOf(key: string): Uint8Array | undefined {
    return this.#ebook?.key === key ? this.#ebook.bytes : undefined;
  }

  async #make(of: PreviewEbook): Promise<EbookState> {
    const { value, diagnostics } = await of.make();
    if (value) {
      const { bytes } = value.epub;
      this.#ebook = { key: sha256(bytes).slice(0, 16), bytes };
    }
    return { ebook: this.#ebook, diagnostics, isStale: !value };
  }
}
