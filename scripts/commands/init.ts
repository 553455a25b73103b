import { relative, resolve } from 'node:path';
import type { Locale } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { hasErrors } from '../model/outcome.js';
import type { NormalizeReport } from '../normalize/ledger/report.js';
import { detectLanguage } from '../normalize/text/language.js';
import { type BookWishes, usualTheme, usualTrim } from '../pipeline/first-book.js';
import type { BegunBook } from '../pipeline/init-book.js';
import {
  type Command,
  exitCodes,
  type Localized,
  type Option,
  type Report,
  type Request,
  type Session,
} from './command.js';
import { exitCodeOf } from './exit-code.js';
import { jsonOption } from './options.js';

/** A question that a terminal is asked, and the option that answers it elsewhere. */
interface Question {
  readonly name: keyof BookWishes;
  readonly ask: Localized;
  readonly about: Localized;
  readonly value: Localized;
  /** What a bare Return means; nothing where the text itself will say. */
  readonly usual: (request: Request, locale: Locale, answers: BookWishes) => string;
}

/** A title in Chinese or Japanese says what the book is in; else the language of who asks. */
function usualLanguage(title = '', locale: Locale): string {
  const spoken = locale === 'zh-CN' ? 'zh-Hans' : 'en';
  return /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(title)
    ? detectLanguage(title)
    : spoken;
}

const questions: readonly Question[] = [
  {
    name: 'title',
    ask: { en: 'Title', 'zh-CN': '书名' },
    about: {
      en: 'title of the book (default: the name of its folder, or what the raw text says)',
      'zh-CN': '书名（默认取文件夹名，或原稿中的题目）',
    },
    value: { en: 'text', 'zh-CN': '文字' },
    usual: ({ operands, values }) => (values.has('from') ? '' : (operands[0] ?? '').replace(/^.*[/\\]/, '')),
  },
  {
    name: 'author',
    ask: { en: 'Author', 'zh-CN': '作者' },
    about: { en: 'author (default: none)', 'zh-CN': '作者（默认不写）' },
    value: { en: 'name', 'zh-CN': '姓名' },
    usual: () => '',
  },
  {
    name: 'language',
    ask: { en: 'Language', 'zh-CN': '语言' },
    about: {
      en: 'language of the text, e.g. zh-Hans, zh-Hant, ja, en',
      'zh-CN': '正文语言，如 zh-Hans、zh-Hant、ja、en',
    },
    value: { en: 'tag', 'zh-CN': '标签' },
    usual: ({ values }, locale, { title }) => (values.has('from') ? '' : usualLanguage(title, locale)),
  },
  {
    name: 'trim',
    ask: { en: 'Trim size', 'zh-CN': '开本' },
    about: {
      en: 'trim size, e.g. b32-140x210, a5, in-6x9',
      'zh-CN': '开本，如 b32-140x210、b16-170x240、a5',
    },
    value: { en: 'name', 'zh-CN': '名称' },
    usual: ({ values }, _locale, { language }) => (values.has('from') ? '' : usualTrim(language)),
  },
  {
    name: 'theme',
    ask: { en: 'Theme', 'zh-CN': '主题' },
    about: {
      en: 'look of the book: shu, bao, plain',
      'zh-CN': '版式主题：shu（书）、bao（报）、plain（西文）',
    },
    value: { en: 'name', 'zh-CN': '名称' },
    usual: ({ values }, _locale, { language }) => (values.has('from') ? '' : usualTheme(language)),
  },
];

const fromOption: Option = {
  name: 'from',
  value: { en: 'raw', 'zh-CN': '原稿' },
  about: {
    en: 'raw text, or a folder of them, to make the chapters from',
    'zh-CN': '由这份原稿（文件或文件夹）整理出各章',
  },
};

