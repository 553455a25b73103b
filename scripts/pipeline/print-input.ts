import type { PrintInput } from '../print/paginate.js';
import type { Material, Workshop } from './workshop.js';

/** What the print edition is made of. */
export function printInput({ design }: Workshop, { editions, pictures, fonts }: Material): PrintInput {
  const characters = editions.manuscript.print.reference.units.length;
  return { book: editions.print.book, ...design, fonts, assets: pictures, characters };
}
