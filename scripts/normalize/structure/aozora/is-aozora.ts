import { headingNote } from './headings.js';
import { hasRuby } from './ruby.js';

/** Whether a text follows the rules of Aozora Bunko, where a line is a paragraph: it has its legend, its notes or its ruby. */
export function isAozora(text: string, hasLegend: boolean): boolean {
  return hasLegend || headingNote.test(text) || hasRuby(text);
}
