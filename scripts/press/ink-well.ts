import { type Cmyk, greyOf, hex, type Ink, type InkTable, lightness, likeness, type Rgb } from './inks.js';

/** Finds the ink of each colour that is met, and keeps which colours nobody declared and where. */
export class InkWell {
  /** Pages (from 0) on which a colour without an ink stands, by colour. */
  readonly unmapped = new Map<string, Set<number>>();
  /** The spot colours in use, by name. */
  readonly spots = new Map<string, Cmyk>();
  /** Pages (from 0) with gradients that are printed in a likeness. */
  readonly gradients = new Set<number>();
  readonly #known = new Map<string, Ink>();

  constructor(
    readonly table: InkTable,
    readonly inBlackAlone: boolean,
  ) {}

  /** Black and all greys are printed in black alone; so is everything in a book of one colour. */
  inkOf(rgb: Rgb, page: number): Ink {
    const key = rgb.join(' ');
    const name = hex(rgb);
    const known = this.#known.get(key);
    if (known && !this.unmapped.has(name)) return known;
    const ink = known ?? this.#find(rgb, name);
    this.#known.set(key, ink);
    const isDeclared = this.inBlackAlone || this.table.has(name) || greyOf(rgb) !== undefined;
    if (!isDeclared) this.unmapped.set(name, (this.unmapped.get(name) ?? new Set()).add(page));
    return ink;
  }

  #find(rgb: Rgb, name: string): Ink {
    if (this.inBlackAlone) return { cmyk: [0, 0, 0, 1 - lightness(rgb)] };
    const declared = this.table.get(name);
    if (declared) {
      if (declared.spot !== undefined) this.spots.set(declared.spot, declared.cmyk);
      return declared;
    }
    const grey = greyOf(rgb);
    return { cmyk: grey === undefined ? likeness(rgb) : [0, 0, 0, 1 - grey] };
  }
}

/** A number as content streams have it, four places. */
export function written(number: number): string {
  return String(Number(number.toFixed(4)));
}
