import { type Locale, localize } from '../diagnostics/catalogue.js';
import type { ReportStyle } from '../diagnostics/report.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { CheckResult } from '../model/proof.js';
import { columnWidth, padColumns, withoutControls } from './columns.js';

type Status = CheckResult['status'];

const statusWords: Record<Locale, Record<Status, string>> = {
  en: { passed: 'passed', failed: 'FAILED', skipped: 'skipped' },
  'zh-CN': { passed: '通过', failed: '未通过', skipped: '跳过' },
};

const colours: Record<Status, string> = { passed: '32', failed: '1;31', skipped: '33' };

/** The checks as a table for a person, a line each: status, title, note. */
export function checkTable(checks: readonly CheckResult[], style: ReportStyle): string {
  const words = statusWords[style.locale];
  const titles = checks.map(({ title }) => worded(title, style));
  const statusWidth = Math.max(...checks.map(({ status }) => columnWidth(words[status])));
  const titleWidth = Math.max(...titles.map(columnWidth));
  return checks
    .map(({ status, note }, index) => {
      const label = paint(padColumns(words[status], statusWidth), status, style);
      const title = padColumns(titles[index] ?? '', titleWidth);
      return `${`  ${label}  ${title}  ${worded(note, style)}`.trimEnd()}\n`;
    })
    .join('');
}

function worded(diagnostic: Diagnostic, { locale }: ReportStyle): string {
  return withoutControls(localize(diagnostic, locale).message);
}

function paint(text: string, status: Status, { colour }: ReportStyle): string {
  return colour ? `\u001b[${colours[status]}m${text}\u001b[0m` : text;
}
