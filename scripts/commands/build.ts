import { diagnose, type Locale } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import type { BuildOptions, BuildResult, EbookFonts, Format } from '../model/build-types.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { nearest } from '../model/nearest.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import { allowOnce } from './allow-once.js';
import {
  type Command,
  type ExitCode,
  exitCodes,
  type Report,
  type Request,
  type Session,
} from './command.js';
import { counted } from './counted.js';
import { exitCodeOf } from './exit-code.js';
import { findBook } from './find-book.js';
import { allowConfigOption, forOption, jsonOption } from './options.js';
import { growYoungHeap } from './young-heap.js';

const formats: readonly Format[] = ['pdf', 'press', 'epub'];
const ebookFonts: readonly EbookFonts[] = ['subset', 'none'];

/** `banxin build`: book folder → PDF, EPUB and proof. */
export const buildCommand: Command = {
  name: 'build',
  about: {
    en: 'typeset a book as PDF and EPUB and prove both against the manuscript',
    'zh-CN': '将书稿排成 PDF 和 EPUB，并与书稿逐字核对',
  },
  operands: [
    {
      name: { en: 'book folder', 'zh-CN': '书稿文件夹' },
      about: {
        en: 'folder with book.yaml (default: this folder, else the only book in manuscript/)',
        'zh-CN': '含 book.yaml 的文件夹（默认为当前文件夹，或 manuscript/ 中唯一的一本）',
      },
      required: false,
    },
  ],
  options: [
    forOption,
    {
      name: 'format',
      value: { en: 'pdf,press,epub', 'zh-CN': 'pdf,press,epub' },
      about: {
        en: 'what to make (default: pdf and epub, and press where book.yaml has it)',
        'zh-CN': '输出格式（默认 pdf 和 epub；book.yaml 写了 press 时也做 press）',
      },
    },
    {
      name: 'out',
      value: { en: 'folder', 'zh-CN': '文件夹' },
      about: {
        en: 'where to write (default: dist/<book id>, with --for a folder in it)',
        'zh-CN': '输出位置（默认 dist/<书的 id>，用 --for 时为其中的子文件夹）',
      },
    },
    {
      name: 'ebook-fonts',
      value: { en: 'subset|none', 'zh-CN': 'subset|none' },
      about: {
        en: 'fonts of the e-book: cut to its characters, or none (default: what book.yaml says, else subset)',
        'zh-CN': '电子书的字体：嵌入用到的字，或不嵌入（默认依 book.yaml，未写则嵌入）',
      },
    },
    {
      name: 'press-profile',
      value: { en: 'path', 'zh-CN': '路径' },
      about: {
        en: 'ICC profile of the printing house (default: what book.yaml says under press)',
        'zh-CN': '印厂的 ICC 特性文件（默认依 book.yaml 的 press）',
      },
    },
    {
      name: 'browser',
      value: { en: 'path', 'zh-CN': '路径' },
      about: {
        en: 'browser to print with (default: the one Banxin brings)',
        'zh-CN': '排版所用的浏览器（默认用 Banxin 自带的）',
      },
    },
    {
      name: 'jobs',
      value: { en: 'number', 'zh-CN': '数目' },
      about: {
        en: 'chapters laid out at once (default: one a core, four at most)',
        'zh-CN': '同时排版的章数（默认每核一章，至多四章）',
      },
    },
    {
      name: 'cache',
      value: { en: 'folder', 'zh-CN': '文件夹' },
      about: {
        en: 'where work is kept for the next build (default: .banxin/cache in the book folder), or `off`',
        'zh-CN': '缓存文件夹（默认为书稿文件夹中的 .banxin/cache）；`off` 表示不用缓存',
      },
    },
    {
      name: 'watch',
      about: {
        en: 'go on, and build again after each change in the book folder; Ctrl+C ends it',
        'zh-CN': '持续运行，书稿文件夹一有改动就重新构建；按 Ctrl+C 结束',
      },
    },
    allowConfigOption,
    jsonOption,
  ],
  examples: [
    'banxin build manuscript/shanghai-2022-03-31',
    'banxin build manuscript/shanghai-2022-03-31 --format pdf --out /tmp/proofs',
    'banxin build manuscript/shanghai-2022-03-31 --watch',
    'banxin build manuscript/shanghai-2022-03-31 --for office',
  ],
  run,
};

async function run(request: Request, session: Session): Promise<Report> {
  const { value: options, diagnostics: misuse } = await readOptions(request);
  if (!options) return report(undefined, misuse, exitCodes.wrongUsage);
  // Loaded only now: help and wrong usage answer at once.
  growYoungHeap();
  const { build } = await import('../pipeline/build.js');
  const { signal, onProgress } = session;
  const { locale } = session.style;
  const watching = request.values.has('watch') ? await import('./watch-build.js') : undefined;
  const watch = await watching?.startWatch(options, signal);
  const outcome = await build({ ...options, signal, onProgress });
  if (!watching || !watch) return reportOf(outcome, locale);
  const whileWatching = (made: Outcome<BuildResult>): Report => {
    const { closing = [], ...rest } = reportOf(made, locale);
    return { ...rest, closing: [closing, watchWords[locale]].flat() };
  };
  const repeated = { options, build, reportOf: whileWatching, first: outcome.value };
  return {
    ...whileWatching(outcome),
    goesOn: (speaker) => watching.watchBuild(watch, repeated, session, speaker),
  };
}

