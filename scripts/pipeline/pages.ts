import type { Destination } from '../model/destination.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { PaginatedBook } from '../model/pages.js';
import type { TrimSize } from '../model/theme.js';
import { paginate } from '../print/paginate.js';
import { withMargins } from './design.js';
import { marginsFor } from './destination.js';
import { withPages } from './editions.js';
import { printInput } from './print-input.js';
import { refuseLayout } from './refuse-layout.js';
import type { Material, Workshop } from './workshop.js';

/** The pages, and the workshop with the design that they were laid out in; `null` where none are printed. */
export interface LaidOut {
  readonly workshop: Workshop;
  readonly pages: PaginatedBook | null;
}

/**
 * Lays the book out, chapter by chapter, and joins the pages. Pages that fail their proof end the build: they are not printed.
 */
export async function makePages(workshop: Workshop, material: Material): Promise<Outcome<LaidOut>> {
  if (!isPrinted(workshop)) return success({ workshop, pages: null });
  const { destination } = workshop;
  return destination ? layOutFor(destination, workshop, material) : layOut(workshop, material);
}

/** Whether a PDF of any kind is asked for. */
export function isPrinted({ formats, destination }: Workshop): boolean {
  return formats.some((format) => format !== 'epub') || (formats.length === 0 && destination !== undefined);
}

/** So often a book is laid out until its margins are those of its number of pages. */
const mostLayouts = 3;

/**
 * The inner margin follows from the number of pages, and that from the margins: if the count asks for others, the book is
 * laid out again. One that does not settle is given the wider margins, which are never wrong.
 */
async function layOutFor(
  destination: Destination,
  workshop: Workshop,
  material: Material,
): Promise<Outcome<LaidOut>> {
  const { book, design } = workshop;
  const made = await layOut(workshop, material);
  let [last, inner] = [made, 0];
  for (let round = 2; last.value?.pages && round <= mostLayouts; round += 1) {
    const asked = marginsFor(destination, last.value.pages.pages.length);
    const wanted = round === mostLayouts ? { ...asked, inner: Math.max(asked.inner, inner) } : asked;
    const better = await withMargins(design, book, wanted);
    if (!better.value) return failure(better.diagnostics);
    if (isSame(better.value.trim, last.value.workshop.design.trim)) return last;
    inner = wanted.inner;
    last = await layOut({ ...workshop, design: better.value }, material);
  }
  return last;
}

function isSame(one: TrimSize, other: TrimSize): boolean {
  return JSON.stringify([one.margins, one.typeArea]) === JSON.stringify([other.margins, other.typeArea]);
}

async function layOut(workshop: Workshop, material: Material): Promise<Outcome<LaidOut>> {
  const { session, store, onProgress } = workshop;
  const paginated = await paginate(session, printInput(workshop, material), store, onProgress);
  const { value: pages, diagnostics } = paginated;
  if (!pages) return failure(diagnostics);
  if (pages.faulty.length === 0) return success({ workshop, pages }, diagnostics);
  const refused = await refuseLayout(workshop, material, pages);
  return failure([...diagnostics, ...refused]);
}

/** What the later stages work with: where the text prints numbers of pages, they stand in it now. */
export function withPrintedPages(material: Material, pages: PaginatedBook | null): Material {
  return { ...material, editions: withPages(material.editions, (id) => pages?.anchors[id]) };
}
