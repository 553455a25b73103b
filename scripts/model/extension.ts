import type { Element, ElementContent } from 'hast';
import type { Matter } from './book.js';
import type { Severity } from './diagnostic.js';
import type { Outcome } from './outcome.js';

/**
 * What `banxin.config.ts` (or `.mjs`) in a book's folder may add to Banxin; everything runs in the order of the lists,
 * after what Banxin does itself. Names are small letters, digits and hyphens.
 */
export interface BookConfig {
  /** Rules for `banxin normalize`. */
  readonly normalizer?: readonly OwnRule[];
  /** Constructs of the manuscript language. */
  readonly constructs?: readonly OwnConstruct[];
  /** Checks of the finished book. */
  readonly checks?: readonly OwnCheck[];
  /** An npm package with `styles/` (and `templates/`) of the shape that Banxin's own have; it is looked for in the book's `node_modules`. */
  readonly theme?: string;
}

/** A rule of the normalizer: it says which characters of the raw text become others. */
export interface OwnRule {
  /** Its edits stand in ledger, report and review as `own-<name>`. */
  readonly name: string;
  /** Called once with the whole decoded text. What it gives is put into the ledger, and proved as every other edit is. */
  readonly find: (text: string, facts: { readonly language: string }) => Iterable<OwnEdit>;
}

/** One change of a raw text, within a line. Places count UTF-16 code units. */
export interface OwnEdit {
  readonly start: number;
  readonly end: number;
  /** What stands there instead: plain characters, no line end; empty takes them out. */
  readonly after: string;
  /**
   * 0 to 1; below 0.75 the place is shown to the editor as a doubt.
   * @default 0.9
   */
  readonly confidence?: number;
}

/** What a construct writes: text, elements of the HTML that manuscripts may use, or several of them. */
export type OwnContent = string | ElementContent | readonly (string | ElementContent)[];

/** A construct of the manuscript language: words in a line, a container `::: word`, or both. */
export interface OwnConstruct {
  readonly name: string;
  readonly inline?: {
    /** What it looks like in a paragraph; code and what is escaped by `\` is left alone. */
    readonly pattern: RegExp;
    /** The match and its groups → what is printed. */
    readonly make: (match: readonly string[]) => OwnContent;
  };
  readonly block?: {
    /** The name behind the colons. */
    readonly word: string;
    readonly make: (block: OwnBlock) => OwnContent;
  };
}

/** A container of the manuscript, `::: word {key=value}` … `:::`. */
export interface OwnBlock {
  /** What stands in it, as hast. */
  readonly children: readonly ElementContent[];
  readonly classes: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  /** BCP 47 tag of the chapter. */
  readonly language: string;
}

/** A check of the finished book. */
export interface OwnCheck {
  /** Its findings bear the code `own-<name>`. */
  readonly name: string;
  /** What it holds the book to, for the proof. */
  readonly about?: string;
  readonly check: (book: FinishedBook) => Iterable<OwnFinding> | Promise<Iterable<OwnFinding>>;
}

/** What a check has to say. */
export interface OwnFinding {
  /**
   * An error fails the build with exit code 3, as every failed check does.
   * @default 'warning'
   */
  readonly severity?: Severity;
  /** What is, and what should be. */
  readonly message: string;
  /** What to do. */
  readonly hint?: string | undefined;
  /** What it speaks of: any piece of the book's picture, whose file and line are told. */
  readonly at?: { readonly file: string; readonly line?: number | undefined } | undefined;
  /** Tells kinds of findings apart: the code is `own-<name>/<kind>`. */
  readonly kind?: string | undefined;
}

/** Where a piece of the book was written, and the label of the printed page on which it begins. */
export interface OwnPlace {
  readonly file: string;
  readonly line?: number;
  /** Not there where no pages are made. */
  readonly page?: string;
}

/** The finished book for those who check it: plain data that cannot be changed. */
export interface FinishedBook {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  /** Pages of the print edition, where it is made. */
  readonly pages?: number;
  readonly chapters: readonly FinishedChapter[];
}

