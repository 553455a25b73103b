import type { Element, ElementContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { Entry, PlacedChapter } from './navigation.js';

/** What a book shows besides its text, each in the order of the book; only what has both a caption and an id. */
export interface CaptionedLists {
  readonly figures: readonly Entry[];
  readonly tables: readonly Entry[];
}

/** The list of figures and that of tables (EPUB 3 Structural Semantics, `loi` and `lot`). */
export function captionedLists(chapters: readonly PlacedChapter[]): CaptionedLists {
  const figures: Entry[] = [];
  const tables: Entry[] = [];
  for (const { file, tree } of chapters.flatMap(({ files }) => files)) {
    visit(tree, 'element', (element) => {
      const list = element.tagName === 'table' ? tables : isFigure(element) ? figures : undefined;
      const title = list && captionOf(element);
      const { id } = element.properties;
      if (title && typeof id === 'string') list.push({ id, title, href: `${file}#${id}`, children: [] });
    });
  }
  return { figures, tables };
}

function isFigure(element: Element): boolean {
  return element.tagName === 'figure' && holds(element, (name) => name === 'img' || name === 'svg');
}

function holds(element: Element, isWanted: (tagName: string) => boolean): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (isWanted(child.tagName) || holds(child, isWanted)),
  );
}

/** The words of a caption in one line, without its credit. */
function captionOf(element: Element): string | undefined {
  const caption = element.children.find(
    (child): child is Element =>
      child.type === 'element' && (child.tagName === 'figcaption' || child.tagName === 'caption'),
  );
  const words =
    caption &&
    wordsOf(caption)
      .replace(/[ \t\n\r]+/g, ' ')
      .trim();
  return words || undefined;
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isLeftOut(node)) return '';
  return node.children.map(wordsOf).join('');
}

function isLeftOut({ tagName, properties: { className, role } }: Element): boolean {
  const isCredit = Array.isArray(className) && className.includes('credit');
  return isCredit || tagName === 'rt' || tagName === 'rp' || role === 'doc-noteref';
}
