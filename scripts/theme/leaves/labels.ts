import { labelLanguage, wordsBefore } from '../role-labels.js';

/** Words that the book itself prints: headings of made pages, labels of the imprint. */
export interface Labels {
  readonly contents: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly edition: string;
  readonly printing: string;
  readonly isbn: string;
  /** 开本: the sheet and its division, or the name of the size. */
  readonly format: string;
  /** 成品尺寸: the page after trimming. */
  readonly size: string;
  readonly sheets: string;
  /** Millimetres, behind a number. */
  readonly mm: string;
  readonly characters: string;
  readonly price: string;
  /** What stands before a name in the imprint, by MARC relator code. */
  readonly persons: Readonly<Record<string, string>>;
  /** The same for any other code. */
  readonly otherPerson: string;
}

const zhHans: Labels = {
  contents: '目录',
  title: '书名',
  publisher: '出版',
  date: '日期',
  edition: '版次',
  printing: '印次',
  isbn: '书号',
  format: '开本',
  size: '成品尺寸',
  sheets: '印张',
  mm: '毫米',
  characters: '字数',
  price: '定价',
  persons: {
    aut: '作者',
    edt: '编者',
    trl: '译者',
    ill: '绘者',
    ctb: '撰文',
    com: '辑者',
    pht: '摄影',
    ann: '注释',
    cwt: '评点',
    red: '责任编辑',
    pfr: '校对',
    bkd: '装帧设计',
    cov: '封面设计',
    cll: '题字',
    nrt: '朗读',
  },
  otherPerson: '责任者',
};

const zhHant: Labels = {
  contents: '目錄',
  title: '書名',
  publisher: '出版',
  date: '日期',
  edition: '版次',
  printing: '印次',
  isbn: '書號',
  format: '開本',
  size: '成品尺寸',
  sheets: '印張',
  mm: '公釐',
  characters: '字數',
  price: '定價',
  persons: {
    aut: '作者',
    edt: '編者',
    trl: '譯者',
    ill: '繪者',
    ctb: '撰文',
    com: '輯者',
    pht: '攝影',
    ann: '註釋',
    cwt: '評點',
    red: '責任編輯',
    pfr: '校對',
    bkd: '裝幀設計',
    cov: '封面設計',
    cll: '題字',
    nrt: '朗讀',
  },
  otherPerson: '責任者',
};

const ja: Labels = {
  contents: '目次',
  title: '書名',
  publisher: '発行所',
  date: '発行日',
  edition: '版',
  printing: '刷',
  isbn: 'ISBN',
  format: '判型',
  size: '寸法',
  sheets: '印刷枚数',
  mm: 'mm',
  characters: '文字数',
  price: '定価',
  persons: {
    aut: '著者',
    edt: '編者',
    trl: '訳者',
    ill: '画家',
    ctb: '執筆',
    com: '編者',
    pht: '写真',
    ann: '注釈',
    cwt: '解説',
    red: '編集',
    pfr: '校正',
    bkd: '装丁',
    cov: '装画',
    cll: '題字',
    nrt: '朗読',
  },
  otherPerson: '協力',
};

const en: Labels = {
  contents: 'Contents',
  title: 'Title',
  publisher: 'Published by',
  date: 'Date',
  edition: 'Edition',
  printing: 'Printing',
  isbn: 'ISBN',
  format: 'Format',
  size: 'Trim size',
  sheets: 'Sheets',
  mm: ' mm',
  characters: 'Characters',
  price: 'Price',
  persons: {
    aut: 'Written by',
    ...wordsBefore,
    com: 'Compiled by',
    red: 'Editor:',
    pfr: 'Proofread by',
    bkd: 'Designed by',
    cov: 'Cover design by',
    cll: 'Calligraphy by',
    nrt: 'Read by',
  },
  otherPerson: 'With',
};

/** The labels for a book's language; English where there are none of its own. */
export function labelsFor(language: string): Labels {
  return { 'zh-Hans': zhHans, 'zh-Hant': zhHant, ja, en }[labelLanguage(language)];
}