export interface FinishedChapter extends OwnPlace {
  readonly id: string;
  readonly title: string;
  readonly matter: Matter;
  readonly language: string;
  /** All that readers see of it, notes last. */
  readonly text: string;
  readonly headings: readonly (OwnPlace & { readonly depth: number; readonly text: string })[];
  /** Paragraphs, headings, cells, items … in order, each with its text: the innermost blocks. */
  readonly blocks: readonly (OwnPlace & {
    readonly element: string;
    readonly text: string;
    /** Its own class names, then those of the containers around it. */
    readonly classes: readonly string[];
  })[];
  readonly notes: readonly (OwnPlace & { readonly label: string; readonly text: string })[];
  readonly images: readonly (OwnPlace & { readonly path: string; readonly alt: string })[];
  readonly links: readonly (OwnPlace & { readonly target: string; readonly text: string })[];
}

/** What of a book's own code runs, and whether it may. */
export interface ExtensionOptions {
  /**
   * Lets `banxin.config.ts` or `.mjs` of the book run, though nobody has allowed it on this machine: `true`, or the
   * fingerprint of the only one that may.
   * @default false
   */
  readonly allowConfig?: boolean | string;
  /** What to add in place of what a file in the book's folder says; a program vouches for its own. */
  readonly config?: BookConfig;
}

/** What a book's config adds, made safe to call: nothing throws, nothing hangs. */
export interface Extensions {
  /** Hash of the code; work that was kept for other code is not used. Empty without code. */
  readonly fingerprint: string;
  readonly rules: readonly LoadedRule[];
  readonly constructs: readonly LoadedConstruct[];
  readonly checks: readonly LoadedCheck[];
  readonly theme?: ThemePackage;
}

export interface LoadedRule {
  readonly name: string;
  readonly find: (text: string, language: string) => Outcome<readonly Required<OwnEdit>[]>;
}

export interface LoadedConstruct {
  readonly name: string;
  readonly inline?: {
    readonly find: (text: string) => Outcome<readonly OwnMatch[]>;
    readonly make: (match: readonly string[]) => Outcome<readonly ElementContent[]>;
  };
  readonly block?: {
    readonly word: string;
    readonly make: (block: OwnBlock) => Outcome<readonly ElementContent[]>;
  };
}

/** What a pattern found in a paragraph. */
export interface OwnMatch {
  readonly start: number;
  readonly end: number;
  /** The whole, then its groups. */
  readonly groups: readonly string[];
}

export interface LoadedCheck {
  readonly name: string;
  readonly about: string;
  readonly run: (book: FinishedBook) => Promise<Outcome<readonly OwnFinding[]>>;
}

/** A theme that an npm package brings. */
export interface ThemePackage {
  readonly package: string;
  /** Absolute path of its folder. */
  readonly folder: string;
  /** The theme that a book has which names none. */
  readonly name: string;
}

export const noExtensions: Extensions = { fingerprint: '', rules: [], constructs: [], checks: [] };

/** What runs, in the order in which it does. */
export function extensionsInOrder({ rules, constructs, checks, theme }: Extensions): readonly string[] {
  return [
    ...rules.map(({ name }) => `normalizer ${name}`),
    ...(theme ? [`theme ${theme.name} (${theme.package})`] : []),
    ...constructs.map(({ name }) => `construct ${name}`),
    ...checks.map(({ name }) => `check ${name}`),
  ];
}

/** Makes an element: `element('kbd', { class: 'key' }, 'Ctrl')`. */
export function element(
  tagName: string,
  { class: className, ...properties }: Readonly<Record<string, string | number>> = {},
  ...children: readonly (string | ElementContent)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties: {
      ...properties,
      ...(className !== undefined && { className: String(className).split(/\s+/) }),
    },
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}

/** The same config; editors complete it and the compiler checks it. */
export function defineConfig(config: BookConfig): BookConfig {
  return config;
}