/** `banxin init`: a new book in a folder of its own, from nothing or from a raw text. */
export const initCommand: Command = {
  name: 'init',
  about: { en: 'begin a new book, from nothing or from a raw text', 'zh-CN': '新建一本书，可由原稿整理而来' },
  operands: [
    {
      name: { en: 'folder', 'zh-CN': '文件夹' },
      about: { en: 'folder of the book; it must be new or empty', 'zh-CN': '书的文件夹，须不存在或为空' },
      required: true,
    },
  ],
  options: [fromOption, ...questions.map(({ name, value, about }) => ({ name, value, about })), jsonOption],
  examples: ['banxin init my-book', 'banxin init my-book --from raw.txt --theme shu'],
  run,
};

async function run(request: Request, session: Session): Promise<Report> {
  const [folder = ''] = request.operands;
  // Loaded only now: help and wrong usage answer at once.
  const { initBook, mayBegin } = await import('../pipeline/init-book.js');
  // Nobody should answer five questions only to hear that the folder is taken.
  const refused = await mayBegin(folder);
  if (hasErrors(refused))
    return { exitCode: exitCodeOf(refused), diagnostics: refused, data: { files: [] }, lines: [] };
  const wishes = await wishesOf(request, session);
  const raw = request.values.get('from');
  const { signal, onProgress, style } = session;
  const { value: begun, diagnostics } = await initBook({
    folder,
    wishes,
    locale: style.locale,
    signal,
    onProgress,
    ...(raw !== undefined && { raw }),
  });
  if (!begun) return { exitCode: exitCodeOf(diagnostics), diagnostics, data: { files: [] }, lines: [] };
  return {
    exitCode: exitCodes.fine,
    diagnostics,
    data: { ...begun },
    lines: begun.files.map(displayPath),
    closing: closing(begun, style.locale),
  };
}

/** What the options say; what they leave out is asked in a terminal, and is as usual elsewhere. */
async function wishesOf(request: Request, { ask, style: { locale } }: Session): Promise<BookWishes> {
  let wishes: BookWishes = {};
  for (const { name, ask: words, usual } of questions) {
    const fallback = usual(request, locale, wishes);
    const given = request.values.get(name) ?? (ask ? await ask(words[locale], fallback) : fallback);
    if (given.trim() !== '') wishes = { ...wishes, [name]: given.trim() };
  }
  return wishes;
}

/** The chapters of a raw text with what is doubtful in them, and what to do next. */
function closing({ folder, report }: BegunBook, locale: Locale): readonly string[] {
  const path = relative(process.cwd(), resolve(folder)) || '.';
  const next = nextSteps[locale](path, report !== undefined && report.review.open > 0);
  return [...(report ? chapterLines(report, locale) : []), next];
}

const nextSteps: Readonly<Record<Locale, (path: string, toReview: boolean) => string>> = {
  en: (path, toReview) =>
    `next: see the pages${toReview ? ', and what is doubtful in the raw text,' : ''} with \`${ownName()} preview ${path}\`, then \`${ownName()} build ${path}\``,
  'zh-CN': (path, toReview) =>
    `下一步：用 \`${ownName()} preview ${path}\` 看书页${toReview ? '、审读存疑之处' : ''}，再运行 \`${ownName()} build ${path}\``,
};

/** What a person types to run Banxin: who came by `npm create` or `npx` has no `banxin` on the path. */
function ownName(): string {
  return process.env.npm_command === 'exec' ? 'npx banxin' : 'banxin';
}

/** Most chapters that are listed by name. */
const mostListed = 30;

function chapterLines({ chapters, review: { open } }: NormalizeReport, locale: Locale): readonly string[] {
  const listed = chapters.slice(0, mostListed).map(({ file, title, paragraphs }) => {
    const count =
      locale === 'zh-CN'
        ? `${paragraphs} 段`
        : `${paragraphs} ${paragraphs === 1 ? 'paragraph' : 'paragraphs'}`;
    return `  ${file}  ${title ?? ''}  ${count}`;
  });
  const rest = chapters.length - listed.length;
  if (rest > 0) listed.push(locale === 'zh-CN' ? `  ……另有 ${rest} 章` : `  … and ${rest} more`);
  const doubts =
    locale === 'zh-CN'
      ? `${chapters.length} 章，${open} 处待看`
      : `${chapters.length} chapters, ${open} places to look at`;
  return [...listed, doubts];
}
