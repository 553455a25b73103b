import { resolve } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { resolveInside } from '../files/inside.js';
import { readBytes } from '../files/read.js';
import type { Book, PressWishes } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { isRecord } from '../model/is-record.js';
import { nearest } from '../model/nearest.js';
import { failure, hasErrors, type Outcome, success } from '../model/outcome.js';
import { type PressProfile, type PressSettings, type PrintingCondition, usualBleed } from '../model/press.js';
import type { Theme } from '../model/theme.js';
import { type PressLimits, usualLimits } from '../press/find-marks.js';
import { profileSpace } from '../press/icc-profile.js';
import { type InkTable, inkTable } from '../press/inks.js';
import { readStyleData } from '../theme/style-data.js';
import type { Workshop } from './workshop.js';

/** Everything that decides how a book goes to press. */
export interface PressDesign {
  readonly settings: PressSettings;
  readonly condition: PrintingCondition | undefined;
  readonly inks: InkTable;
}

/** The condition of most printing houses for coated paper, where the book names none. */
const usualCondition = 'FOGRA39';

/** What the book and its theme say of printing, with the profile and the condition that they name; `null` if it is not printed so. */
export async function loadPress({
  book,
  formats,
  design: { theme },
  pressProfile: profilePath,
}: Workshop): Promise<Outcome<PressDesign | null>> {
  if (!formats.includes('press')) return success(null);
  const wishes = book.press ?? {};
  const found: Diagnostic[] = [];
  const take = <T>({ value, diagnostics }: Outcome<T>): T | undefined => {
    found.push(...diagnostics);
    return value;
  };
  const isNamed = profilePath !== undefined || wishes.profile !== undefined;
  const profile = isNamed ? take(await loadProfile(book, profilePath)) : undefined;
  const name = wishes.condition ?? (isNamed ? undefined : usualCondition);
  const condition = name === undefined ? undefined : take(await loadCondition(book, name));
  const { inks, wrong } = inkTable(theme, wishes.colours ?? {});
  for (const entry of wrong) found.push(diagnose('press-ink-unreadable', { entry }, book.keyPlaces?.press));
  if (hasErrors(found)) return failure(found);
  const settings = settingsOf(wishes, theme, profile);
  return success({ settings, condition, inks }, found);
}

/** What the book says, and what is usual where it says nothing. */
function settingsOf(wishes: PressWishes, theme: Theme, profile: PressProfile | undefined): PressSettings {
  return {
    standard: wishes.standard ?? 'x-4',
    bleed: wishes.bleed ?? usualBleed,
    ...(wishes.bleedEdges && { bleedEdges: wishes.bleedEdges }),
    ...(wishes.bleedIfNeeded && { bleedIfNeeded: true }),
    marks: wishes.marks ?? false,
    colour: wishes.colour ?? 'colour',
    ...(profile && { profile }),
    ink: wishes.ink ?? usualLimits.ink,
    ...(wishes.resolution && { resolution: wishes.resolution }),
    signature: wishes.signature ?? 2,
    fill: wishes.fill ?? theme.lastLeaves ?? 'blank',
    colours: wishes.colours ?? {},
  };
}

/** What a file made by these settings is read for. */
export function limitsOf({ ink, resolution }: Pick<PressSettings, 'ink' | 'resolution'>): PressLimits {
  return {
    ink,
    resolution: resolution?.pictures ?? usualLimits.resolution,
    lineArt: resolution?.lineArt ?? usualLimits.lineArt,
  };
}

/** The profile of the command line, else the one inside the book's folder: of four inks, or of one. */
async function loadProfile(book: Book, given: string | undefined): Promise<Outcome<PressProfile>> {
  const place = given === undefined ? book.keyPlaces?.press : undefined;
  const path = given ?? book.press?.profile ?? '';
  const file = given === undefined ? await resolveInside(book.folder, path) : { file: resolve(given) };
  if (file === 'outside') return failure([diagnose('press-profile-outside', { path }, place)]);
  if (file === 'missing') return failure([diagnose('press-profile-missing', { path }, place)]);
  const { value: bytes } = await readBytes(file.file);
  if (!bytes) return failure([diagnose('press-profile-missing', { path }, place)]);
  const space = profileSpace(bytes);
  if (space !== 'CMYK' && !(space === 'GRAY' && book.press?.colour === 'grey'))
    return failure([diagnose('press-profile-unfit', { path, space: space?.trim() ?? '?' }, place)]);
  return success({ path, file: file.file, bytes, ...(place && { place }) });
}

async function loadCondition(book: Book, name: string): Promise<Outcome<PrintingCondition>> {
  const { value, diagnostics } = await readStyleData(book.folder, 'styles/press-conditions.json');
  if (!value) return failure(diagnostics);
  const found = value[name];
  const known = Object.keys(value);
  if (isRecord(found) && typeof found.identifier === 'string' && typeof found.info === 'string')
    return success({ identifier: found.identifier, info: found.info });
  const values = { name, nearest: nearest(name, known), known: known.join(', ') };
  return failure([diagnose('press-condition-unknown', values, book.keyPlaces?.press)]);
}
