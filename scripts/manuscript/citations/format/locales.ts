import { join } from 'node:path';
import { readOwnText } from '../../../files/read.js';
import { scriptOf } from '../../../model/script-of.js';
import { stylesFolder } from './read-style.js';

/** The words of styles, by language: CSL calls that a locale. */
export interface Locales {
  /** XML of the locale that serves a language; English where there is none. */
  readonly wordsFor: (tag: string) => string;
}

const tags = ['en-US', 'zh-CN', 'zh-TW'] as const;

export type LocaleTag = (typeof tags)[number];

export async function readLocales(): Promise<Locales> {
  const texts = await Promise.all(
    tags.map((tag) => readOwnText(join(stylesFolder, 'locales', `${tag}.xml`))),
  );
  const byTag = new Map(tags.map((tag, index) => [tag, texts[index] ?? '']));
  return { wordsFor: (tag) => byTag.get(localeFor(tag) ?? 'en-US') ?? '' };
}

/** The locale that serves a language; undefined where Banxin has none. */
export function localeFor(tag: string): LocaleTag | undefined {
  if (/^en\b/i.test(tag)) return 'en-US';
  if (!/^zh\b/i.test(tag)) return undefined;
  return scriptOf(tag) === 'Hant' ? 'zh-TW' : 'zh-CN';
}
