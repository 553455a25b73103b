import { labelLanguage } from '../theme/role-labels.js';

/** Words that the book itself prints (headings of made pages, labels of the imprint), by language. */
interface Labels {
  readonly contents: string;
  readonly title: string;
  readonly subtitle: string;
  readonly publisher: string;
  readonly date: string;
  readonly isbn: string;
  readonly trim: string;
  readonly characters: string;
  readonly rights: string;
  /** Ten thousands, as Chinese imprints count characters; empty where a plain number is written. */
  readonly tenThousand: string;
  /** What stands before a name in the imprint. */
  readonly persons: Readonly<Record<string, string>>;
}

const zhHans: Labels = {
  contents: '目录',
  title: '书名',
  subtitle: '副题',
  publisher: '出版',
  date: '日期',
  isbn: '书号',
  trim: '开本',
  characters: '字数',
  rights: '版权',
  tenThousand: '万字',
  persons: { aut: '作者', edt: '编者', trl: '译者', ill: '绘者', ctb: '撰文', com: '辑者' },
};

const zhHant: Labels = {
  contents: '目錄',
  title: '書名',
  subtitle: '副題',
  publisher: '出版',
  date: '日期',
  isbn: '書號',
  trim: '開本',
  characters: '字數',
  rights: '版權',
  tenThousand: '萬字',
  persons: { aut: '作者', edt: '編者', trl: '譯者', ill: '繪者', ctb: '撰文', com: '輯者' },
};

const ja: Labels = {
  contents: '目次',
  title: '書名',
  subtitle: '副題',
  publisher: '発行',
  date: '発行日',
  isbn: 'ISBN',
  trim: '判型',
  characters: '文字数',
  rights: '著作権',
  tenThousand: '',
  persons: { aut: '著者', edt: '編者', trl: '訳者', ill: '画家', ctb: '執筆', com: '編者' },
};

const en: Labels = {
  contents: 'Contents',
  title: 'Title',
  subtitle: 'Subtitle',
  publisher: 'Publisher',
  date: 'Date',
  isbn: 'ISBN',
  trim: 'Trim size',
  characters: 'Characters',
  rights: 'Rights',
  tenThousand: '',
  persons: {
    aut: 'Author',
    edt: 'Editor',
    trl: 'Translator',
    ill: 'Illustrator',
    ctb: 'Contributor',
    com: 'Compiler',
  },
};

/** The labels for a book's language; English where there are none of its own. */
export function labelsFor(language: string): Labels {
  return { 'zh-Hans': zhHans, 'zh-Hant': zhHant, ja, en }[labelLanguage(language)];
}
