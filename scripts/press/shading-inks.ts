import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { deflated } from './deflated.js';
import { componentsOf } from './drawings.js';
import type { InkWell } from './ink-well.js';
import type { Rgb } from './inks.js';

/**
 * Takes a shading from RGB to inks: the colours at its ends and stops (functions of types 2 and 3, ISO 32000-1
 * section 7.10), or, where they are reckoned by a program (type 4, as browsers write round gradients), the program with
 * the likeness of its colours. A shading of another make stays, for the check to find.
 */
export function shadingInInks(pdf: PDFDocument, shading: PDFDict, page: number, well: InkWell): void {
  if (componentsOf(shading.get(PDFName.of('ColorSpace')), shading.context) !== 3) return;
  const reckoned = shading.lookup(PDFName.of('Function'));
  const stops = functionsIn(reckoned);
  if (isProgram(reckoned)) {
    shading.set(PDFName.of('Function'), pdf.context.register(programInInks(pdf, reckoned, well)));
    if (!well.inBlackAlone) well.gradients.add(page);
  } else if (!stops) return;
  for (const stop of stops ?? [])
    for (const key of ['C0', 'C1']) {
      const ink = well.inkOf(rgbOf(stop, key), page);
      stop.set(PDFName.of(key), shading.context.obj(well.inBlackAlone ? [1 - ink.cmyk[3]] : [...ink.cmyk]));
    }
  shading.delete(PDFName.of('Background'));
  shading.set(PDFName.of('ColorSpace'), PDFName.of(well.inBlackAlone ? 'DeviceGray' : 'DeviceCMYK'));
}

function isProgram(reckoned: PDFObject | undefined): reckoned is PDFRawStream {
  return reckoned instanceof PDFRawStream && String(reckoned.dict.lookup(PDFName.of('FunctionType'))) === '4';
}

/** Parts a little under 0 or over 1 are brought back before they are reckoned with. */
const within = Array(3).fill('3 1 roll dup 0 lt { pop 0 } if dup 1 gt { pop 1 } if').join(' ');

/** Complements of red, green and blue; the least of them is black and is taken from the others. */
const toInks = [
  '1 exch sub 3 1 roll 1 exch sub 3 1 roll 1 exch sub 3 1 roll',
  '3 copy 2 copy gt { exch } if pop 2 copy gt { exch } if pop',
  `4 1 roll ${Array(3).fill('3 index sub 1 4 index sub 0.0001 add div 3 1 roll').join(' ')} 4 -1 roll`,
].join(' ');
const toGrey = '0.114 mul exch 0.587 mul add exch 0.299 mul add';

/** A program that leaves red, green and blue, with what makes inks of them at its end (section 7.10.5). */
function programInInks(pdf: PDFDocument, program: PDFRawStream, { inBlackAlone }: InkWell): PDFRawStream {
  const text = Buffer.from(decodePDFRawStream(program).decode()).toString('latin1');
  const body = text.slice(text.indexOf('{') + 1, text.lastIndexOf('}'));
  const code = `{ ${body} ${within} ${inBlackAlone ? toGrey : toInks} }`;
  const made = deflated(pdf, Buffer.from(code, 'latin1'), program.dict);
  const ends = inBlackAlone ? [0, 1] : [0, 1, 0, 1, 0, 1, 0, 1];
  made.dict.set(PDFName.of('Range'), pdf.context.obj(ends));
  return made;
}

/** All functions of type 2 in a function; nothing if any is of a make that has no colours to change. */
function functionsIn(object: PDFObject | undefined): readonly PDFDict[] | undefined {
  if (!(object instanceof PDFDict) || object instanceof PDFRawStream) return undefined;
  const type = String(object.lookup(PDFName.of('FunctionType')));
  if (type === '2') return [object];
  if (type !== '3') return undefined;
  const parts = object.lookup(PDFName.of('Functions'));
  if (!(parts instanceof PDFArray)) return undefined;
  const all = parts.asArray().map((part) => functionsIn(object.context.lookup(part)));
  return all.every((found) => found !== undefined) ? [...new Set(all.flat())] : undefined;
}

function rgbOf(stop: PDFDict, key: string): Rgb {
  const colour = stop.lookup(PDFName.of(key));
  const [r = key === 'C1' ? 1 : 0, g = r, b = r] =
    colour instanceof PDFArray ? colour.asArray().map((part) => Number(String(part))) : [];
  return [r, g, b];
}
