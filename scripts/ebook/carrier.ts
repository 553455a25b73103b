import { EPub } from 'epub-gen-memory';
import { contentFolder } from './file-names.js';
import type { PackagedFile } from './packaged-file.js';

/** A page of the EPUB: its file, what the page template reads, and its body in XHTML. */
export interface CarriedPage {
  readonly file: string;
  readonly page: object;
  readonly body: string;
}

/** All that goes into the zip. The templates are EJS, which is code: never a manuscript's. */
export interface Cargo {
  readonly pages: readonly CarriedPage[];
  readonly files: readonly PackagedFile[];
  readonly css: string;
  /** What the package, navigation and NCX templates read as `publication`. */
  readonly publication: { readonly identifier: string; readonly title: string; readonly modified: string };
  readonly templates: {
    readonly page: string;
    readonly package: string;
    readonly navigation: string;
    readonly ncx: string;
  };
}

/** Dates in a zip begin in 1980 and end in 2107 (APPNOTE 4.4.6). */
const earliest = Date.UTC(1980, 0, 1);
const latest = Date.UTC(2107, 11, 31);

/**
 * epub-gen-memory as a carrier of templates and zip, no more. What it would do itself is kept from it: its
 * sanitizer spoils Chinese, SVG and lists, its file names drop all Chinese, its identifier and dates are
 * new on every run (shared/knowledge/epub.md, section 1).
 */
export class EpubCarrier extends EPub {
  readonly #cargo: Cargo;

  constructor(cargo: Cargo) {
    const { templates, publication } = cargo;
    const options = {
      title: publication.title,
      date: publication.modified,
      css: cargo.css,
      chapterXHTML: templates.page,
      contentOPF: templates.package,
      tocXHTML: templates.navigation,
      tocNCX: templates.ncx,
      prependChapterTitles: false,
      publication,
    };
    // Unknown properties reach the templates; the empty content leaves the sanitizer nothing to spoil.
    super(
      options,
      cargo.pages.map(({ page }) => ({ title: '-', content: '', filename: 'page', page })),
    );
    this.#cargo = cargo;
    this.uuid = publication.identifier;
    this.content = this.content.map((chapter, index) => withPage(chapter, cargo.pages[index]));
  }

  /** The finished EPUB: `mimetype` first and stored, no folders, one date for all, the same bytes each time. */
  async toBytes(): Promise<Uint8Array> {
    await this.render();
    for (const { path, bytes } of this.#cargo.files) this.zip.file(`${contentFolder}/${path}`, bytes);
    this.#fixEntries();
    return this.zip.generateAsync({
      type: 'uint8array',
      compression: 'DEFLATE',
      // Level 9 is a quarter of the whole time of a long book slower, for a five-hundredth of its size.
      compressionOptions: { level: 6 },
      platform: 'UNIX',
      mimeType: 'application/epub+zip',
    });
  }

  /** Every entry gets the book's date, which JSZip writes in UTC; entries of folders are left out. */
  #fixEntries(): void {
    const modified = Date.parse(this.#cargo.publication.modified);
    const date = new Date(Math.min(Math.max(modified, earliest), latest));
    for (const [name, entry] of Object.entries(this.zip.files)) {
      if (entry.dir) delete this.zip.files[name];
      else entry.date = date;
    }
  }
}

/** Sub-folders and raw XHTML, which the constructor of epub-gen-memory would refuse or rewrite. */
function withPage<C extends { content: string; filename: string }>(
  chapter: C,
  page: CarriedPage | undefined,
): C {
  return page ? { ...chapter, content: page.body, filename: page.file } : chapter;
}
