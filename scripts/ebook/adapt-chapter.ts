import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { diagnose } from '../diagnostics/catalogue.js';
import { placeInSource } from '../files/source-place.js';
import type { Chapter } from '../model/book.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import { zhuyinOf } from '../model/zhuyin.js';
import { breakInlineCode } from '../theme/code-breaks.js';
import { setLineBreaks } from '../theme/line-breaks.js';
import { asFootnotes, isNoteCall, isNotesSection } from './footnotes.js';
import { isDisplayText, keepPhrases } from './heading-phrases.js';
import { modernize } from './obsolete-html.js';
import { keepTableWords } from './table-words.js';
import type { Words } from './words.js';
import { forbiddenCharacter } from './xml-characters.js';

/** What the rest of the book tells a chapter. */
export interface ChapterSurroundings {
  /** The chapter's language, a BCP 47 tag. */
  readonly language: string;
  readonly words: Words;
  /** What the notes are numbered, by their ids. */
  readonly noteNumbers: ReadonlyMap<string, string>;
  /** The address of an anchor as this chapter names it; undefined where no chapter has the id. */
  readonly addressOf: (id: string) => string | undefined;
  /** The address of a picture as this chapter names it; undefined where it was not packed. */
  readonly pictureAddress: (path: string) => string | undefined;
}

/** What a chapter holds, for the package's item properties and its accessibility metadata. */
export interface ChapterFacts {
  /** Pictures that say something; mere decoration is not counted. */
  pictures: number;
  describedPictures: number;
  svg: boolean;
  mathematics: boolean;
  ruby: boolean;
}

export interface AdaptedChapter {
  readonly tree: Root;
  readonly facts: ChapterFacts;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where in the tree a node stands: the line of the nearest block, its language, and whether SVG or MathML surrounds it. */
interface Context {
  readonly line?: number;
  readonly language: string;
  readonly parent?: Element;
  readonly foreign: boolean;
}

/** A picture that may have no ground of its own; the style sheet gives it one. */
const drawingClass = 'drawing';
const mathNamespace = 'http://www.w3.org/1998/Math/MathML';
const foreignRoots = new Set(['svg', 'math']);
const htmlNamespace = 'http://www.w3.org/1999/xhtml';

/** Structural types that stand beside the roles of DPUB-ARIA 1.1; old reading systems know only the types. */
const typeOfRole: Readonly<Record<string, string>> = {
  'doc-noteref': 'noteref',
  'doc-pagebreak': 'pagebreak',
  'doc-backlink': 'backlink',
  'doc-epigraph': 'epigraph',
};

/** Copies a chapter's tree into the form of an EPUB: its links, pictures, notes, and only what XHTML 5 allows. */
export function adaptChapter(chapter: Chapter, surroundings: ChapterSurroundings): AdaptedChapter {
  const adapter = new ChapterAdapter(chapter, surroundings);
  const context: Context = { foreign: false, language: surroundings.language };
  const withBreaks = structuredClone(chapter.tree);
  breakInlineCode(withBreaks);
  keepTableWords(withBreaks);
  setLineBreaks(withBreaks, surroundings.language, 'elements');
  const tree: Root = { type: 'root', children: adapter.adaptAll(withBreaks.children, context) };
  return { tree, facts: adapter.facts, diagnostics: adapter.diagnostics };
}

class ChapterAdapter {
  readonly facts: ChapterFacts = {
    pictures: 0,
    describedPictures: 0,
    svg: false,
    mathematics: false,
    ruby: false,
  };
  readonly diagnostics: Diagnostic[] = [];
  /** The headings that a next one may stand under, each with the level that is announced. */
  readonly #open: { readonly depth: number; readonly level: number }[] = [];
  readonly #chapter: Chapter;
  readonly #surroundings: ChapterSurroundings;

  constructor(chapter: Chapter, surroundings: ChapterSurroundings) {
    this.#chapter = chapter;
    this.#surroundings = surroundings;
  }

  adaptAll(nodes: readonly RootContent[], context: Context): ElementContent[] {
    return nodes.flatMap((node) => {
      const line = node.position?.start.line;
      return this.#adapt(node, line === undefined ? context : { ...context, line });
    });
  }

  #adapt(node: RootContent, context: Context): readonly ElementContent[] {
    if (node.type === 'text') {
      this.#refuseForbidden(node.value, context);
      return [{ type: 'text', value: node.value }];
    }
    return node.type === 'element' ? [this.#adaptElement(node, context)] : [];
  }

