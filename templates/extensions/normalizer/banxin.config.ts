// Rules of the normalizer for one book: copy this file into the book's folder, `banxin allow` it, and normalize again.
// 一本书自己的整理规则：放进书稿文件夹，执行 banxin allow，再重新整理。
import { defineConfig, type OwnEdit } from 'banxin';

/** Misreadings of this scan, each with what stands on the paper. 这份扫描常见的误识。 */
const misread: Record<string, string> = { 己经: '已经', 巳经: '已经', 末来: '未来' };

export default defineConfig({
  normalizer: [
    {
      // Stands in ledger, report and review as `own-misread`.
      name: 'misread',
      // Below 0.75 a change is made, and shown to the editor as a doubt.
      find: (text) => everywhere(text, Object.keys(misread), (word) => misread[word] ?? word, 0.6),
    },
    {
      // An ellipsis is six dots on two characters (GB/T 15834, 4.11). 省略号占两个字的位置。
      name: 'ellipsis',
      find: (text) => everywhere(text, ['……', '…', '。。。', '...'], () => '……', 0.95),
    },
  ],
});

/** Edits for every place of the words; offsets count UTF-16 code units, as strings of JavaScript do. */
function everywhere(
  text: string,
  words: readonly string[],
  become: (word: string) => string,
  confidence: number,
): OwnEdit[] {
  const pattern = new RegExp(words.map((word) => word.replaceAll('.', '\\.')).join('|'), 'gu');
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    after: become(word),
    confidence,
  }));
}
