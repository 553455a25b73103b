import { diagnose } from '../diagnostics/catalogue.js';
import { packageRoot } from '../files/package-root.js';
import type { WrapSettings } from '../model/book.js';
import { nearest } from '../model/nearest.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { TrimSize } from '../model/theme.js';
import type { WrapGeometry } from '../model/wrap.js';
import { readStyleData } from './style-data.js';

/** A paper of the text. */
interface Paper {
  /** Thickness of a leaf, mm. */
  readonly caliper: number;
}

/** Where each number comes from: scripts/press/README.md. */
const path = 'styles/papers.json';

/** A book printed on nobody knows what: 80 g offset, the commonest. */
const usualPaper = 'offset-80';

/** Less than this and a title on the spine would stand on its folds; mm. */
export const narrowestSpine = 6;

/** The thickness of a leaf in mm: what the book says, else that of its paper; `paper-unknown` with the nearest name. */
export async function leafCaliper(settings: WrapSettings, bookFolder: string): Promise<Outcome<number>> {
  if (settings.caliper !== undefined) return success(settings.caliper);
  const [own, shipped] = await Promise.all([
    readStyleData(bookFolder, path),
    readStyleData(packageRoot, path),
  ]);
  if (!own.value || !shipped.value) return failure([...own.diagnostics, ...shipped.diagnostics]);
  const papers = { ...shipped.value, ...own.value };
  const name = settings.paper ?? usualPaper;
  const known = Object.keys(papers).sort();
  const paper = Object.hasOwn(papers, name) ? papers[name] : undefined;
  if (isPaper(paper)) return success(paper.caliper);
  const values = { name, nearest: nearest(name, known), known: known.join(', ') };
  return failure([diagnose('paper-unknown', values, settings.place)]);
}

function isPaper(value: unknown): value is Paper {
  return (
    typeof value === 'object' && value !== null && 'caliper' in value && typeof value.caliper === 'number'
  );
}

/**
 * The sheet of a wrap: flap, back, spine, front, flap from left to right, bleed around. The spine is as thick as the leaves
 * and the cover; a hundredth of a mm is as exact as a cutter.
 */
export function wrapGeometry(
  trim: TrimSize,
  { flaps, bleed, coverCaliper }: WrapSettings,
  pages: number,
  caliper: number,
): WrapGeometry {
  const spineWidth = hundredths(Math.ceil(pages / 2) * caliper + coverCaliper);
  const leftFlap = { left: bleed, width: flaps };
  const back = { left: bleed + flaps, width: trim.width };
  const spine = { left: hundredths(back.left + back.width), width: spineWidth };
  const front = { left: hundredths(spine.left + spine.width), width: trim.width };
  const rightFlap = { left: hundredths(front.left + front.width), width: flaps };
  return {
    width: hundredths(rightFlap.left + flaps + bleed),
    height: trim.height + 2 * bleed,
    bleed,
    back,
    spine,
    front,
    flaps: [leftFlap, rightFlap],
  };
}

function hundredths(length: number): number {
  return Math.round(length * 100) / 100;
}
