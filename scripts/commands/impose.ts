import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { Imposition } from '../press/impose/place-pages.js';
import { type Command, exitCodes, type Report, type Request } from './command.js';
import { exitCodeOf } from './exit-code.js';
import { jsonOption } from './options.js';

/** `banxin impose`: press PDF → sheets to be folded. */
export const imposeCommand: Command = {
  name: 'impose',
  about: {
    en: 'put the pages of a press PDF on sheets: booklets, signatures, spreads for an office printer',
    'zh-CN': '把印刷 PDF 的页面拼成大版：骑马订小册、书帖，或供办公打印机用的对开样',
  },
  operands: [
    {
      name: { en: 'pdf', 'zh-CN': 'pdf' },
      about: { en: 'a PDF whose pages have a trim box', 'zh-CN': '页面带有裁切框的 PDF' },
      required: true,
    },
  ],
  options: [
    {
      name: 'booklet',
      about: { en: 'sheets in each other, stapled (default)', 'zh-CN': '骑马订，书页套叠（默认）' },
    },
    {
      name: 'signature',
      value: { en: '4|8|16|32', 'zh-CN': '4|8|16|32' },
      about: { en: 'folded signatures of so many pages', 'zh-CN': '折成书帖，每帖页数' },
    },
    {
      name: 'two-up',
      about: { en: 'spreads in reading order, as proofs', 'zh-CN': '按阅读顺序的对开样张' },
    },
    {
      name: 'sheet',
      value: { en: 'width x height', 'zh-CN': '宽x高' },
      about: {
        en: 'paper in mm, e.g. 640x900 (default: as small as may be; A4 for two-up)',
        'zh-CN': '纸张尺寸，毫米，如 640x900（默认刚好够用；对开样为 A4）',
      },
    },
    {
      name: 'creep',
      value: { en: 'mm', 'zh-CN': '毫米' },
      about: {
        en: 'thickness of a leaf, by which inner pages move to the spine (default: 0)',
        'zh-CN': '单张纸厚度，内页按此向书脊移（默认 0）',
      },
    },
    {
      name: 'out',
      value: { en: 'file', 'zh-CN': '文件' },
      about: {
        en: 'where to write (default: beside it, .imposed.pdf)',
        'zh-CN': '输出文件（默认同名 .imposed.pdf）',
      },
    },
    jsonOption,
  ],
  examples: [
    'banxin impose book.press.pdf --booklet --creep 0.1',
    'banxin impose book.press.pdf --signature 16 --sheet 640x900',
  ],
  run,
};

async function run({ operands: [pdf = ''], values }: Request): Promise<Report> {
  const { value: imposition, diagnostics: misuse } = readImposition(values);
  if (!imposition) return { exitCode: exitCodes.wrongUsage, diagnostics: misuse, data: {}, lines: [] };
  // Loaded only now: help and wrong usage answer at once.
  const { imposeFile } = await import('../pipeline/impose.js');
  const out = values.get('out');
  const { value, diagnostics } = await imposeFile({ pdf, imposition, ...(out !== undefined && { out }) });
  return {
    exitCode: exitCodeOf(diagnostics),
    diagnostics,
    data: { subject: pdf, ...value },
    lines: value ? [displayPath(value.file)] : [],
  };
}

function readImposition(values: ReadonlyMap<string, string>): Outcome<Imposition> {
  const wrong = (option: string, expected: string) =>
    failure([diagnose('impose-option-wrong', { option, value: values.get(option) ?? '', expected })]);
  const kinds = ['booklet', 'signature', 'two-up'].filter((name) => values.has(name));
  const [kind = 'booklet', other] = kinds;
  if (other !== undefined) return wrong(other, `alone: --${kind}`);
  const signature = values.get('signature');
  if (signature !== undefined && !/^(?:4|8|16|32)$/.test(signature))
    return wrong('signature', '4, 8, 16, 32');
  const sheet = values.get('sheet');
  const [, width, height] = /^(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)$/.exec(sheet ?? '') ?? [];
  if (sheet !== undefined && height === undefined) return wrong('sheet', '640x900');
  const creep = values.get('creep') ?? '0';
  if (!/^\d+(?:\.\d+)?$/.test(creep) || Number(creep) > 2) return wrong('creep', '0 – 2 mm');
  return success({
    kind: signature !== undefined ? Number(signature) : kind === 'two-up' ? 'two-up' : 'booklet',
    creep: Number(creep),
    ...(sheet !== undefined && { sheet: [Number(width), Number(height)] as const }),
  });
}
