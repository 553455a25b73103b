import type { Locale } from '../diagnostics/catalogue.js';
import type { DoctorFinding } from '../model/doctor.js';
import { columnWidth, padColumns } from './columns.js';
import { type Command, exitCodes, type Report, type Request, type Session } from './command.js';
import { jsonOption } from './options.js';

/** `banxin doctor`: what Banxin needs on this machine, what is there, and how to get the rest. */
export const doctorCommand: Command = {
  name: 'doctor',
  about: {
    en: 'say what Banxin finds on this machine, what is missing, and how to get it',
    'zh-CN': '检查运行环境：找到了什么，缺什么，如何补齐',
  },
  operands: [],
  options: [jsonOption],
  examples: ['banxin doctor', 'banxin doctor --json'],
  run,
};

async function run(_request: Request, { style }: Session): Promise<Report> {
  // Loaded only now: help and wrong usage answer at once.
  const { examine } = await import('../pipeline/doctor.js');
  const findings = await examine();
  const fit = findings.every(({ subject, status }) => status === 'found' || subject === 'java');
  return {
    exitCode: fit ? exitCodes.fine : exitCodes.bookHasErrors,
    diagnostics: [],
    data: { findings },
    lines: findingLines(findings, style.locale),
    closing: closings[style.locale][fit ? 'fit' : 'unfit'],
  };
}

const statusWords: Record<Locale, Record<DoctorFinding['status'], string>> = {
  en: { found: 'found', missing: 'missing', unfit: 'unfit' },
  'zh-CN': { found: '已找到', missing: '缺少', unfit: '不可用' },
};

/** Java is wanted, not needed: without it a checker in JavaScript stands in for EPUBCheck. */
const closings: Record<Locale, Record<'fit' | 'unfit', string>> = {
  en: {
    fit: 'Banxin can work here',
    unfit: 'Banxin cannot work here until what is missing or unfit is mended',
  },
  'zh-CN': { fit: '环境正常，可以使用', unfit: '环境不完整：补齐上面缺少或不可用的项目后才能使用' },
};

function findingLines(findings: readonly DoctorFinding[], locale: Locale): readonly string[] {
  const words = statusWords[locale];
  const statusWidth = Math.max(0, ...findings.map(({ status }) => columnWidth(words[status])));
  const subjectWidth = Math.max(0, ...findings.map(({ subject }) => subject.length));
  return findings.flatMap(({ subject, status, what, version, path, hint }) => {
    const head = `${padColumns(words[status], statusWidth)}  ${padColumns(subject, subjectWidth)}  `;
    const facts = [what, version, path === undefined ? undefined : `(${path})`].filter(Boolean).join(' ');
    const indent = ' '.repeat(columnWidth(head));
    return [head + facts, ...(hint === undefined ? [] : [`${indent}→ ${hint}`])];
  });
}
