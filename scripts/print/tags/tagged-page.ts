import type { NumberedPage } from '../../model/pages.js';
import type { BrowserTags } from './browser-tags.js';
import type { DrawnPage, DrawnPiece } from './drawn-pieces.js';
import { isArtifact, isHidden, isPicture, wordsOfPicture } from './element-types.js';
import type { PageContent } from './grow-tree.js';
import { type LinkAnnotation, pairLinks } from './link-annotations.js';
import { type Marking, markContent } from './mark-content.js';
import {
  findByClass,
  firstText,
  isElement,
  type MarkupElement,
  type MarkupNode,
  readPageMarkup,
} from './page-markup.js';
import type { PictureBoxes } from './picture-boxes.js';
import { type Place, placeText } from './place-text.js';
import type { Mark } from './tag.js';

/** One page ready for the tree: its content with marks, and where each belongs. */
export interface TaggedPage {
  readonly content: PageContent;
  readonly stream: Uint8Array;
  readonly links: ReadonlyMap<MarkupElement, readonly LinkAnnotation[]>;
}

/** What the file knows of a page besides its drawing. */
export interface PageFindings {
  readonly tags: BrowserTags | undefined;
  readonly annotations: readonly LinkAnnotation[];
  readonly boxes: PictureBoxes;
}

/** Brings together what a page draws, what its markup says, and what the browser's own tags know of both. */
export function taggedPage(
  drawn: DrawnPage,
  { content, label, heads, side }: NumberedPage,
  page: number,
  { tags = { marks: [], links: [] }, annotations, boxes }: PageFindings,
): TaggedPage {
  const markup = readPageMarkup(content?.html ?? '');
  const elements = gather(markup.root);
  const shown = markup.texts.map(({ text }, index) => (elements.hidden.has(index) ? '' : text));
  const places = placeText(drawn.pieces, tags.marks, shown);
  const strays = strayMarkers(drawn.pieces, places, elements.items);
  const pictures = pairPictures(elements.pictures, tags);
  const pictureOf = ({ mcid }: DrawnPiece): number | undefined =>
    mcid === undefined ? undefined : pictures.byMark.get(mcid);
  const standing = boxes(drawn, pictureOf);
  const running = { label: compact(label), head: compact(heads[side]) };
  const { stream, owners } = markContent(drawn, (piece) => {
    const picture = pictureOf(piece);
    if (picture !== undefined) return { owner: `picture ${picture}`, type: 'Figure' };
    const place = places.get(piece);
    const isRepeated = place?.kind === 'text' && elements.artifacts.has(place.text);
    if (!place || isRepeated || strays.has(piece))
      return { artifact: place ? undefined : runningKind(piece, running) };
    return markingAt(place, piece);
  });
  const links = pairLinks(
    elements.links,
    annotations,
    (mcids) =>
      drawn.pieces
        .filter(({ mcid }) => mcid !== undefined && mcids.includes(mcid))
        .map((piece) => places.get(piece))
        .flatMap((place) => (place?.kind === 'text' ? [elements.linkOf.get(place.text)] : []))
        .find((link) => link !== undefined),
    tags.links,
  );
  const marks = new Map<string, Mark[]>();
  for (const [mcid, owner] of owners.entries())
    marks.set(owner, [...(marks.get(owner) ?? []), { page, mcid }]);
  return {
    stream,
    links,
    content: {
      page,
      main: findByClass(markup.root, 'pagedjs_page_content'),
      notes: findByClass(markup.root, 'pagedjs_footnote_inner_content'),
      marksOf: (text) => marks.get(`text ${text}`) ?? [],
      takeMarker: (text) => takeMarker(marks, text),
      pictureMarks: (image) => marks.get(`picture ${elements.pictures.indexOf(image)}`) ?? [],
      pictureBox: (image) => standing.get(elements.pictures.indexOf(image)),
      annotationsOf: (link) => (links.get(link) ?? []).map(({ ref }) => ref),
    },
  };
}

/** Marks of items without text: they are drawn before a text that more marks precede than items begin with it. */
function strayMarkers(
  pieces: readonly DrawnPiece[],
  places: ReadonlyMap<DrawnPiece, Place>,
  items: ReadonlyMap<number, number>,
): ReadonlySet<DrawnPiece> {
  const markers = new Map<number, Map<number | undefined, DrawnPiece[]>>();
  for (const piece of pieces) {
    const place = places.get(piece);
    if (place?.kind !== 'marker') continue;
    const before = markers.get(place.before) ?? new Map<number | undefined, DrawnPiece[]>();
    markers.set(place.before, before.set(piece.mcid, [...(before.get(piece.mcid) ?? []), piece]));
  }
  return new Set(
    [...markers].flatMap(([text, drawn]) => {
      const spare = Math.max(0, drawn.size - (items.get(text) ?? 0));
      return [...drawn.values()].slice(0, spare).flat();
    }),
  );
}

