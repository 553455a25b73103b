import type { CitationStyle } from '../citation.js';
import { type CslDate, type CslItem, type CslValue, dateVariables } from '../csl-item.js';
import { plainEdition } from './edition.js';
import { engineId } from './engine-cluster.js';
import { layoutLanguage } from './item-language.js';

/** An item as the engine gets it: named by its number, its edition plain, its dates even, its language one of the layouts. */
export function prepareItem(item: CslItem, index: number, style: CitationStyle, own: string): CslItem {
  const values = Object.entries(item).flatMap(([variable, value]): [string, CslValue][] => {
    const made = prepareValue(variable, value);
    return made === undefined ? [] : [[variable, made]];
  });
  return {
    ...Object.fromEntries(values),
    id: engineId(index),
    type: item.type,
    language: layoutLanguage(item, style.layouts, own),
  };
}

function prepareValue(variable: string, value: CslValue | undefined): CslValue | undefined {
  // The engine's own variable for versions of a text in several languages; what else bears the name would break it.
  if (value === undefined || variable === 'multi') return undefined;
  if (variable === 'edition') return isText(value) ? plainEdition(value) : undefined;
  // Numbers are allowed (CSL-JSON), but the engine calls methods of texts on them.
  if (typeof value === 'number') return String(value);
  return dateVariables.has(variable) && isDate(value) ? evenDate(value) : value;
}

function isText(value: CslValue): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isDate(value: CslValue): value is CslDate {
  return typeof value === 'object' && !Array.isArray(value);
}

/** The engine takes no span of a month to a year (`2020-05/2021`), nor months and days that are 0: what is less exact counts. */
function evenDate(date: CslDate): CslDate {
  const dates = date['date-parts']?.map((parts) => {
    const end = parts.findIndex((part, index) => index > 0 && part === 0);
    return end < 0 ? parts : parts.slice(0, end);
  });
  if (!dates) return date;
  const length = Math.min(...dates.map((parts) => parts.length));
  return { ...date, 'date-parts': dates.map((parts) => parts.slice(0, length)) };
}
