import type { Element, Text } from 'hast';

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * A heading breaks at its spaces and marks; only a phrase longer than a line must break inside, and then
 * between words (坚决打赢 / 疫情防控, never 坚决打 / 赢). Gives the text with break opportunities (`wbr`)
 * in phrases of more than `room` characters.
 */
export function withWordBreaks(text: string, language: string, room: number): (Text | Element)[] {
  const nodes: (Text | Element)[] = [];
  for (const phrase of text.match(/[\s\p{P}]+|[^\s\p{P}]+/gu) ?? []) {
    const isLong = [...phrase].length > room;
    const words = isLong ? wordsOf(phrase, language) : [phrase];
    for (const [index, word] of words.entries()) {
      if (index > 0) nodes.push({ type: 'element', tagName: 'wbr', properties: {}, children: [] });
      nodes.push({ type: 'text', value: word });
    }
  }
  return nodes;
}

/** The words of a phrase. The segmenter knows few newer ones; what it leaves as single characters reads best in pairs. */
export function wordsOf(phrase: string, language: string): readonly string[] {
  const words: string[] = [];
  let halfPair = false;
  for (const { segment } of segmenterFor(language).segment(phrase)) {
    const isSingle = [...segment].length === 1;
    if (isSingle && halfPair) words.push(`${words.pop() ?? ''}${segment}`);
    else words.push(segment);
    halfPair = isSingle && !halfPair;
  }
  return words;
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, known);
  return known;
}
