import { diagnose } from '../diagnostics/catalogue.js';
import type { Book, PressWishes, WrapSettings } from '../model/book.js';
import { boundPages, type Destination, innerMarginFor } from '../model/destination.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { usualWrap } from '../model/wrap.js';
import { loadDestination } from '../theme/destination.js';
import type { LeastMargins } from '../theme/type-area.js';

/** A book as it goes somewhere, and where; nothing where it is built for nobody in particular. */
export interface Sent {
  readonly book: Book;
  readonly destination?: Destination;
}

/**
 * The book as the place it goes to wants it: trim, press settings and cover of the destination stand before those of
 * `book.yaml`, and each that was another there is told.
 */
export async function sendBook(book: Book, asked: string | undefined): Promise<Outcome<Sent>> {
  const name = asked ?? book.destination;
  if (name === undefined) return success({ book });
  const place = asked === undefined ? book.keyPlaces?.for : undefined;
  const found = await loadDestination(name, book.folder, place);
  if (!found.value) return failure(found.diagnostics);
  const destination = found.value;
  const told: Diagnostic[] = [];
  const rule = ruler(destination, told);
  const { keyPlaces } = book;
  const trim = rule('trim', keyPlaces?.trim && book.trim, destination.trim, keyPlaces?.trim) ?? book.trim;
  const wrap = coverOf(book, destination, rule);
  const sent: Book = {
    ...book,
    trim,
    // A trim size that nobody knows is then the destination's fault.
    ...(destination.trim !== undefined && {
      keyPlaces: { ...keyPlaces, trim: { file: destination.path } },
    }),
    ...(destination.file === 'press' && { press: pressOf(book, destination, rule) }),
    ...(wrap && { wrap }),
  };
  return success({ book: sent, destination }, told);
}

/** Takes the destination's value of a key where it has one, and tells where the book has another. */
type Rule = <T extends string | number | boolean>(
  key: string,
  own: T | undefined,
  wanted: T | undefined,
  place: Place | undefined,
) => T | undefined;

function ruler({ name }: Destination, told: Diagnostic[]): Rule {
  return (key, own, wanted, place) => {
    if (wanted === undefined) return own;
    if (own !== undefined && own !== wanted) {
      const values = { key, own: String(own), wanted: String(wanted), destination: name };
      told.push(diagnose('destination-overrides', values, place));
    }
    return wanted;
  };
}

function pressOf({ press = {}, keyPlaces }: Book, destination: Destination, rule: Rule): PressWishes {
  const { standard, marks, colour, condition, bleed, pages, resolution, ink } = destination;
  const place = keyPlaces?.press;
  // Less ink than the most that is taken is no contradiction.
  const inkWanted = press.ink !== undefined && ink && press.ink < ink.most ? press.ink : ink?.most;
  const settled = {
    standard: rule('press.standard', press.standard, standard, place),
    marks: rule('press.marks', press.marks, marks, place),
    colour: rule('press.colour', press.colour, colour, place),
    // A book with the profile of its press says by it how it is printed.
    condition: press.profile ? press.condition : rule('press.condition', press.condition, condition, place),
    bleed: rule('press.bleed', press.bleed, bleed?.size, place),
    signature: rule('press.signature', press.signature, pages?.signature, place),
    ink: rule('press.ink', press.ink, inkWanted, place),
  };
  return {
    ...press,
    ...withoutGaps(settled),
    ...(bleed && { bleedEdges: bleed.edges, bleedIfNeeded: bleed.when === 'needed' }),
    ...(resolution && {
      resolution: withoutGaps({ pictures: resolution.pictures, lineArt: resolution.lineArt }),
    }),
  };
}

/** The cover that the destination wants; on a paper that it has. */
function coverOf({ wrap }: Book, { cover }: Destination, rule: Rule): WrapSettings | undefined {
  if (!cover || (!wrap && !cover.asked)) return wrap;
  const own = wrap ?? usualWrap;
  const paper =
    own.caliper === undefined && !cover.papers?.includes(own.paper ?? '')
      ? rule('wrap.paper', own.paper, cover.papers?.[0], own.place)
      : own.paper;
  const said = (key: 'bleed' | 'coverCaliper'): number | undefined =>
    own[key] === usualWrap[key] ? undefined : own[key];
  return {
    ...own,
    ...(paper !== undefined && { paper }),
    bleed: rule('wrap.bleed', said('bleed'), cover.bleed, own.place) ?? own.bleed,
    coverCaliper:
      rule('wrap.cover-caliper', said('coverCaliper'), cover.coverCaliper, own.place) ?? own.coverCaliper,
  };
}

/** The values that are there. */
function withoutGaps<T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> };
function withoutGaps(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** The least margins at spine and edge of a book of so many printed pages; mm. */
export function marginsFor(destination: Destination, pages: number): LeastMargins {
  const { margins, pages: count } = destination;
  return {
    inner: innerMarginFor(destination, boundPages(pages, count?.signature ?? 1)),
    outer: Math.max(margins?.outer ?? 0, margins?.outerWithBleed ?? 0),
  };
}
