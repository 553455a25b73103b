import { scriptOf } from '../../model/script-of.js';

/** Words that constructs print of their own: titles of callouts, names of what is numbered. */
export interface ConstructWords {
  readonly callouts: Readonly<Record<CalloutKind, string>>;
  /** `{n}` is the number. */
  readonly figure: string;
  readonly table: string;
  readonly equation: string;
  readonly listing: string;
  readonly chapter: string;
  readonly section: string;
  /** Between chapter and number: `图 2-3`, `Figure 2.3`. */
  readonly numberJoin: string;
  /** Between label and caption. */
  readonly captionGap: string;
}

export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

const english: ConstructWords = {
  callouts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  figure: 'Figure {n}',
  table: 'Table {n}',
  equation: 'Equation {n}',
  listing: 'Listing {n}',
  chapter: 'Chapter {n}',
  section: 'Section {n}',
  numberJoin: '.',
  captionGap: '. ',
};

const words: Readonly<Record<string, ConstructWords>> = {
  Hans: {
    callouts: { note: '说明', tip: '提示', important: '重要', warning: '警告', caution: '注意' },
    figure: '图 {n}',
    table: '表 {n}',
    equation: '式 {n}',
    listing: '代码 {n}',
    chapter: '第 {n} 章',
    section: '第 {n} 节',
    numberJoin: '-',
    captionGap: '\u3000',
  },
  Hant: {
    callouts: { note: '說明', tip: '提示', important: '重要', warning: '警告', caution: '注意' },
    figure: '圖 {n}',
    table: '表 {n}',
    equation: '式 {n}',
    listing: '程式碼 {n}',
    chapter: '第 {n} 章',
    section: '第 {n} 節',
    numberJoin: '-',
    captionGap: '\u3000',
  },
  Jpan: {
    callouts: { note: '補足', tip: 'ヒント', important: '重要', warning: '警告', caution: '注意' },
    figure: '図 {n}',
    table: '表 {n}',
    equation: '式 {n}',
    listing: 'リスト {n}',
    chapter: '第 {n} 章',
    section: '第 {n} 節',
    numberJoin: '.',
    captionGap: '\u3000',
  },
};

/** The words for a language (BCP 47), by the script it is written in; English for those that have none here. */
export function constructWords(language: string): ConstructWords {
  return words[scriptOf(language) ?? ''] ?? english;
}
