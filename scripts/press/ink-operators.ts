import type { Operation } from '../pdf/content-stream.js';
import { type InkWell, written } from './ink-well.js';
import type { Ink, Rgb } from './inks.js';

type Written = Pick<Operation, 'operands' | 'operator'>;

/** What a stream of drawing is to be rewritten with. */
export interface InkContext {
  readonly well: InkWell;
  /** The page it is drawn on, from 0; of what several pages draw, one of them. */
  readonly page: number;
  /** The number of components of a named colour space of the stream's resources: 3 is RGB, 1 grey, 0 a pattern. */
  readonly componentsOf: (name: string) => number;
  /** The name in the resources of a spot colour's space. */
  readonly nameOfSpot: (spot: string) => string;
}

/** Operators that only tags and layers need: a press file has neither (ISO 32000-1, section 14.6). */
const marking = new Set(['BDC', 'BMC', 'EMC', 'DP', 'MP']);

/** The same drawing in inks, without marks of tags. Every colour that a browser writes is a grey or RGB. */
export function inInks(operations: readonly Operation[], context: InkContext): readonly Written[] {
  const out: Written[] = [];
  const spaces = { stroke: 1, fill: 1 };
  for (const operation of operations) {
    const { operator, operands } = operation;
    if (marking.has(operator)) continue;
    if (operator === 'cs' || operator === 'CS') {
      const use = operator === 'CS' ? 'stroke' : 'fill';
      spaces[use] = context.componentsOf(operands[0] ?? '');
      // The operands that follow become a colour of their own; only a pattern needs its space.
      if (spaces[use] !== 3 && spaces[use] !== 1) out.push(operation);
      continue;
    }
    const rgb = rgbOf(operation, spaces);
    if (rgb) out.push(...inked(context.well.inkOf(rgb, context.page), isStroke(operator), context));
    else out.push(operation);
  }
  return out;
}

/** The colour that an operation sets, where it is one of screens. */
function rgbOf({ operator, operands }: Operation, spaces: { stroke: number; fill: number }): Rgb | undefined {
  const [r = 0, g = 0, b = 0] = operands.map(Number);
  switch (operator) {
    case 'rg':
    case 'RG':
      return [r, g, b];
    case 'g':
    case 'G':
      return [r, r, r];
    case 'sc':
    case 'scn':
    case 'SC':
    case 'SCN': {
      const space = isStroke(operator) ? spaces.stroke : spaces.fill;
      if (space === 3) return [r, g, b];
      return space === 1 ? [r, r, r] : undefined;
    }
    default:
      return undefined;
  }
}

function isStroke(operator: string): boolean {
  return operator === operator.toUpperCase();
}

/** A spot colour is its space, and then the whole of it. */
function inked(ink: Ink, stroke: boolean, { nameOfSpot, well }: InkContext): readonly Written[] {
  if (ink.spot !== undefined) {
    return [
      { operands: [`/${nameOfSpot(ink.spot)}`], operator: stroke ? 'CS' : 'cs' },
      { operands: ['1'], operator: stroke ? 'SCN' : 'scn' },
    ];
  }
  if (well.inBlackAlone) return [{ operands: [written(1 - ink.cmyk[3])], operator: stroke ? 'G' : 'g' }];
  return [{ operands: ink.cmyk.map(written), operator: stroke ? 'K' : 'k' }];
}
