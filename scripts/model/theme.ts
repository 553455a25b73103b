/** One face of a theme: a static TrueType font that an npm package or the book brings. */
export interface FontFace {
  /** CSS family name used in the style sheets, e.g. `Banxin Song`. */
  readonly family: string;
  /** CSS weight, 100 to 900. */
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Absolute path of the font file (TrueType, or WOFF2 with TrueType outlines). */
  readonly file: string;
  /** Absolute path of the licence that must travel with the font. */
  readonly licence: string;
  /** How much larger it is set than its size says, to stand beside another face; 1 where nothing is said. */
  readonly sizeAdjust: number;
  /** The only characters that are taken from it; all that it has where nothing is said. */
  readonly characters?: string;
}

/** A face cut down to the characters that the book sets in it. */
export interface SubsetFont {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** See `FontFace`; 1 where the face is set at its own size. */
  readonly sizeAdjust?: number;
  /** Stable name, e.g. `banxin-song-400.ttf`, `banxin-roman-400-italic.ttf`. */
  readonly fileName: string;
  /** TrueType bytes. */
  readonly bytes: Uint8Array;
  /** The characters that it was cut to. */
  readonly characters: string;
  /** What it was cut from (files/identity.ts): characters look alike in every cut of one face. */
  readonly source?: string;
  /** The text of the licence, and the name of the file that carries it. */
  readonly licence: { readonly fileName: string; readonly text: string };
}

/** Finished size of a page and its margins, all in mm. */
export interface TrimSize {
  readonly name: string;
  /** What a printer or reader calls it, e.g. `大32开`. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** Top, bottom, inner (spine) and outer margins. */
  readonly margins: {
    readonly head: number;
    readonly foot: number;
    readonly inner: number;
    readonly outer: number;
  };
  /** The type area (版心): whole characters by whole lines. */
  readonly typeArea: { readonly characters: number; readonly lines: number };
  /** 开数: how many leaves of this size a whole sheet gives (GB/T 788); not known of every size. */
  readonly kai?: number;
  /** Width and height of that sheet before trimming, in mm. */
  readonly sheet?: readonly [number, number];
}

/**
 * Body type, in pt: the size of a character and the distance of lines. All vertical space is whole lines. A browser sets
 * each baseline on a whole px: distances are even where the line is a multiple of 0.75 pt.
 */
export interface BodyType {
  readonly size: number;
  readonly line: number;
  /**
   * The shortest and the longest measure that reads well, in em.
   * @default 24 to 30, for Chinese
   */
  readonly measure?: readonly [number, number];
}

/** Characters that a style sheet sets in one and the same way. */
export interface FaceUse {
  /** The families of the font list, in order: what the first lacks comes from the next. */
  readonly families: readonly string[];
  /** CSS weight, 100 to 900. */
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly characters: string;
}

/** Everything that is set, by the way it is set. */
export type FaceUsage = readonly FaceUse[];

/** Where the notes of a printed book stand, and how their calls are written. */
export interface NoteStyle {
  /** At the foot of the page that calls them, or behind their chapter. */
  readonly place: 'foot' | 'chapter';
  /** ① as Chinese books have it, or 1. */
  readonly marks: 'circled' | 'figures';
  /** Whether the numbers begin anew on every page, or run through the chapter. */
  readonly restart: 'page' | 'chapter';
}

/** A theme: CSS and data only, shared by print and e-book. */
export interface Theme {
  readonly name: string;
  /** Where a body chapter opens: on the next page, or on the next recto. */
  readonly openOn: 'next' | 'recto';
  /** Where imprint and contents stand; the custom of the book's language if the theme does not say. */
  readonly imprint?: 'front' | 'back';
  readonly contents?: 'before-preface' | 'after-preface';
  /**
   * Folios of the front matter: roman ones of its own, or arabic ones that run on into the body.
   * @default 'roman'
   */
  readonly frontFolios?: 'roman' | 'arabic';
  /**
   * Whether blank leaves fill the last signature where the book says nothing (`press.fill`).
   * @default 'blank'
   */
  readonly lastLeaves?: 'blank' | 'none';
  readonly body: BodyType;
  /** What a book has that says nothing of its notes. */
  readonly notes: NoteStyle;
  readonly faces: readonly FontFace[];
  /** Whole style sheets, in cascade order: tokens, shared rules, then the medium's own. The e-book's has no var(). */
  readonly css: { readonly print: string; readonly ebook: string };
  /** HTML templates (Mustache, logic-less) by name: `title-page`, `imprint`, `cover` … */
  readonly templates: Readonly<Record<string, string>>;
  /** Palette and facts that templates use, e.g. `coverColour`. */
  readonly values: Readonly<Record<string, string>>;
  /** Printing inks of colours, `#rrggbb` or a name among the values, as `press.colours` in book.yaml has them. */
  readonly inks?: Readonly<Record<string, string>>;
}
