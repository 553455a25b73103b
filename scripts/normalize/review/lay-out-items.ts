import { type CompactText, compactText, makeAnchors } from '../decisions/anchors.js';
import type { Anchor } from '../decisions/decision.js';
import { makePlacer } from '../ledger/ledger-rows.js';
import { firstOf, lastOf } from './printed-text.js';
import type { ReviewItem, ReviewPlace } from './review.js';
import type { Reviewed, Spot } from './spot.js';

/** Characters shown on each side of a place: of one that is looked at alone, and of one in a list. */
const [roomy, narrow] = [72, 28];

/** Characters within which the beginning or end of a line is taken in as well. */
const nearLine = 48;

/** Most places of an item that each have room of their own. */
const fewPlaces = 6;

/** Brings spots that are alike together, anchors their places, and shows what stands around them. */
export function layOutItems(spots: readonly Spot[], reviewed: Reviewed): readonly ReviewItem[] {
  const toPlace = makePlaces(spots, reviewed);
  const groups = new Map<string, { spots: Spot[]; places: ReviewPlace[] }>();
  for (const spot of spots) {
    const place = toPlace(spot);
    const key = groupKey(spot) ?? placeKey(spot.kind, place.anchor);
    const group = groups.get(key);
    if (group) group.places.push(place);
    else groups.set(key, { spots: [spot], places: [place] });
  }
  const around = makeContext(reviewed);
  return [...groups].flatMap(
    ([
      id,
      {
        spots: [first],
        places,
      },
    ]) => {
      if (!first) return [];
      const { anchor: _, lineAnchor: __, start: ___, end: ____, ...item } = first;
      const room = places.length <= fewPlaces;
      return [
        { id, ...item, places: places.map((place) => around(place, first.kind, room)), count: places.length },
      ];
    },
  );
}

/** Spots of characters are alike if the same rule made the same change and is as sure of it. */
function groupKey({ state, kind, rule, confidence, change, outcomes }: Spot): string | undefined {
  if (change === undefined || (kind === 'line' && state !== 'changed')) return undefined;
  const sure = state === 'open' ? confidence.toFixed(2) : '';
  const choice = state === 'decided' ? outcomes[0]?.choice?.do : '';
  return JSON.stringify([state, rule, change.before.replace(/\s*\n\s*/g, '\n'), change.after, sure, choice]);
}

function placeKey(kind: string, { before, after, nth = 1 }: Anchor): string {
  return JSON.stringify([kind, before, after, nth]);
}

function makePlaces(spots: readonly Spot[], { text }: Reviewed): (spot: Spot) => ReviewPlace {
  const compact: CompactText = compactText(text.text);
  const offsets = spots.flatMap(({ anchor, lineAnchor }) => [anchor, lineAnchor]);
  const anchorOf = makeAnchors(
    compact,
    offsets.filter((offset) => typeof offset === 'number'),
  );
  const at = makePlacer(text);
  const chapterOf = makeChapterFinder(text.chapters.map(({ ranges }) => ranges));
  const empty = { before: '', place: '', after: '' };
  return ({ anchor, lineAnchor, start, end }) => ({
    anchor: typeof anchor === 'number' ? anchorOf(anchor) : anchor,
    ...(lineAnchor !== undefined && { lineAnchor: anchorOf(lineAnchor) }),
    ...{ start, end, at: at(start), chapter: chapterOf(start), raw: empty },
  });
}

function makeContext({ text: { text }, print }: Reviewed) {
  return (place: ReviewPlace, kind: Spot['kind'], room: boolean): ReviewPlace => {
    const { start, end } = place;
    const [from, to] = room
      ? [lineStart(text, start - roomy), lineStop(text, end + roomy)]
      : [start - narrow, end + narrow];
    const raw = {
      before: lastOf(text.slice(Math.max(0, from - 1), start), start - Math.max(0, from)),
      place: text.slice(start, end),
      after: firstOf(text.slice(end, to + 1), to - end),
    };
    if (!room) return { ...place, raw };
    const cut = to < text.length && text.charAt(to) !== '\n' && text.charAt(to) !== '\r';
    const [before, after] = [print.before(start, roomy), print.after(end, roomy)];
    // Where a line or its end is in question, the ends of paragraphs beside it are part of the question.
    const printed =
      kind === 'characters'
        ? { before, after }
        : { before: before.replace(/¶$/, ''), after: after.replace(/^¶/, '') };
    return { ...place, raw: cut ? { ...raw, cut } : raw, printed };
  };
}

/** The raw text is shown as it is broken into lines: from the beginning of one, if that is near. */
function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  return offset - start <= nearLine ? start : offset;
}

function lineStop(text: string, offset: number): number {
  const stop = text.indexOf('\n', offset);
  const end = stop < 0 ? text.length : stop;
  return end - offset <= nearLine ? end : Math.min(offset, text.length);
}

type Ranges = readonly { readonly start: number; readonly end: number }[];

/** Which chapter an offset lies in. */
export function makeChapterFinder(chapters: readonly Ranges[]): (offset: number) => number {
  const starts = chapters
    .flatMap((ranges, chapter) => ranges.map(({ start }) => ({ start, chapter })))
    .sort((a, b) => a.start - b.start);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return starts[low]?.chapter ?? 0;
  };
}
