/** A title parted from the number before it; both together are the title, white space between them left out. */
export interface PartedTitle {
  /** 第一章, `Chapter 3.`, `12`; empty where the title has none, or is nothing else. */
  readonly number: string;
  readonly rest: string;
}

/** The forms in which chapters are numbered in Chinese, Japanese and Latin. */
const forms: readonly RegExp[] = [
  /^(第[\d０-９〇零一二三四五六七八九十百千两兩廿卅]{1,8}[章回节節篇讲講课課卷部集话話幕封](?:：|(?=\s)))\s*(.+)$/u,
  /^((?:chapter|canto|letter|act|scene|stave)\s+(?:\d{1,3}|[IVXLCDM]{1,8})[.:]?)\s+(.+)$/iu,
  /^((?:\d{1,3}|[IVXLCDM]{1,8})\.)\s+(.+)$/u,
  /^([一二三四五六七八九十百]{1,4}、)\s*(.+)$/u,
];

/** Parts a chapter's title, so that the contents can set numbers in a column. */
export function partTitle(title: string): PartedTitle {
  for (const form of forms) {
    const [, number, rest] = form.exec(title) ?? [];
    if (number !== undefined && rest !== undefined) return { number, rest };
  }
  return { number: '', rest: title };
}
