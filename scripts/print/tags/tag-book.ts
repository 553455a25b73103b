import { deflateSync } from 'node:zlib';
import { type PDFDocument, PDFName, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import type { Book } from '../../model/book.js';
import type { NumberedPage, PaginatedBook } from '../../model/pages.js';
import { type Operation, readOperations } from '../../pdf/content-stream.js';
import type { Shift } from '../../pdf/move-page.js';
import { MarkFinder } from '../../pdf/page-marks.js';
import { type BrowserTags, takeBrowserTags } from './browser-tags.js';
import { readDrawnPage } from './drawn-pieces.js';
import { PartTree } from './grow-tree.js';
import { describeLinks, linkAnnotationsOf } from './link-annotations.js';
import { contentOf, Decoders, replaceContent } from './page-stream.js';
import { pictureBoxes } from './picture-boxes.js';
import { Tag } from './tag.js';
import { type TaggedPage, taggedPage } from './tagged-page.js';
import { writeTree } from './write-tree.js';

/**
 * Gives a printed book one structure tree (ISO 32000-1, section 14.8; ISO 14289-1, section 7) in place of the browser's,
 * which is one of pages: a section for each part of the book with its blocks in the manuscript's order, whatever pages they
 * are split over. What is no part of the text becomes an artifact. The pages look as before, moved by `shift`.
 */
export function tagBook(
  pdf: PDFDocument,
  book: Book,
  { pages, anchors }: Pick<PaginatedBook, 'pages' | 'anchors'>,
  shift: Shift,
): void {
  const browserTags = takeBrowserTags(pdf);
  const decoders = new Decoders();
  const finder = new MarkFinder();
  const document = new Tag('Document', { language: book.meta.language });
  const kinds = new Map(book.chapters.map((chapter) => [chapter.id, chapter]));
  const describe = (links: TaggedPage['links']): void =>
    describeLinks(pdf, links, book.meta.language, (id) => anchors[id]);
  let part: { readonly id: string; readonly tree: PartTree } | undefined;
  for (const [index, page] of pdf.getPages().entries()) {
    const own = pages[index];
    if (!own) continue;
    if (part?.id !== own.part) {
      if (part) document.add(part.tree.finish());
      const chapter = kinds.get(own.part);
      const root = new Tag(
        chapter?.kind === 'part' ? 'Part' : 'Sect',
        chapter ? { title: chapter.title } : {},
      );
      part = {
        id: own.part,
        tree: new PartTree(
          root,
          book.meta.language,
          own.part === 'contents',
          (chapter?.notes ?? []).map(({ id }) => id),
        ),
      };
    }
    tagPage(pdf, page, {
      index,
      own,
      tags: browserTags.get(page.ref),
      decoders,
      finder,
      tree: part.tree,
      describe,
      shift,
    });
  }
  if (part) document.add(part.tree.finish());
  document.kids.splice(
    0,
    document.kids.length,
    ...document.kids.filter((kid) => kid instanceof Tag && kid.kids.length > 0),
  );
  writeTree(pdf, document);
}

interface PageTask {
  readonly index: number;
  readonly own: NumberedPage;
  readonly tags: BrowserTags | undefined;
  readonly decoders: Decoders;
  readonly finder: MarkFinder;
  readonly tree: PartTree;
  readonly describe: (links: TaggedPage['links']) => void;
  readonly shift: Shift;
}

function tagPage(
  pdf: PDFDocument,
  page: PDFPage,
  { index, own, tags, decoders, finder, tree, describe, shift }: PageTask,
): void {
  const bytes = contentOf(pdf, page);
  if (!bytes) return;
  const drawn = readDrawnPage([movedBy(shift), ...readOperations(bytes)], decoders.of(page));
  const boxes = pictureBoxes(page.node.Resources(), finder);
  const findings = { tags, annotations: linkAnnotationsOf(pdf, page), boxes };
  const { content, stream, links } = taggedPage(drawn, own, index, findings);
  describe(links);
  tree.addPage(content);
  const packed = deflateSync(stream);
  const dict = pdf.context.obj({ Filter: 'FlateDecode', Length: packed.length });
  replaceContent(pdf, page, PDFRawStream.of(dict, packed));
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
}

/** What is written before a page's drawing to move all of it (ISO 32000-1, section 8.4.4). */
function movedBy([x, y]: Shift): Operation {
  return { operands: ['1', '0', '0', '1', String(x), String(y)], operator: 'cm', start: 0, end: 0 };
}