function takeMarker(marks: ReadonlyMap<string, Mark[]>, text: number): ReturnType<PageContent['takeMarker']> {
  const mark = marks.get(`marker ${text}`)?.shift();
  if (mark) return { mark, isDrawn: false };
  const dot = marks.get(`dot ${text}`)?.shift();
  return dot && { mark: dot, isDrawn: true };
}

function markingAt(place: Place, { kind }: DrawnPiece): Marking {
  if (place.kind === 'text') return { owner: `text ${place.text}`, type: 'Span' };
  return { owner: `${kind === 'text' ? 'marker' : 'dot'} ${place.before}`, type: 'Lbl' };
}

/** Running heads and folios are generated by the style sheet; other artifacts have no kind. */
function runningKind(
  { kind, text }: DrawnPiece,
  running: { label: string; head: string },
): 'Header' | 'Footer' | undefined {
  const own = compact(text);
  if (kind !== 'text' || own === '') return undefined;
  if (own === running.label) return 'Footer';
  return running.head.includes(own) ? 'Header' : undefined;
}

function compact(text: string): string {
  return text.replace(/\s/gu, '');
}

interface PageElements {
  /** Pictures that are content. */
  readonly pictures: readonly MarkupElement[];
  readonly links: readonly MarkupElement[];
  /** The link in which a text stands. */
  readonly linkOf: ReadonlyMap<number, MarkupElement>;
  /** Texts that no page shows, and those that are shown again. */
  readonly hidden: ReadonlySet<number>;
  readonly artifacts: ReadonlySet<number>;
  /** How many list items begin with a text. */
  readonly items: ReadonlyMap<number, number>;
}

function gather(root: MarkupElement): PageElements {
  const found = new Gatherer();
  found.walk(root, { link: undefined, isHidden: false, isArtifact: false });
  return found;
}

class Gatherer implements PageElements {
  readonly pictures: MarkupElement[] = [];
  readonly links: MarkupElement[] = [];
  readonly linkOf = new Map<number, MarkupElement>();
  readonly hidden = new Set<number>();
  readonly artifacts = new Set<number>();
  readonly items = new Map<number, number>();

  walk(node: MarkupNode, inside: Surroundings): void {
    if (!isElement(node)) {
      if (inside.link) this.linkOf.set(node.index, inside.link);
      if (inside.isHidden) this.hidden.add(node.index);
      if (inside.isArtifact) this.artifacts.add(node.index);
      return;
    }
    const own = this.#enter(node, inside);
    for (const child of node.children) this.walk(child, own);
  }

  #enter(node: MarkupElement, inside: Surroundings): Surroundings {
    const isLink = node.name === 'a' && node.attributes.has('href');
    if (isPicture(node) && !isArtifact(node)) this.pictures.push(node);
    if (isLink) this.links.push(node);
    const first = node.name === 'li' ? firstText(node) : undefined;
    if (first !== undefined) this.items.set(first, (this.items.get(first) ?? 0) + 1);
    return {
      link: isLink ? node : inside.link,
      // The letters of a drawing are not the page's text.
      isHidden: inside.isHidden || isHidden(node) || node.name === 'svg',
      isArtifact: inside.isArtifact || isArtifact(node),
    };
  }
}

/** What a text of the markup stands in. */
interface Surroundings {
  readonly link: MarkupElement | undefined;
  readonly isHidden: boolean;
  readonly isArtifact: boolean;
}

/** Pictures come in the same order in the markup and in the browser's tree, each with its alternative text. */
function pairPictures(
  pictures: readonly MarkupElement[],
  { marks }: BrowserTags,
): { readonly byMark: ReadonlyMap<number, number> } {
  const byMark = new Map<number, number>();
  let next = 0;
  for (const { mcid, type, alt } of marks) {
    if (type !== 'Figure' || alt === undefined) continue;
    const found = pictures.findIndex((picture, index) => index >= next && wordsOfPicture(picture) === alt);
    if (found < 0) continue;
    byMark.set(mcid, found);
    next = found + 1;
  }
  return { byMark };
}
