import { allowOnce } from './allow-once.js';
import type { Command, Report, Request, Session } from './command.js';
import { exitCodeOf } from './exit-code.js';
import { allowConfigOption, forOption, jsonOption } from './options.js';

/** `banxin check`: PDF, EPUB or book folder → what every check says of it. */
export const checkCommand: Command = {
  name: 'check',
  about: { en: 'check a PDF, an EPUB or a book folder', 'zh-CN': '检查 PDF、EPUB 或书稿文件夹' },
  operands: [
    {
      name: { en: 'pdf, epub or book folder', 'zh-CN': 'pdf、epub 或书稿文件夹' },
      about: {
        en: 'what to check; an EPUB, and that of a book folder, also by Ace, which a build leaves out for its time',
        'zh-CN':
          '检查对象；EPUB（以及由书稿文件夹做成的 EPUB）还由 Ace 检查无障碍，构建时为省时间不做这项检查',
      },
      required: true,
    },
  ],
  options: [forOption, allowConfigOption, jsonOption],
  examples: [
    'banxin check dist/shanghai-2022-03-31/shanghai-2022-03-31.epub',
    'banxin check manuscript/shanghai-2022-03-31 --json',
    'banxin check dist/shanghai-2022-03-31/kdp-6x9/shanghai-2022-03-31.press.pdf --for kdp-6x9',
  ],
  run,
};

async function run(
  { operands: [subject = ''], values }: Request,
  { signal, onProgress }: Session,
): Promise<Report> {
  const destination = values.get('for');
  // Loaded only now: help and wrong usage answer at once.
  const { check } = await import('../pipeline/check.js');
  const { value: checks = [], diagnostics } = await check({
    subject,
    ...(await allowOnce({ values }, subject)),
    ...(destination !== undefined && { for: destination }),
    signal,
    onProgress,
  });
  return { exitCode: exitCodeOf(diagnostics, checks), diagnostics, checks, data: { subject }, lines: [] };
}
