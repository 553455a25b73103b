import type { Block } from '../breaks/blocks.js';

const salutation =
  /^(?:(?:亲爱的|敬爱的|尊敬的|親愛的|敬愛的|尊敬的|广大|廣大|各位|全体|全體|致).{1,24}|.{1,12}(?:先生|女士|小姐|同志|同学|同學|老师|老師|教授|主编|主編|编辑|編輯|朋友们|朋友們|兄|弟|姐|妹|爸爸|妈妈|媽媽|父亲|母亲|吾儿))[：:]$/u;

/** Most paragraphs of a letter. */
const longest = 60;

/** Marks letters: from a salutation on a line of its own to the sign-off, where both are there. */
export function markLetters(blocks: readonly Block[]): void {
  for (const [i, block] of blocks.entries()) {
    const [line] = block.segments;
    if (line?.role !== 'body' || block.segments.length > 1 || !salutation.test(line.text)) continue;
    const end = blocks.findIndex(({ segments: [first] }, k) => k > i && first?.role !== 'body');
    if (end < 0 || end - i > longest || blocks[end]?.segments[0]?.role !== 'signoff') continue;
    for (const { segments } of blocks.slice(i, end))
      Object.assign(segments[0] ?? {}, { role: 'letter', rule: 'letter', confidence: 0.8 });
  }
}
