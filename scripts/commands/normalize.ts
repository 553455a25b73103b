import type { Locale } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import type { NormalizeReport } from '../normalize/ledger/report.js';
import type { Command, Report, Request, Session } from './command.js';
import { counted } from './counted.js';
import { exitCodeOf } from './exit-code.js';
import { jsonOption } from './options.js';
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
        en: 'raw text in any common encoding, or a folder of such files, which become one book',
        'zh-CN': '原稿文本，编码不限于 UTF-8；也可以是文件夹，其中各文件合为一本书',
      },
      required: true,
    },
  ],
  options: [
    {
      name: 'out',
      value: { en: 'book folder', 'zh-CN': '书稿文件夹' },
      about: {
        en: 'folder for the chapters; a chapter edited since is never overwritten',
        'zh-CN': '存放各章的文件夹；编辑过的章节不会被覆盖',
      },
      required: true,
    },
    {
      name: 'encoding',
      value: { en: 'name', 'zh-CN': '名称' },
      about: {
        en: 'encoding of the raw text, e.g. gb18030 (default: found out)',
        'zh-CN': '原稿的编码，如 gb18030（默认自动识别）',
      },
    },
    jsonOption,
  ],
  examples: ['banxin normalize raw.txt --out manuscript/my-book'],
  run,
};

async function run(request: Request, { signal, onProgress, style }: Session): Promise<Report> {
  keepHeapSmall();
  // Loaded only now: help and wrong usage answer at once.
  const { normalizeInto } = await import('../pipeline/normalize.js');
  const encoding = request.values.get('encoding');
  const { value: report, diagnostics } = await normalizeInto({
    raw: request.operands[0] ?? '',
    out: request.values.get('out') ?? '',
    ...(encoding !== undefined && { encoding }),
    signal,
    onProgress,
  });
  return {
    exitCode: exitCodeOf(diagnostics),
    diagnostics,
    data: report ? { ...report } : { files: [] },
    lines: (report?.files ?? []).map(displayPath),
    ...(report && { closing: describe(report, style.locale) }),
  };
}

/** What was done, in one sentence, and how much of it a person should look at. */
function describe({ chapters, edits, doubtful, encodings, files }: NormalizeReport, locale: Locale): string {
  const changes = Object.values(edits).reduce((sum, count) => sum + count, 0);
  const facts = {
    chapters: chapters.length,
    changes,
    doubts: doubtful.length,
    encoding: encodings.join(', '),
    files: files.length,
  };
  return sentences[locale](facts);
}

interface Facts {
  readonly chapters: number;
  readonly changes: number;
  readonly doubts: number;
  readonly encoding: string;
  readonly files: number;
}

const sentences: Record<Locale, (facts: Facts) => string> = {
  en: ({ chapters, changes, doubts, encoding, files }) =>
    [
      `${encoding}: ${counted(chapters, 'chapter')}, ${counted(changes, 'change')}`,
      ...(files === 0 ? ['nothing new to write'] : []),
      ...(doubts > 0
        ? [`${counted(doubts, 'doubtful decision')} to look at in the ledger beside the source`]
        : []),
    ].join('; '),
  'zh-CN': ({ chapters, changes, doubts, encoding, files }) =>
    [
      `${encoding}：${chapters} 章，${changes} 处改动`,
      ...(files === 0 ? ['没有需要写入的新内容'] : []),
      ...(doubts > 0 ? [`${doubts} 处存疑，请查看原稿旁的改动记录`] : []),
    ].join('；'),
};
