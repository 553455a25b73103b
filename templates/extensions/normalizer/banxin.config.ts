// A book's own rules for `banxin normalize`.
// 一本书自己的整理规则。
import { defineConfig, type OwnEdit } from 'banxin';

// What this scan misreads, and what the paper has.
// 这份扫描的误识。
const misread: Record<string, string> = {
  己经: '已经',
  巳经: '已经',
  末来: '未来',
};

export default defineConfig({
  normalizer: [
    {
      // In the ledger: `own-misread`. 改动记录中的名字。
      name: 'misread',
      // Below 0.75 it is a doubt. 低于 0.75 即存疑。
      find: (text) => {
        const words = new RegExp(
          Object.keys(misread).join('|'),
          'gu',
        );
        return edits(
          text,
          words,
          (word) => misread[word] ?? word,
          0.6,
        );
      },
    },
    {
      // GB/T 15834, 4.11: six dots. 省略号六点。
      name: 'ellipsis',
      find: (text) =>
        edits(text, /…+|。{3}|\.{3}/gu, () => '……', 0.95),
    },
  ],
});

// Offsets count UTF-16 code units. 位置按 UTF-16 计。
function edits(
  text: string,
  words: RegExp,
  become: (word: string) => string,
  confidence: number,
): OwnEdit[] {
  return [...text.matchAll(words)].map(
    ({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      after: become(word),
      confidence,
    }),
  );
}
