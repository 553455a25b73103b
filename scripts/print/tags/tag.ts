import type { PDFRef } from '@cantoo/pdf-lib';

/** A stretch of marked content: index of its page, and its number there. */
export interface Mark {
  readonly page: number;
  readonly mcid: number;
}

/** An annotation that belongs to an element. */
export interface AnnotationKid {
  readonly page: number;
  readonly annotation: PDFRef;
}

export type TagKid = Tag | Mark | AnnotationKid;

/** What an element says of itself besides its type (ISO 32000-1, section 14.7.2 and tables 344 to 349). */
export interface TagSettings {
  /** Alternative text. */
  readonly alt?: string;
  /** The characters that a drawing stands for. */
  readonly actualText?: string;
  /** Language, where it is not that of what is around it. */
  readonly language?: string;
  /** Name in the tree of ids. */
  readonly id?: string;
  readonly title?: string;
  /** Attributes by owner, e.g. `Table` → `Scope` → `/Column`. */
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
}

/** Where an illustration stands. */
export interface Standing {
  /** Left, bottom, right, top; pt from the lower left corner of its page. */
  readonly box: readonly [number, number, number, number];
  /** Whether it stands in a line of text. */
  readonly isInline: boolean;
}

/** An element of the structure tree while it grows. */
export class Tag {
  readonly kids: TagKid[] = [];
  /** Where the content of an element stands that has a body of its own (`LBody` of `LI`). */
  body: Tag = this;
  /** Whether it was made to hold text that stands in a grouping element. */
  isAnonymous = false;
  /** Of an illustration on a page. */
  standing: Standing | undefined;

  constructor(
    readonly type: string,
    readonly settings: TagSettings = {},
  ) {}

  /** Adds an inline element or a mark; in a grouping element in a paragraph. */
  addInline(kid: TagKid): void {
    if (!grouping.has(this.type)) {
      this.kids.push(kid);
      return;
    }
    const last = this.kids.at(-1);
    if (last instanceof Tag && last.isAnonymous) {
      last.kids.push(kid);
      return;
    }
    const paragraph = new Tag('P');
    paragraph.isAnonymous = true;
    paragraph.kids.push(kid);
    this.kids.push(paragraph);
  }

  add(kid: Tag): void {
    if (inline.has(kid.type)) this.addInline(kid);
    else this.kids.push(kid);
  }
}

/** Elements that hold elements alone, not text (ISO 32000-1, table 333). */
const grouping = new Set(['Document', 'Part', 'Sect', 'Div', 'BlockQuote', 'TOC', 'L']);

/** Elements inside a line (table 338), and those that Banxin maps to `Span`. */
const inline = new Set([
  'Span',
  'Em',
  'Strong',
  'Quote',
  'Code',
  'Link',
  'Reference',
  'Ruby',
  'Formula',
  'Figure',
]);

/** What the types that are not in the standard are mapped to. */
export const roleMap: Readonly<Record<string, string>> = { Em: 'Span', Strong: 'Span' };
