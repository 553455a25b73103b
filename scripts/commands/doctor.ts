import { type Locale, localize } from '../diagnostics/catalogue.js';
import type { DoctorFinding } from '../model/doctor.js';
import { columnWidth, padColumns } from './columns.js';
import { type Command, exitCodes, type Report, type Request, type Session } from './command.js';
import { jsonOption } from './options.js';

/** `banxin doctor`: what Banxin needs on this machine, what is there, and how to get the rest. */
export const doctorCommand: Command = {
  name: 'doctor',
  about: {
    en: 'say what Banxin finds on this machine, what is missing, and how to get it',
    'zh-CN': '检查运行环境：已有什么，缺少什么，如何补齐',
  },
  operands: [],
  options: [jsonOption],
  examples: ['banxin doctor', 'banxin doctor --json'],
  run,
};

async function run(_request: Request, { style: { locale } }: Session): Promise<Report> {
  // Loaded only now: help and wrong usage answer at once.
  const { examine } = await import('../pipeline/doctor.js');
  const findings = await examine();
  const fit = findings.every(({ subject, status }) => status === 'found' || subject === 'java');
  return {
    exitCode: fit ? exitCodes.fine : exitCodes.bookHasErrors,
    diagnostics: [],
    data: {
      findings: findings.map(({ note, ...finding }) => ({
        ...finding,
        ...(note && { note: localize(note, locale) }),
      })),
    },
    lines: findingLines(findings, locale),
    closing: closings[locale][fit ? 'fit' : 'unfit'],
  };
}

const statusWords: Record<Locale, Record<DoctorFinding['status'], string>> = {
  en: { found: 'found', missing: 'missing', unfit: 'unfit' },
  'zh-CN': { found: '已找到', missing: '缺少', unfit: '不可用' },
};

const subjectNames: Record<Locale, Record<DoctorFinding['subject'], string>> = {
  en: { banxin: 'Banxin', node: 'Node.js', browser: 'browser', fonts: 'fonts', java: 'Java' },
  'zh-CN': { banxin: 'Banxin', node: 'Node.js', browser: '浏览器', fonts: '字体', java: 'Java' },
};

/** Java is wanted, not needed: without it a checker in JavaScript stands in for EPUBCheck. */
const closings: Record<Locale, Record<'fit' | 'unfit', string>> = {
  en: {
    fit: 'Banxin can work here',
    unfit: 'Banxin cannot work here until what is missing or unfit is mended',
  },
  'zh-CN': { fit: '环境正常，可以使用', unfit: '环境不完整：请先补齐上面缺少或不可用的项目' },
};

/** A line for each thing: status, name, version and path; below it what there is to say and to do. */
function findingLines(findings: readonly DoctorFinding[], locale: Locale): readonly string[] {
  const words = statusWords[locale];
  const names = subjectNames[locale];
  const statusWidth = Math.max(0, ...findings.map(({ status }) => columnWidth(words[status])));
  const nameWidth = Math.max(0, ...findings.map(({ subject }) => columnWidth(names[subject])));
  return findings.flatMap(({ subject, status, version, path, note }) => {
    const head = `${padColumns(words[status], statusWidth)}  ${padColumns(names[subject], nameWidth)}  `;
    const { message, hint } = note ? localize(note, locale) : {};
    const facts = [version, path].filter((fact) => fact !== undefined).join('  ');
    const texts = [facts, message, hint && `→ ${hint}`].filter((text) => text);
    return texts.map((text, index) => (index === 0 ? head : ' '.repeat(columnWidth(head))) + text);
  });
}
