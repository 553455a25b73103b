import { diagnose, type Locale } from '../diagnostics/catalogue.js';
import { nearest } from '../model/nearest.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { type Editor, editors, findEditor } from '../pipeline/preview/preview-editors.js';
import { allowOnce } from './allow-once.js';
import { type Command, exitCodes, type Report, type Request, type Session } from './command.js';
import { counted } from './counted.js';
import { exitCodeOf } from './exit-code.js';
import { findBook } from './find-book.js';
import { allowConfigOption, jsonOption } from './options.js';
import { readPort } from './read-port.js';

/** `banxin preview`: the book's pages in a browser, made anew after each save. */
export const previewCommand: Command = {
  name: 'preview',
  about: {
    en: 'show the pages of a book in a browser, laid out anew after each save',
    'zh-CN': '在浏览器中预览书页，每次存盘后重新排版',
  },
  operands: [
    {
      name: { en: 'book folder', 'zh-CN': '书稿文件夹' },
      about: {
        en: 'folder with book.yaml (default: as for build)',
        'zh-CN': '含 book.yaml 的文件夹（默认同 build）',
      },
      required: false,
    },
  ],
  options: [
    {
      name: 'port',
      value: { en: 'number', 'zh-CN': '端口' },
      about: { en: 'port of the page (default: a free one)', 'zh-CN': '预览页的端口（默认自动选择）' },
    },
    {
      name: 'browser',
      value: { en: 'path', 'zh-CN': '路径' },
      about: {
        en: 'browser to lay out with (default: the one Banxin brings)',
        'zh-CN': '排版所用的浏览器（默认用 Banxin 自带的）',
      },
    },
    {
      name: 'editor',
      value: { en: 'name or address', 'zh-CN': '名称或地址' },
      about: {
        en: `what a click on the text opens: ${editors.map(({ name }) => name).join(', ')}, or an address of your own with {path}, {line} and {column} (default: what was chosen in the page, else vscode)`,
        'zh-CN': `点按文字时打开什么：${editors.map(({ name }) => name).join('、')}，或自写的地址，其中可用 {path}、{line}、{column}（默认按页上所选，否则为 vscode）`,
      },
    },
    allowConfigOption,
    jsonOption,
  ],
  examples: ['banxin preview manuscript/shanghai-2022-03-31', 'banxin preview --port 8080'],
  run,
};

async function run({ operands, values }: Request, session: Session): Promise<Report> {
  const book = operands[0] === undefined ? await findBook() : success(operands[0]);
  const port = readPort(values.get('port'));
  const editor = readEditor(values.get('editor'));
  if (book.value === undefined || !port.value || !editor.value) {
    const diagnostics = [...book.diagnostics, ...port.diagnostics, ...editor.diagnostics];
    return { exitCode: exitCodes.wrongUsage, diagnostics, data: {}, lines: [] };
  }
  // Loaded only now: help and wrong usage answer at once.
  const { openPreview } = await import('../pipeline/preview/preview.js');
  const browser = values.get('browser');
  const { signal, onProgress } = session;
  const options = {
    book: book.value,
    ...(await allowOnce({ values }, book.value)),
    signal,
    onProgress,
    ...port.value,
    ...editor.value,
    ...(browser !== undefined && { browser }),
  };
  const { value: open, diagnostics } = await openPreview(options);
  if (!open) return { exitCode: exitCodeOf(diagnostics), diagnostics, data: {}, lines: [] };
  const { url, pages, stopped } = open;
  return {
    exitCode: exitCodes.fine,
    diagnostics,
    data: { url, pages },
    lines: [url],
    closing: closings[session.style.locale](pages),
    goesOn: async () => {
      await stopped;
      return exitCodes.fine;
    },
  };
}

/** The editor that is asked for, if one is. */
function readEditor(asked: string | undefined): Outcome<{ editor?: Editor }> {
  if (asked === undefined) return success({});
  const editor = findEditor(asked);
  const known = editors.map(({ name }) => name);
  const [{ address: example = '' } = {}] = editors;
  const values = { editor: asked, nearest: nearest(asked, known), known: known.join(', '), example };
  return editor ? success({ editor }) : failure([diagnose('editor-unknown', values)]);
}

const closings: Record<Locale, (pages: number) => string> = {
  en: (pages) => `${counted(pages, 'page')} at the address below; each save lays out anew, Ctrl+C ends it`,
  'zh-CN': (pages) => `${pages} 页，已在下列地址打开；存盘即重排，按 Ctrl+C 结束`,
};
