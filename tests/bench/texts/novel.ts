import { readFile } from 'node:fs/promises';
import { Chance } from '../../../scripts/bench/chance.js';
import { charactersOnPage, cutIntoChapters } from './prose.js';
import type { Text } from './text.js';

/** A line with fewer Chinese characters than this share is a notice, a rule or a heading in Latin letters. */
const leastChinese = 0.5;

/**
 * About so many pages of a raw text, cut anew into paragraphs of 80 to 300 characters and chapters of 20 to 60 of them;
 * a text that is too short comes again from its beginning. Only Chinese characters and their marks are kept, so that
 * no tool's markup has to be minded.
 */
export async function novel(file: string, pages: number): Promise<Text> {
  const raw = await readFile(file, 'utf8');
  const sentences = sentencesOf(raw);
  if (sentences.length === 0) throw new Error(`${file} has no Chinese sentence`);
  const chance = new Chance(pages);
  let at = 0;
  const next = (): string => {
    let text = '';
    for (const length = chance.between(80, 300); text.length < length; at++) {
      text += sentences[at % sentences.length];
    }
    return text;
  };
  return {
    name: `novel-${pages}`,
    title: '小说',
    language: /[們這說]/u.test(raw) ? 'zh-Hant' : 'zh-Hans',
    chapters: cutIntoChapters(chance, next, pages * charactersOnPage),
    pictures: new Map(),
  };
}

function sentencesOf(raw: string): readonly string[] {
  const lines = raw.split(/\r?\n/).filter((line) => {
    const chinese = line.match(/\p{Script=Han}/gu)?.length ?? 0;
    return chinese > [...line.replaceAll(/\s/gu, '')].length * leastChinese;
  });
  const text = lines
    .join('')
    .replaceAll('．', '。')
    .replaceAll(/[^\p{Script=Han}，。、；：？！“”‘’《》（）—…]/gu, '');
  return text.match(/[^。？！]+[。？！]+[”’）]*/gu) ?? [];
}
