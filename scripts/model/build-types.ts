import type { ExtensionOptions } from './extension.js';
import type { OnProgress } from './progress.js';
import type { CheckResult } from './proof.js';

/** An output format: a paginated PDF for screens, one for a printing house, or an EPUB. */
export type Format = 'pdf' | 'press' | 'epub';

/** Fonts of the e-book: cut to what the book sets in them, or none. */
export type EbookFonts = 'subset' | 'none';

/** What to build, and how; all but the book's folder may be left out. */
export interface BuildOptions extends ExtensionOptions {
  /** Path of the book's folder, where `book.yaml` lies. */
  readonly book: string;
  /**
   * Folder for the outputs.
   * @default `dist/<book id>` under the working directory
   */
  readonly out?: string;
  /** @default `pdf` and `epub`, and `press` where the book says how it goes to press; the destination's file alone where there is one */
  readonly formats?: readonly Format[];
  /** @default what the book says under `ebook.fonts` */
  readonly ebookFonts?: EbookFonts;
  /**
   * Path of the ICC profile to print with.
   * @default what the book says under `press.profile`
   */
  readonly pressProfile?: string;
  /**
   * Where the book goes: a file of `styles/destinations/`, which decides trim size, margins and press settings. Outputs
   * go to a folder of its own, `dist/<book id>/<name>`.
   * @default what the book says under `for`
   */
  readonly for?: string;
  /** Name of a theme in place of the book's own. */
  readonly theme?: string;
  /** Name of a trim size in place of the book's own; where the book goes may still decide otherwise. */
  readonly trim?: string;
  /** Aborting it ends the build: no browser stays, no file is left half written, and the reason is thrown. */
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  /**
   * Path of the browser to lay out and print with.
   * @default the browser that Banxin brings
   */
  readonly browser?: string;
  /**
   * How many chapters are laid out at once, at least 1.
   * @default one a core, four at most
   */
  readonly jobs?: number;
  /**
   * Folder where laid-out chapters, cut fonts and the like are kept for the next build; `false` keeps nothing.
   * @default `.banxin/cache` in the book's folder
   */
  readonly cache?: string | false;
}

/** What a build made. */
export interface BuildResult {
  /** Absolute path of the folder that holds the outputs. */
  readonly folder: string;
  /** Absolute paths of all files written. */
  readonly files: readonly string[];
  readonly figures: {
    /** Pages of the PDF, where one was made. */
    readonly pages?: number;
    /** Characters of the manuscript that readers see. */
    readonly characters: number;
    readonly chapters: number;
    /** Seconds that the build took. */
    readonly seconds: number;
  };
  readonly checks: readonly CheckResult[];
  /** What the book's own config added, in the order in which it runs: `construct keys`, `check long-paragraphs` … */
  readonly extensions: readonly string[];
  /** Name and version of the browser that laid the pages out. */
  readonly browser?: string;
}
