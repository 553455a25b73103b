import { diagnose } from '../diagnostics/catalogue.js';
import { type Destination, innerMarginFor } from '../model/destination.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { CheckResult } from '../model/proof.js';
import type { Box } from '../pdf/page-geometry.js';
import type { PageRoom } from '../press/find-marks.js';
import { pointsPerMm, pressBoxes } from '../press/page-boxes.js';
import type { PressFacts } from '../press/read-press.js';
import type { PressPlaces } from './pdf-press.js';

/** Width and height, mm. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Lengths in a PDF are true to a hundredth of a millimetre. */
const exactness = 0.01;
/** A browser places things on whole px: so much less than a margin is no fault, mm. */
const pixel = 0.15;

/**
 * Whether a file is what the place it goes to asks for: its boxes, the number of its pages, the room between text and
 * trim, PDF/X and inks. `trim` is the size that is asked for; without it each page's own is taken as right.
 */
export function checkPdfDestination(
  facts: PressFacts | undefined,
  destination: Destination,
  trim: PageSize | undefined,
  places: Omit<PressPlaces, 'limits'>,
): CheckResult {
  const file = { file: places.file };
  const diagnostics = facts
    ? findings(facts, destination, trim, places)
    : [diagnose('pdf-unreadable', { file: places.file }, file)];
  const figures = { destination: destination.name, pages: facts?.pages ?? 0, findings: diagnostics.length };
  return {
    check: 'pdf-destination',
    title: diagnose('check-pdf-destination', { destination: destination.name }),
    status: diagnostics.some(({ severity }) => severity === 'error') ? 'failed' : 'passed',
    note: diagnose('figures-of-destination', figures),
    figures,
    diagnostics,
  };
}

function findings(
  facts: PressFacts,
  destination: Destination,
  trim: PageSize | undefined,
  places: Omit<PressPlaces, 'limits'>,
): readonly Diagnostic[] {
  const { name } = destination;
  const isPress = destination.file === 'press';
  return [
    ...(isPress ? wrongStandard(facts, destination, places) : wrongFonts(facts, places)),
    ...wrongCount(facts.pages, destination, places),
    ...inGroups(wrongBoxes(facts, destination, trim), places).map(({ page, place, more, fault }) =>
      diagnose(`destination-${fault.kind}`, { destination: name, page, ...fault.values, more }, place),
    ),
    ...inGroups(tightRooms(facts, destination), places).map(({ page, place, more, fault }) =>
      diagnose(`destination-${fault.kind}`, { destination: name, page, ...fault.values, more }, place),
    ),
    ...(destination.colour === 'grey'
      ? inGroups(
          facts.coloured.map((page) => ({ kind: 'colour', page, worth: 0, values: {} }) as const),
          places,
        ).map(({ page, place, more }) =>
          diagnose('destination-colour', { destination: name, page, more }, place),
        )
      : []),
  ];
}

/** Something of a page (from 0); of several that are alike the one that is worth least is told. */
interface PageFault<Kind extends string, Values> {
  readonly kind: Kind;
  readonly page: number;
  readonly worth: number;
  readonly values: Values;
}

