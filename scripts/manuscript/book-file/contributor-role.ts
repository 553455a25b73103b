import { marcRelators } from './marc-relators.js';

/** Plain words for the roles that title pages know, as MARC relator codes. */
const words: Readonly<Record<string, string>> = {
  author: 'aut',
  editor: 'edt',
  translator: 'trl',
  illustrator: 'ill',
  compiler: 'com',
  photographer: 'pht',
  commentator: 'cwt',
  annotator: 'ann',
  proofreader: 'pfr',
  designer: 'bkd',
  'cover designer': 'cov',
  calligrapher: 'cll',
  narrator: 'nrt',
  作者: 'aut',
  著: 'aut',
  著者: 'aut',
  撰: 'aut',
  撰文: 'aut',
  编: 'edt',
  编者: 'edt',
  編者: 'edt',
  主编: 'edt',
  主編: 'edt',
  编辑: 'edt',
  編輯: 'edt',
  责任编辑: 'red',
  責任編輯: 'red',
  译: 'trl',
  译者: 'trl',
  譯者: 'trl',
  绘: 'ill',
  绘者: 'ill',
  繪者: 'ill',
  插图: 'ill',
  插圖: 'ill',
  编选: 'com',
  編選: 'com',
  辑录: 'com',
  摄影: 'pht',
  攝影: 'pht',
  注: 'ann',
  注释: 'ann',
  注釋: 'ann',
  校注: 'ann',
  评: 'cwt',
  评点: 'cwt',
  評點: 'cwt',
  校对: 'pfr',
  校對: 'pfr',
  装帧设计: 'bkd',
  裝幀設計: 'bkd',
  封面设计: 'cov',
  封面設計: 'cov',
  题字: 'cll',
  題字: 'cll',
};

/** Every plain word for a role, for "did you mean". */
export const roleWords: readonly string[] = Object.keys(words);

/** The MARC relator code of a role given as a code or a plain word; `undefined` for any other word. */
export function relatorCode(role: string): string | undefined {
  const word = role.trim().toLowerCase();
  if (Object.hasOwn(words, word)) return words[word];
  return marcRelators.has(word) ? word : undefined;
}
