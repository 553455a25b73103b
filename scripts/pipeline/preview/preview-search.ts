import type { NumberedPage } from '../../model/pages.js';
import { type MarkupNode, readPageMarkup } from '../../print/tags/page-markup.js';

/** Where something stands in the pages. */
export interface Hit {
  /** Place among the pages, from 0. */
  readonly page: number;
  /** What stands around it. */
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

export interface Hits {
  readonly hits: readonly Hit[];
  /** How many there are in all; only the first of them are given. */
  readonly count: number;
}

const mostHits = 200;
/** Characters shown before and after. */
const around = 14;

/** The text of each page of a book, in which readers search. */
export class PageSearch {
  readonly #texts: readonly string[];

  constructor(pages: readonly NumberedPage[]) {
    this.#texts = pages.map(({ content }) => (content ? textOnPage(content.html) : ''));
  }

  /** Where a text stands, whatever its letters' case; a hit that goes over to the next page counts where it begins. */
  find(sought: string): Hits {
    const wanted = plain(sought).trim();
    if (wanted === '') return { hits: [], count: 0 };
    const hits: Hit[] = [];
    let count = 0;
    const folded = fold(wanted);
    for (const [page, text] of this.#texts.entries()) {
      const next = (this.#texts[page + 1] ?? '').slice(0, wanted.length - 1);
      const whole = text + next;
      const inWhole = fold(whole);
      for (let at = inWhole.indexOf(folded); at >= 0; at = inWhole.indexOf(folded, at + folded.length)) {
        if (at >= text.length) break;
        count += 1;
        if (hits.length < mostHits) hits.push(hitAt(page, whole, at, wanted.length));
      }
    }
    return { hits, count };
  }
}

function hitAt(page: number, text: string, at: number, length: number): Hit {
  return {
    page,
    before: text.slice(Math.max(0, at - around), at),
    found: text.slice(at, at + length),
    after: text.slice(at + length, at + length + around),
  };
}

/** Letter by letter, so that places stay what they were. */
function fold(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

function textOnPage(html: string): string {
  return plain(textIn(readPageMarkup(html).root));
}

/** Readings and the calls of notes stand within words, but nobody seeks a word with them. */
function textIn(node: MarkupNode): string {
  if (!('name' in node)) return node.text;
  const isAside = /^r[tp]$/.test(node.name) || node.attributes.get('role') === 'doc-noteref';
  return isAside ? '' : node.children.map(textIn).join('');
}

/** Without what nobody types: places to divide a word, and the manuscript's own line ends. */
function plain(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060]/g, '').replace(/\s+/g, ' ');
}