/** Faults of one kind in one chapter are told together, at the page where it is worst. */
function inGroups<Fault extends PageFault<string, object>>(
  faults: readonly Fault[],
  { labelOf, placeOf, groupOf, file }: Omit<PressPlaces, 'limits'>,
) {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) {
    const key = `${fault.kind} ${groupOf?.(fault.page) ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()].flatMap((group) => {
    const [fault] = group.toSorted((a, b) => a.worth - b.worth);
    if (!fault) return [];
    const page = labelOf?.(fault.page) ?? String(fault.page + 1);
    const more = group.length > 1 ? ` (+${group.length - 1})` : '';
    return [{ fault, page, place: placeOf?.(fault.page) ?? { file }, more }];
  });
}

/** How what files of each standard say of themselves begins: X-1a without a year is of either edition. */
const versions = { 'x-4': 'PDF/X-4', 'x-1a': 'PDF/X-1a', 'x-1a:2001': 'PDF/X-1a:2001' } as const;

function wrongStandard(
  { version }: PressFacts,
  { name, standard }: Destination,
  { file }: { readonly file: string },
): readonly Diagnostic[] {
  const wanted = standard && versions[standard];
  if (!wanted || version?.startsWith(wanted)) return [];
  return [diagnose('destination-standard', { destination: name, found: version ?? 'PDF', wanted }, { file })];
}

/** Spreads are no PDF/X, but a printer without the fonts would take others. */
function wrongFonts({ fonts }: PressFacts, { file }: { readonly file: string }): readonly Diagnostic[] {
  return fonts
    .filter(({ embedded }) => !embedded)
    .map(({ name, kind }) => diagnose('press-font', { font: name, kind }, { file }));
}

function wrongCount(
  count: number,
  { name, pages = {} }: Destination,
  { file }: { readonly file: string },
): readonly Diagnostic[] {
  const { least, most, signature = 1 } = pages;
  const values = { destination: name, pages: count };
  return [
    ...(least !== undefined && count < least
      ? [diagnose('destination-pages-few', { ...values, least, missing: least - count }, { file })]
      : []),
    ...(most !== undefined && count > most
      ? [diagnose('destination-pages-many', { ...values, most }, { file })]
      : []),
    ...(count % signature === 0
      ? []
      : [diagnose('destination-pages-uneven', { ...values, signature }, { file })]),
  ];
}

type BoxFault = PageFault<'trim' | 'bleed' | 'media', { readonly found: string; readonly wanted: string }>;

/** A file without bleed is right where bleed is wanted only if something reaches the edge, and nothing does. */
function wrongBoxes(
  { boxes }: PressFacts,
  destination: Destination,
  trim: PageSize | undefined,
): readonly BoxFault[] {
  const { bleed, marks, file, sheet } = destination;
  const hasBleed = boxes.some((page) => size(page.bleed).width - size(page.trim).width > exactness);
  const isLeftOut = bleed?.when === 'needed' && !hasBleed;
  return boxes.flatMap((found, page) => {
    const asked = file === 'spreads' ? sheet : (trim ?? size(found.trim));
    if (!asked) return [];
    const settings = {
      bleed: isLeftOut ? 0 : (bleed?.size ?? 0),
      bleedEdges: bleed?.edges ?? 'all',
      marks: false,
    };
    const wanted = pressBoxes(asked, settings, page);
    const media = marks === false || file === 'spreads' ? wanted.media : undefined;
    const fault = boxFault(found, { ...wanted, media }, bleed !== undefined);
    return fault ? [{ ...fault, page, worth: page }] : [];
  });
}

/** The first box that is of another size, or stands elsewhere in the ones around it. */
function boxFault(
  found: PressFacts['boxes'][number],
  wanted: { readonly trim: Box; readonly bleed: Box; readonly media: Box | undefined },
  checksBleed: boolean,
): Pick<BoxFault, 'kind' | 'values'> | undefined {
  if (!isSame(found.trim, wanted.trim, found.trim, wanted.trim)) return told('trim', found.trim, wanted.trim);
  if (checksBleed && !isSame(found.bleed, wanted.bleed, found.trim, wanted.trim))
    return told('bleed', around(found.bleed, found.trim), around(wanted.bleed, wanted.trim));
  if (wanted.media && !isSame(found.media, wanted.media, found.trim, wanted.trim))
    return told('media', found.media, wanted.media);
  return undefined;
}

/** Whether two boxes are the same, each measured from a corner of its own. */
function isSame(one: Box, other: Box, [x = 0, y = 0]: Box, [u = 0, v = 0]: Box): boolean {
  const corners = [x - u, y - v, x - u, y - v];
  return one.every(
    (edge, side) => Math.abs(edge - (other[side] ?? 0) - (corners[side] ?? 0)) < exactness * pointsPerMm,
  );
}

function told(
  kind: BoxFault['kind'],
  found: Box | string,
  wanted: Box | string,
): Pick<BoxFault, 'kind' | 'values'> {
  const shown = (box: Box | string): string => {
    if (typeof box === 'string') return box;
    const { width, height } = size(box);
    return `${width.toFixed(2)} × ${height.toFixed(2)}`;
  };
  return { kind, values: { found: shown(found), wanted: shown(wanted) } };
}

/** How far a bleed goes beyond its trim: left, bottom, right, top. */
function around(bleed: Box, trim: Box): string {
  return [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]]
    .map((points) => (points / pointsPerMm).toFixed(2))
    .join(' / ');
}

function size([left, bottom, right, top]: Box): PageSize {
  return { width: (right - left) / pointsPerMm, height: (top - bottom) / pointsPerMm };
}

type RoomFault = PageFault<'inner' | 'outer', { readonly found: string; readonly least: string }>;

/** Pages whose text comes nearer to the spine, or to another edge, than it may; page 1 has its spine at the left. */
function tightRooms(facts: PressFacts, destination: Destination): readonly RoomFault[] {
  const { margins, sheet, file } = destination;
  const hasBleed = facts.boxes.some(({ bleed, trim }) => size(bleed).height - size(trim).height > exactness);
  const outer =
    file === 'spreads'
      ? (sheet?.margin ?? 0)
      : Math.max(margins?.outer ?? 0, hasBleed ? (margins?.outerWithBleed ?? 0) : 0);
  const inner = file === 'spreads' ? outer : innerMarginFor(destination, facts.pages);
  return facts.rooms.flatMap((room, page) => {
    if (!room) return [];
    const [atSpine, others] = sidesOf(room, page);
    return [...tight('inner', page, atSpine, inner), ...tight('outer', page, others, outer)];
  });
}

function sidesOf({ left, right, top, bottom }: PageRoom, page: number): readonly [number, number] {
  const [atSpine, opposite] = page % 2 === 0 ? [left, right] : [right, left];
  return [atSpine, Math.min(opposite, top, bottom)];
}

function tight(kind: RoomFault['kind'], page: number, found: number, least: number): readonly RoomFault[] {
  if (found >= least - pixel) return [];
  return [{ kind, page, worth: found, values: { found: found.toFixed(1), least: least.toFixed(1) } }];
}
