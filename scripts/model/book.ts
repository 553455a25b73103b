import type { Root } from 'hast';
import type { Place } from './diagnostic.js';
import type { PressSettings } from './press.js';
import type { NoteStyle } from './theme.js';

/** Where a chapter stands in the book: front matter has roman folios and comes before the body. */
export type Matter = 'front' | 'body' | 'back';

/**
 * What a chapter is besides running text: the title of a part (卷, 部) that the chapters after it belong to, a
 * dedication or an epigraph on a leaf of its own, notes behind the text, a bibliography with hanging lines, an index
 * in columns, a colophon at the foot of its page.
 */
export type ChapterKind =
  | 'chapter'
  | 'part'
  | 'dedication'
  | 'epigraph'
  | 'endnotes'
  | 'bibliography'
  | 'index'
  | 'colophon';

/** Whether a chapter is a leaf of its own without heading, running head and folio. */
export function isLeaf(kind: ChapterKind | undefined): boolean {
  return kind === 'dedication' || kind === 'epigraph';
}

/** Whether the contents of the printed book lists a chapter of this kind. */
export function isListed(kind: ChapterKind | undefined): boolean {
  return !isLeaf(kind) && kind !== 'colophon';
}

/** Deepest headings that the contents lists: chapters, sections, or sections of sections. */
export type ContentsDepth = 1 | 2 | 3;

/** A person or body with a part in the book. Roles are MARC relator codes (`aut`, `edt`, `trl` …). */
export interface Contributor {
  readonly name: string;
  readonly role: string;
  /** The name as a catalogue sorts it, e.g. `Cao, Xueqin`. */
  readonly fileAs?: string;
}

/** The series (丛书) that a book belongs to. */
export interface Series {
  readonly title: string;
  /** Its place in the series, as a number: `3`, `2.1`. */
  readonly number?: string;
}

/** What a book is about, in words or by a scheme of classification. */
export interface Subject {
  readonly term: string;
  /** Name of the scheme: `CLC` (中图法), `BISAC`, `Thema`, `DDC` …, and the code in it; both or neither. */
  readonly scheme?: string;
  readonly code?: string;
}

/** What the publisher claims of the e-book's accessibility (EPUB Accessibility 1.1, section 4); none of it is ever assumed. */
export interface AccessibilityClaim {
  /** The standard it conforms to, in the words that the standard asks for. */
  readonly conformsTo?: string;
  readonly certifiedBy?: string;
  readonly certifierCredential?: string;
  /** Address of the report. */
  readonly certifierReport?: string;
  /** In place of the summary that Banxin counts from the book. */
  readonly summary?: string;
}

/** What `book.yaml` says of the book; nothing here is ever invented. */
export interface BookMeta {
  /** Stable short name: ASCII letters, digits, `-`, `_`, `.`; names the output files. */
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly authors: readonly Contributor[];
  /** BCP 47 tag, e.g. `zh-Hans`, `zh-Hant`, `ja`, `en`. */
  readonly language: string;
  readonly publisher?: string;
  /** ISO 8601 date of publication: `2024`, `2024-05` or `2024-05-17`. */
  readonly date?: string;
  readonly identifiers: { readonly print?: string; readonly ebook?: string };
  readonly rights?: string;
  readonly description?: string;
  /** 版次 and 印次: a number, or the whole wording. */
  readonly edition?: string;
  readonly printing?: string;
  /** With its currency, e.g. `48.00元`. */
  readonly price?: string;
  /** Cataloguing in publication (GB/T 12451) line by line; an empty line parts its groups. */
  readonly cip?: readonly string[];
  /** Who printed it, what it is set in, the print run …: a line each. */
  readonly colophon?: readonly string[];
  readonly disclaimer?: string;
  readonly series?: Series;
  readonly subjects?: readonly Subject[];
  readonly accessibility?: AccessibilityClaim;
  /** Lines of the dedication. */
  readonly dedication?: readonly string[];
  readonly epigraph?: { readonly lines: readonly string[]; readonly source?: string };
}

/** A note of a chapter. Its text stands in the tree, in the `section` with `data-footnotes`. */
export interface Note {
  /** Id of the note's own element. */
  readonly id: string;
  /** Id of the first call to it in the text. */
  readonly callId: string;
  /** What is printed at the call: `1`, `2` … */
  readonly label: string;
}

/** A picture or other file that a chapter shows, checked to lie inside the book's folder. */
export interface Asset {
  /** Path inside the book folder, POSIX separators, as the tree's `src` names it. */
  readonly path: string;
  /** Absolute path on disk. */
  readonly file: string;
  readonly mediaType: string;
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
}

