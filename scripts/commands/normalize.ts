import { resolve } from 'node:path';
import { diagnose, type Locale } from '../diagnostics/catalogue.js';
import { displayPath, shellPath } from '../files/display-path.js';
import { kindOf } from '../files/read.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { NormalizeReport } from '../normalize/ledger/report.js';
import type { ReviewOptions } from '../pipeline/review.js';
import { allowOnce } from './allow-once.js';
import { type Command, exitCodes, type Report, type Request, type Session } from './command.js';
import { counted } from './counted.js';
import { exitCodeOf } from './exit-code.js';
import { allowConfigOption, jsonOption } from './options.js';
import { readPort } from './read-port.js';
import { keepHeapSmall } from './sparing-heap.js';

/** `banxin normalize`: raw text → chapters that an editor can work on, and a ledger of every change. */
export const normalizeCommand: Command = {
  name: 'normalize',
  about: {
    en: 'turn raw text into the chapters of a book, with a ledger of every change',
    'zh-CN': '将原稿整理成书稿的各章，并逐条记录所有改动',
  },
  operands: [
    {
      name: { en: 'raw', 'zh-CN': '原稿' },
      about: {
        en: 'raw text in any common encoding, or a folder of such files, which become one book; or a book made so before',
        'zh-CN':
          '原稿文本，编码不限于 UTF-8；也可以是文件夹，其中各文件合为一本书；或先前由此生成的书稿文件夹',
      },
      required: true,
    },
  ],
  options: [
    {
      name: 'out',
      value: { en: 'book folder', 'zh-CN': '书稿文件夹' },
      about: {
        en: 'folder for the chapters (needed with a raw text); a chapter edited since is never overwritten',
        'zh-CN': '存放各章的文件夹（给出原稿时必填）；编辑过的章节不会被覆盖',
      },
    },
    {
      name: 'encoding',
      value: { en: 'name', 'zh-CN': '名称' },
      about: {
        en: 'encoding of the raw text, e.g. gb18030 (default: found out)',
        'zh-CN': '原稿的编码，如 gb18030（默认自动识别）',
      },
    },
    {
      name: 'review',
      about: {
        en: 'serve a page on this machine to judge and correct what was decided, until Ctrl+C',
        'zh-CN': '在本机打开审读页，判定存疑之处、改正正文，按 Ctrl+C 结束',
      },
    },
    {
      name: 'port',
      value: { en: 'number', 'zh-CN': '端口' },
      about: { en: 'port of that page (default: a free one)', 'zh-CN': '审读页的端口（默认自动选择）' },
    },
    allowConfigOption,
    jsonOption,
  ],
  examples: [
    'banxin normalize raw.txt --out manuscript/my-book',
    'banxin normalize manuscript/my-book --review',
  ],
  run,
};

async function run(request: Request, session: Session): Promise<Report> {
  keepHeapSmall();
  // Loaded only now: help and wrong usage answer at once.
  const { findOwnSource } = await import('../pipeline/own-source.js');
  const { value: options, diagnostics } = await readOptions(request, findOwnSource);
  if (!options) return { exitCode: exitCodes.wrongUsage, diagnostics, data: { files: [] }, lines: [] };
  return request.values.has('review') ? review(options, session) : normalize(options, session);
}

type Options = Pick<ReviewOptions, 'allowConfig' | 'encoding' | 'out' | 'port' | 'raw'>;

/** What is to be normalized: the raw text that is named, or the one that a book folder holds. */
async function readOptions(
  { operands, values }: Request,
  findOwnSource: (folder: string, example: string) => Promise<Outcome<Options>>,
): Promise<Outcome<Options>> {
  const raw = operands[0] ?? '';
  const out = values.get('out');
  const encoding = values.get('encoding');
  const [example] = normalizeCommand.examples;
  const port = readPort(values.get('port'));
  if (!port.value) return failure(port.diagnostics);
  const named = { ...port.value, ...(encoding !== undefined && { encoding }) };
  if (out !== undefined) return success({ raw, out, ...named, ...(await allowOnce({ values }, out)) });
  if ((await kindOf(raw)) !== 'folder')
    return failure([diagnose('option-missing', { command: 'normalize', option: '--out', example })]);
  const own = await findOwnSource(raw, example);
  if (!own.value) return own;
  return success({ ...own.value, ...named, ...(await allowOnce({ values }, own.value.out)) });
}

async function normalize(options: Options, { signal, onProgress, style }: Session): Promise<Report> {
  const { normalizeInto } = await import('../pipeline/normalize.js');
  const { value: report, diagnostics } = await normalizeInto({ ...options, signal, onProgress });
  const lines = (report?.files ?? []).map(displayPath);
  return reportOf(report, diagnostics, {
    lines,
    ...(report && { closing: describe(report, style.locale, options.out) }),
  });
}

async function review(options: Options, { signal, onProgress, style }: Session): Promise<Report> {
  const { openReview } = await import('../pipeline/review.js');
  const { value: open, diagnostics } = await openReview({ ...options, signal, onProgress });
  if (!open) return reportOf(undefined, diagnostics, { lines: [] });
  const { report, url, stopped } = open;
  return {
    ...reportOf(report, diagnostics, { lines: [url], closing: reviewing[style.locale](report.review.open) }),
    data: { ...report, url },
    goesOn: async () => {
      await stopped;
      return exitCodes.fine;
    },
  };
}

function reportOf(
  report: NormalizeReport | undefined,
  diagnostics: readonly Diagnostic[],
  rest: Pick<Report, 'closing' | 'lines'>,
): Report {
  return {
    exitCode: exitCodeOf(diagnostics),
    diagnostics,
    data: report ? { ...report } : { files: [] },
    ...rest,
  };
}

const reviewing: Record<Locale, (open: number) => string> = {
  en: (open) =>
    `the review is open at the address below, ${counted(open, 'place')} to look at; Ctrl+C ends it`,
  'zh-CN': (open) => `审读页已在下列地址打开，${open} 处待看；按 Ctrl+C 结束`,
};

/** What was done, in one sentence, and how much of it a person should look at, and where. */
function describe(
  { chapters, edits, review, encodings, files }: NormalizeReport,
  locale: Locale,
  out: string,
): string {
  const changes = Object.values(edits).reduce((sum, count) => sum + count, 0);
  const facts = {
    chapters: chapters.length,
    changes,
    open: review.open,
    page: displayPath(review.page),
    command: `banxin normalize ${shellPath(resolve(out))} --review`,
    encoding: encodings.join(', '),
    files: files.length,
  };
  return sentences[locale](facts);
}

interface Facts {
  readonly chapters: number;
  readonly changes: number;
  readonly open: number;
  readonly page: string;
  readonly command: string;
  readonly encoding: string;
  readonly files: number;
}

const sentences: Record<Locale, (facts: Facts) => string> = {
  en: ({ chapters, changes, open, page, command, encoding, files }) =>
    [
      `${encoding}: ${counted(chapters, 'chapter')}, ${counted(changes, 'change')}`,
      ...(files === 0 ? ['nothing new to write'] : []),
      ...(open > 0 ? [`${counted(open, 'place')} to look at in ${page}; to decide them: ${command}`] : []),
    ].join('; '),
  'zh-CN': ({ chapters, changes, open, page, command, encoding, files }) =>
    [
      `${encoding}：${chapters} 章，${changes} 处改动`,
      ...(files === 0 ? ['没有需要写入的新内容'] : []),
      ...(open > 0 ? [`${open} 处待看，见 ${page}；逐处判定请运行：${command}`] : []),
    ].join('；'),
};
