import { type CslItem, type CslName, othersMark } from '../csl-item.js';
import { languageOf } from './item-language.js';

/**
 * The authors of a work as a sentence names them, for styles whose citations are numbers: a Chinese author whole, a
 * Western one by family name; of more than one the first and 等 / et al. (GB/T 7714—2015, 10.2.2), but outside
 * Chinese text two Western ones are both named. A work of nobody is named by its title.
 */
export function namesInText(item: CslItem, language: string): string {
  const names = [item.author, item.editor, item.translator].find(
    (list) => Array.isArray(list) && list.length > 0,
  );
  const isChinese = /^(?:zh|ja)/.test(languageOf(item));
  const [first, second, third] = (names ?? []) as readonly CslName[];
  if (!first) return titleInText(item, isChinese);
  if (isChinese) return second ? `${whole(first)}等` : whole(first);
  if (!second) return family(first);
  if (third || second.family === othersMark || language.startsWith('zh')) return `${family(first)} et al.`;
  return `${family(first)} and ${family(second)}`;
}

function titleInText({ id, title }: CslItem, isChinese: boolean): string {
  const text = String(title ?? id).replace(/<[^>]*>/g, '');
  return isChinese ? `《${text}》` : text;
}

function whole({ literal, family: last = '', given = '' }: CslName): string {
  return literal ?? `${last}${given}`;
}

function family(name: CslName): string {
  const particle = name['non-dropping-particle'];
  return name.literal ?? [particle, name.family].filter(Boolean).join(' ');
}
