import { labelLanguage } from '../theme/role-labels.js';

/** The few words that Banxin itself puts into an EPUB; a reading system shows or speaks them. */
export interface Words {
  readonly contents: string;
  readonly landmarks: string;
  readonly cover: string;
  readonly titlePage: string;
  readonly dedication: string;
  readonly epigraph: string;
  readonly imprint: string;
  readonly frontMatter: string;
  readonly body: string;
  readonly backMatter: string;
  readonly figures: string;
  readonly tables: string;
  readonly pages: string;
  readonly notes: string;
  readonly backTo: string;
  /** Sentences of the accessibility summary. */
  readonly reflowable: string;
  readonly described: string;
  readonly undescribed: string;
  readonly mathematics: string;
  readonly ruby: string;
  readonly pageNumbers: string;
}

const english: Words = {
  contents: 'Contents',
  landmarks: 'Landmarks',
  cover: 'Cover',
  titlePage: 'Title page',
  dedication: 'Dedication',
  epigraph: 'Epigraph',
  imprint: 'Copyright page',
  frontMatter: 'Front matter',
  body: 'Start of the text',
  backMatter: 'Back matter',
  figures: 'Figures',
  tables: 'Tables',
  pages: 'Pages of the print edition',
  notes: 'Notes',
  backTo: 'Back to the text of note',
  reflowable:
    'All text is reflowable: size, typeface and colours can be changed. Contents and headings give navigation, and the reading order is that of the text.',
  described: 'All pictures have alternative text.',
  undescribed: 'Some pictures have no alternative text.',
  mathematics: 'Formulas are in MathML.',
  ruby: 'Some characters carry ruby annotations.',
  pageNumbers: 'A page list leads to pages of the print edition.',
};

const simplified: Words = {
  contents: '目录',
  landmarks: '导航',
  cover: '封面',
  titlePage: '书名页',
  dedication: '题献',
  epigraph: '题词',
  imprint: '版权页',
  frontMatter: '卷首',
  body: '正文',
  backMatter: '卷末',
  figures: '插图目录',
  tables: '表格目录',
  pages: '纸书页码',
  notes: '注释',
  backTo: '返回正文注',
  reflowable: '全书文字可重排，字号、字体和颜色均可调整；可由目录和各级标题跳转，阅读顺序与正文一致。',
  described: '图片均有替代文字。',
  undescribed: '部分图片没有替代文字。',
  mathematics: '公式以 MathML 编排。',
  ruby: '部分文字带有注音。',
  pageNumbers: '页码表可跳转到纸书页码。',
};

const traditional: Words = {
  contents: '目錄',
  landmarks: '導覽',
  cover: '封面',
  titlePage: '書名頁',
  dedication: '題獻',
  epigraph: '題詞',
  imprint: '版權頁',
  frontMatter: '卷首',
  body: '正文',
  backMatter: '卷末',
  figures: '插圖目錄',
  tables: '表格目錄',
  pages: '紙本書頁碼',
  notes: '註釋',
  backTo: '返回正文註',
  reflowable: '全書文字可重排，字級、字體和顏色均可調整；可由目錄和各級標題跳轉，閱讀順序與正文一致。',
  described: '圖片均有替代文字。',
  undescribed: '部分圖片沒有替代文字。',
  mathematics: '公式以 MathML 編排。',
  ruby: '部分文字帶有注音。',
  pageNumbers: '頁碼表可跳轉到紙本書頁碼。',
};

const japanese: Words = {
  contents: '目次',
  landmarks: 'ランドマーク',
  cover: '表紙',
  titlePage: '扉',
  dedication: '献辞',
  epigraph: '題辞',
  imprint: '奥付',
  frontMatter: '前付',
  body: '本文',
  backMatter: '後付',
  figures: '図一覧',
  tables: '表一覧',
  pages: '紙の本のページ番号',
  notes: '注',
  backTo: '本文に戻る 注',
  reflowable:
    '本文はリフロー型で、文字の大きさ・書体・色を変更できます。目次と見出しから移動でき、読み上げ順は本文の順です。',
  described: 'すべての画像に代替テキストがあります。',
  undescribed: '代替テキストのない画像があります。',
  mathematics: '数式は MathML です。',
  ruby: 'ルビの付いた文字があります。',
  pageNumbers: 'ページリストから紙の本のページへ移動できます。',
};

/** The words in the book's language (a BCP 47 tag); English where there are none in it. */
export function wordsFor(language: string): Words {
  return { 'zh-Hans': simplified, 'zh-Hant': traditional, ja: japanese, en: english }[
    labelLanguage(language)
  ];
}