/** Lines of a chapter's text that come one after the other from one file. */
export interface SourceStretch {
  /** Line of the chapter's text, from 1. */
  readonly from: number;
  /** Absolute path, and the line in that file. */
  readonly file: string;
  readonly line: number;
}

/** The file of a chapter: absolute, and inside the book's folder with POSIX separators. */
export interface ChapterSource {
  readonly file: string;
  readonly path: string;
  /** From where its lines come, where it includes other files; trees count the lines of the whole text. */
  readonly stretches?: readonly SourceStretch[];
}

export interface Chapter {
  /** ASCII id, unique in the book, made from the file name; prefix of every id in its tree. */
  readonly id: string;
  readonly matter: Matter;
  /** @default 'chapter' */
  readonly kind?: ChapterKind;
  /** The level-1 heading as plain text; for contents, running heads, outline. */
  readonly title: string;
  /** For running heads, when front matter gives one. */
  readonly shortTitle?: string;
  /** `lang` of the chapter if it differs from the book's. */
  readonly language?: string;
  /** The whole text as hast; blocks carry `position` in the chapter's Markdown file. */
  readonly tree: Root;
  readonly headings: readonly Heading[];
  readonly notes: readonly Note[];
  readonly source: ChapterSource;
}

/** A landing place for contents and outline. */
export interface Heading {
  readonly id: string;
  /** 1 to 6, as in `h1` … `h6`. */
  readonly depth: number;
  readonly text: string;
  readonly line: number;
}

/** What a book says of its e-book, for shops and readers that cannot take all. */
export interface EbookSettings {
  /**
   * Whether fonts are brought along, cut to what the book sets in them.
   * @default true
   */
  readonly fonts?: boolean;
  /**
   * SVG pictures as they are, or with a PNG for readers that do not know SVG.
   * @default 'keep'
   */
  readonly svg?: 'keep' | 'fallback';
}

/** What `book.yaml` says of the printed cover: one sheet round the book. Lengths in mm. */
export interface WrapSettings {
  /** Name of a paper in `styles/papers.json`. */
  readonly paper?: string;
  /** Thickness of a leaf of the text, in place of the paper's. */
  readonly caliper?: number;
  /** What the cover itself adds to the spine, both its boards together. */
  readonly coverCaliper: number;
  /** Width of each flap (勒口); 0 for none. */
  readonly flaps: number;
  readonly bleed: number;
  /** Pictures that fill the front and the back. */
  readonly front?: Asset;
  readonly back?: Asset;
  /** Text of the back; the book's description where nothing is said. */
  readonly blurb?: readonly string[];
  /** Two or five digits beside the bar code (price add-on). */
  readonly addOn?: string;
  /** Where the settings stand in `book.yaml`. */
  readonly place?: Place;
}
/** What a book says of how it goes to press; what is not said has a usual value (pipeline/press-settings.ts). */
export type PressWishes = Partial<Omit<PressSettings, 'profile'>> & {
  /** Path of an ICC profile inside the book's folder. */
  readonly profile?: string;
};

/** A whole book as plain data: it can be hashed, cached and sent to another machine. */
export interface Book {
  /** Absolute path of the book's folder. */
  readonly folder: string;
  /** Path of `book.yaml` as messages show it. */
  readonly source: string;
  /** Where in `book.yaml` a key's value stands, for stages that judge it later. */
  readonly keyPlaces?: Readonly<
    Partial<Record<'theme' | 'trim' | 'cover' | 'title' | 'press' | 'for', Place>>
  >;
  readonly meta: BookMeta;
  /** Name of a trim size in `styles/trims.json`. */
  readonly trim: string;
  /** Name of a folder in `styles/themes/` or in the book's own `styles/themes/`. */
  readonly theme: string;
  /** Absolute path of the npm package that may bring the theme, where the book's config names one. */
  readonly themePackage?: string;
  /** What the book says of its notes in print; the rest is the theme's. */
  readonly notes?: Partial<NoteStyle>;
  readonly cover?: Asset;
  /**
   * Straight quotation marks in the outputs: `keep` leaves them, `typographic` makes true ones in every language. By
   * default Chinese, Japanese and Korean keep them, others get true ones.
   */
  readonly quotes?: 'keep' | 'typographic';
  /** The depth of the contents, or none at all; without it the length of the list decides. */
  readonly contents?: ContentsDepth | 'none';
  readonly ebook?: EbookSettings;
  /** The printed cover, where the book asks for one. */
  readonly wrap?: WrapSettings;
  readonly press?: PressWishes;
  /** Name of a destination in `styles/destinations/`, where every build goes that says nothing else. */
  readonly destination?: string;
  readonly chapters: readonly Chapter[];
  readonly assets: readonly Asset[];
}