  #adaptElement(source: Element, context: Context): Element {
    const foreign = context.foreign || foreignRoots.has(source.tagName);
    const element = foreign ? source : modernize(this.#withFootnotes(source));
    const properties = this.#adaptProperties(element, context);
    if (!foreign) this.#levelHeading(element.tagName, properties);
    this.#note(element.tagName, properties);
    if (zhuyinOf(element)) properties.className = ['zhuyin'];
    const leavesForeign = element.tagName === 'foreignObject';
    const language = typeof properties.lang === 'string' ? properties.lang : context.language;
    const inside = { ...context, language, parent: element, foreign: foreign && !leavesForeign };
    const children = this.adaptAll(element.children, inside);
    if (leavesForeign) children.forEach(markAsHtml);
    const kept = isDisplayText(element, context.parent) ? keepPhrases(children, language) : children;
    return { type: 'element', tagName: element.tagName, properties, children: kept };
  }

  #withFootnotes(element: Element): Element {
    const { noteNumbers, words } = this.#surroundings;
    if (isNotesSection(element)) return asFootnotes(element, this.#chapter, noteNumbers, words);
    const number = isNoteCall(element) && noteNumbers.get(String(element.properties.href).slice(1));
    return number ? { ...element, children: [{ type: 'text', value: number }] } : element;
  }

  #adaptProperties(element: Element, context: Context): Properties {
    const properties: Properties = {};
    for (const [name, value] of Object.entries(element.properties)) {
      if (typeof value === 'string') this.#refuseForbidden(value, context);
      // Without scripts nothing reads data attributes; print uses them.
      if (!/^data[A-Z]/.test(name)) properties[name] = value;
    }
    const { lang, role, href } = properties;
    if (typeof lang === 'string') properties.xmlLang = lang;
    if (typeof role === 'string' && typeOfRole[role]) properties['epub:type'] = typeOfRole[role];
    if (typeof href === 'string' && href.startsWith('#')) properties.href = this.#resolveLink(href, context);
    if (element.tagName === 'math') properties.xmlns = mathNamespace;
    if (element.tagName === 'svg') properties.xmlnsXLink = 'http://www.w3.org/1999/xlink';
    if (element.tagName === 'img') this.#adaptPicture(properties, context);
    if (element.tagName === 'source') properties.srcSet = this.#pictureAddress(properties.srcSet, context);
    return properties;
  }

  #resolveLink(href: string, context: Context): string {
    const address = this.#surroundings.addressOf(href.slice(1));
    if (address === undefined)
      this.diagnostics.push(diagnose('ebook-link-target-missing', { target: href }, this.#place(context)));
    return address ?? href;
  }

  /** A picture with `alt=""` says nothing on purpose: it is kept from those who listen, and asks for no description. */
  #adaptPicture(properties: Properties, context: Context): void {
    const { alt } = properties;
    properties.src = this.#pictureAddress(properties.src, context);
    properties.alt = String(alt ?? '');
    delete properties.srcSet;
    if (alt === '') {
      properties.role = 'presentation';
      return;
    }
    if (/\.(?:svg|png)$/.test(properties.src)) properties.className = withClass(properties, drawingClass);
    this.facts.pictures += 1;
    if (properties.alt.trim() !== '') this.facts.describedPictures += 1;
  }

  #pictureAddress(source: Properties[string], context: Context): string {
    const path = String(source ?? '');
    const address = this.#surroundings.pictureAddress(path);
    if (address === undefined)
      this.diagnostics.push(diagnose('ebook-picture-missing', { path }, this.#place(context)));
    return address ?? path;
  }

  /**
   * A heading that skips a level is announced as one below the last (WCAG 2.1, technique G141; DAISY Ace, `heading-order`). It
   * looks as it was written, and the manuscript's warning stands.
   */
  #levelHeading(tagName: string, properties: Properties): void {
    const depth = Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0);
    if (depth === 0) return;
    while ((this.#open.at(-1)?.depth ?? 0) >= depth) this.#open.pop();
    const above = this.#open.at(-1);
    const level = above ? above.level + 1 : depth;
    if (level < depth) properties.ariaLevel = level;
    this.#open.push({ depth, level });
  }

  #note(tagName: string, properties: Properties): void {
    if (tagName === 'svg') this.facts.svg = true;
    if (tagName === 'math') this.facts.mathematics = true;
    if (tagName === 'ruby') this.facts.ruby = true;
    if (Array.isArray(properties.className) && properties.className.includes('epigraph')) {
      Object.assign(properties, { role: 'doc-epigraph', 'epub:type': 'epigraph' });
    }
  }

  #refuseForbidden(text: string, context: Context): void {
    const character = forbiddenCharacter(text);
    if (character)
      this.diagnostics.push(diagnose('ebook-character-forbidden', { character }, this.#place(context)));
  }

  #place({ line }: Context): Place {
    return placeInSource(this.#chapter.source, line);
  }
}

function withClass({ className }: Properties, name: string): string[] {
  return [...(Array.isArray(className) ? className.map(String) : []), name];
}

/** HTML inside SVG must say its namespace, or the serializer takes it for SVG. */
function markAsHtml(node: ElementContent): void {
  if (node.type === 'element') node.properties.xmlns = htmlNamespace;
}