const watchWords: Record<Locale, string> = {
  en: 'watching the book folder; Ctrl+C ends it',
  'zh-CN': '正在等待书稿改动；按 Ctrl+C 结束',
};

function reportOf({ value: result, diagnostics }: Outcome<BuildResult>, locale: Locale): Report {
  const ending = report(result, diagnostics, exitCodeOf(diagnostics, result?.checks));
  return result ? { ...ending, closing: [describe(result, locale), ...own(result, locale)] } : ending;
}

async function readOptions({ operands, values }: Request): Promise<Outcome<BuildOptions>> {
  const chosen = readFormats(values.get('format'));
  const jobs = readJobs(values.get('jobs'));
  const fonts = readEbookFonts(values.get('ebook-fonts'));
  const book = operands[0] === undefined ? await findBook() : success(operands[0]);
  if (!chosen.value || book.value === undefined || !jobs.value || !fonts.value) {
    const all = [chosen, book, jobs, fonts];
    return failure(all.flatMap(({ diagnostics }) => diagnostics));
  }
  const out = values.get('out');
  const browser = values.get('browser');
  const pressProfile = values.get('press-profile');
  const destination = values.get('for');
  const cache = values.get('cache');
  return success({
    book: book.value,
    ...chosen.value,
    ...(out !== undefined && { out }),
    ...(browser !== undefined && { browser }),
    ...(pressProfile !== undefined && { pressProfile }),
    ...(destination !== undefined && { for: destination }),
    ...(await allowOnce({ values }, book.value)),
    ...jobs.value,
    ...fonts.value,
    ...(cache !== undefined && { cache: cache === 'off' ? false : cache }),
  });
}

/** More tabs than this only take memory. */
const mostJobs = 64;

function readJobs(jobs: string | undefined): Outcome<{ jobs?: number }> {
  if (jobs === undefined) return success({});
  const number = Number(jobs);
  const fits = /^\d+$/.test(jobs) && number >= 1 && number <= mostJobs;
  return fits ? success({ jobs: number }) : failure([diagnose('jobs-invalid', { jobs, most: mostJobs })]);
}

function readEbookFonts(given: string | undefined): Outcome<Pick<BuildOptions, 'ebookFonts'>> {
  if (given === undefined) return success({});
  const known = ebookFonts.find((name) => name === given);
  return known
    ? success({ ebookFonts: known })
    : failure([diagnose('ebook-fonts-unknown', { fonts: given, known: ebookFonts.join(', ') })]);
}

/** `epub,pdf` → the formats it names, in the order of making. */
function readFormats(list: string | undefined): Outcome<Pick<BuildOptions, 'formats'>> {
  if (list === undefined) return success({});
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !formats.some((format) => format === name));
  if (unknown.length > 0) {
    const known = formats.join(', ');
    return failure(
      unknown.map((format) =>
        diagnose('format-unknown', { format, nearest: nearest(format, formats), known }),
      ),
    );
  }
  return success({ formats: formats.filter((format) => names.includes(format)) });
}

function report(
  result: BuildResult | undefined,
  diagnostics: readonly Diagnostic[],
  exitCode: ExitCode,
): Report {
  const { folder = null, files = [], figures = null, checks = [], browser = null } = result ?? {};
  const { extensions = [] } = result ?? {};
  return {
    exitCode,
    diagnostics,
    checks,
    data: { folder, files, figures, browser, extensions },
    lines: files.map(displayPath),
  };
}

/** What the book's own config added, in its order. */
function own({ extensions }: BuildResult, locale: Locale): readonly string[] {
  if (extensions.length === 0) return [];
  return [locale === 'zh-CN' ? `自定：${extensions.join('、')}` : `the book's own: ${extensions.join(', ')}`];
}

/** The figures of a build in one sentence. */
function describe({ figures }: BuildResult, locale: Locale): string {
  const { pages, chapters, characters, seconds } = figures;
  const time = seconds.toFixed(1);
  if (locale === 'zh-CN') {
    const counts = [...(pages === undefined ? [] : [`${pages} 页`]), `${chapters} 章`, `${characters} 字`];
    return `${counts.join('，')}，用时 ${time} 秒`;
  }
  const counts = [
    ...(pages === undefined ? [] : [counted(pages, 'page')]),
    counted(chapters, 'chapter'),
    counted(characters, 'character'),
  ];
  return `${counts.join(', ')} in ${time} s`;
}
