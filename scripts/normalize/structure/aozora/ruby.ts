import type { Edit } from '../../text/edits.js';

/** Fewest ruby that make a text one of Aozora Bunko's; 《》 marks titles elsewhere. */
const fewest = 3;

/** 《reading》, in kana; what it reads stands before it. */
const reading = /《([\p{Script=Hiragana}\p{Script=Katakana}ー・々ゝゞヽヾ　 ]{1,40})》/gu;

/** What a reading without ｜ belongs to: the run of one kind of character right before it (青空文庫 注記一覧: ルビ). */
const base =
  /(?:※［＃[^］]*］|[\p{Script=Han}々〆〇ヶヵ仝※])+$|[\p{Script=Katakana}ー]+$|[\p{Script=Hiragana}]+$|[\p{Script=Latin}\p{N}]+$/u;

/** Longest word that ruby is looked for before it, in UTF-16 code units. */
const longestBase = 60;

/** Whether the 《》 of a text are readings: nearly all of them hold kana after a character that is read. */
export function hasRuby(text: string): boolean {
  const all = text.match(/《/gu)?.length ?? 0;
  const readings = text.match(reading)?.length ?? 0;
  return readings >= fewest && readings * 10 >= all * 8;
}

/** Ruby as Markdown has it: `<ruby>base<rt>reading</rt></ruby>`; only the marks ｜《》 leave the text. */
export function rubyEdits(text: string): readonly Edit[] {
  return [...text.matchAll(reading)].flatMap((match) => {
    const { index } = match;
    const before = text.slice(Math.max(0, index - longestBase), index);
    const from = index - before.length;
    const bar = before.lastIndexOf('｜');
    const marked = bar >= 0 && !/[《》\r\n]/u.test(before.slice(bar));
    const word = marked ? before.slice(bar + 1) : base.exec(before)?.[0];
    if (word === undefined || word === '') return [];
    const start = index - word.length;
    const end = index + match[0].length;
    return [
      marked ? markup(from + bar, from + bar + 1, '<ruby>') : markup(start, start, '<ruby>'),
      markup(index, index + 1, '<rt>'),
      markup(end - 1, end, '</rt></ruby>'),
    ];
  });
}

function markup(start: number, end: number, after: string): Edit {
  return { rule: 'aozora-ruby', confidence: 0.97, start, end, after, markup: true };
}
