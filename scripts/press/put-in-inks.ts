import { PDFDict, type PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { type Operation, readOperations, writeOperations } from '../pdf/content-stream.js';
import { movePatterns, type Shift } from '../pdf/move-page.js';
import { contentOf } from '../pdf/stream-content.js';
import { deflated } from './deflated.js';
import { componentsOf, type Drawing, type Drawn } from './drawings.js';
import { inInks } from './ink-operators.js';
import type { InkWell } from './ink-well.js';
import { shadingInInks } from './shading-inks.js';

/** What is written around the drawing of a page. */
export type Frame = (page: number) => {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** How far the page is moved, pt. */
  readonly shift: Shift;
};

/** Writes all drawings of a file anew, in inks and without marks of tags. */
export function putInInks(pdf: PDFDocument, drawn: Drawn, well: InkWell, frame: Frame): void {
  const spots = new SpotNames();
  const moved = new Set<PDFDict>();
  for (const drawing of drawn.pages) {
    const { before, after, shift } = frame(drawing.page);
    movePatterns(drawing.resources, shift, moved);
    const operations = inked(drawing, well, spots);
    const bytes = Buffer.concat([lines(before), writeOperations(operations), lines(after)]);
    const page = pdf.getPage(drawing.page).node;
    page.set(PDFName.of('Contents'), pdf.context.register(deflated(pdf, bytes)));
  }
  for (const drawing of drawn.parts) {
    if (!drawing.reference || !drawing.streams[0]) continue;
    mixInInks(drawing.streams[0].dict, well);
    const stream = deflated(pdf, writeOperations(inked(drawing, well, spots)), drawing.streams[0].dict);
    pdf.context.assign(drawing.reference, stream);
  }
  for (const [shading, page] of drawn.shadings) shadingInInks(pdf, shading, page, well);
  const references = new Map<string, PDFRef>();
  for (const [resources, names] of spots.used) addSpots(pdf, resources, names, well, references);
}

function inked(
  drawing: Drawing,
  well: InkWell,
  spots: SpotNames,
): readonly Pick<Operation, 'operands' | 'operator'>[] {
  const { resources, page } = drawing;
  const spaces = resources.lookupMaybe(PDFName.of('ColorSpace'), PDFDict);
  return inInks(readOperations(contentOf(drawing)), {
    well,
    page,
    componentsOf: (operand) => {
      const name = PDFName.of(operand.slice(1));
      return componentsOf(spaces?.get(name) ?? name, resources.context);
    },
    nameOfSpot: (spot) => spots.nameOf(spot, resources),
  });
}

/** What is mixed apart from the page is mixed in inks too. */
function mixInInks(form: PDFDict, well: InkWell): void {
  const group = form.lookupMaybe(PDFName.of('Group'), PDFDict);
  if (!group || componentsOf(group.get(PDFName.of('CS')), form.context) !== 3) return;
  group.set(PDFName.of('CS'), PDFName.of(well.inBlackAlone ? 'DeviceGray' : 'DeviceCMYK'));
}

/** Names of spot colours in resources. */
class SpotNames {
  readonly used = new Map<PDFDict, Map<string, string>>();
  readonly #names = new Map<string, string>();

  nameOf(spot: string, resources: PDFDict): string {
    const name = this.#names.get(spot) ?? `Spot${this.#names.size + 1}`;
    this.#names.set(spot, name);
    this.used.set(resources, (this.used.get(resources) ?? new Map()).set(spot, name));
    return name;
  }
}

/** A spot colour: a plate of its own, with its likeness for printers that have not got it (ISO 32000-1, section 8.6.6.4). */
function addSpots(
  pdf: PDFDocument,
  resources: PDFDict,
  names: ReadonlyMap<string, string>,
  well: InkWell,
  references: Map<string, PDFRef>,
): void {
  const spaces = resources.lookupMaybe(PDFName.of('ColorSpace'), PDFDict) ?? pdf.context.obj({});
  for (const [spot, name] of names) {
    const tint = pdf.context.obj({
      FunctionType: 2,
      Domain: [0, 1],
      C0: [0, 0, 0, 0],
      C1: [...(well.spots.get(spot) ?? [0, 0, 0, 0])],
      N: 1,
    });
    const space = pdf.context.obj([
      PDFName.of('Separation'),
      PDFName.of(spot),
      PDFName.of('DeviceCMYK'),
      tint,
    ]);
    const reference = references.get(spot) ?? pdf.context.register(space);
    references.set(spot, reference);
    spaces.set(PDFName.of(name), reference);
  }
  resources.set(PDFName.of('ColorSpace'), spaces);
}

function lines(texts: readonly string[]): Uint8Array {
  return Buffer.from(texts.map((text) => `${text}\n`).join(''), 'latin1');
}
