import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { componentsOf } from './drawings.js';
import type { InkWell } from './ink-well.js';
import type { Rgb } from './inks.js';

/**
 * Takes a shading from RGB to inks: the colours at its ends and stops (functions of types 2 and 3, ISO 32000-1
 * section 7.10). What is between two of them is mixed in ink. A shading of another make stays, for the check to find.
 */
export function shadingInInks(shading: PDFDict, page: number, well: InkWell): void {
  if (componentsOf(shading.get(PDFName.of('ColorSpace')), shading.context) !== 3) return;
  const stops = functionsIn(shading.lookup(PDFName.of('Function')));
  if (!stops) return;
  for (const stop of stops)
    for (const key of ['C0', 'C1']) {
      const ink = well.inkOf(rgbOf(stop, key), page);
      stop.set(PDFName.of(key), shading.context.obj(well.inBlackAlone ? [1 - ink.cmyk[3]] : [...ink.cmyk]));
    }
  shading.delete(PDFName.of('Background'));
  shading.set(PDFName.of('ColorSpace'), PDFName.of(well.inBlackAlone ? 'DeviceGray' : 'DeviceCMYK'));
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
