import { type Locale, localize } from '../diagnostics/catalogue.js';
import { formatGithubAnnotations } from '../diagnostics/github-annotations.js';
import { formatDiagnostics } from '../diagnostics/report.js';
import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { checkTable } from './check-table.js';
import { withoutControls } from './columns.js';
import type { Report } from './command.js';
import type { Terminal } from './terminal.js';

/** Prints what a command found: talk on standard error, and on standard output its product or one JSON object. */
export function writeReport(command: string | null, report: Report, terminal: Terminal, json: boolean): void {
  const { stdout, stderr, style, annotates } = terminal;
  const diagnostics = allDiagnostics(report).map(harmless);
  stderr.write(formatDiagnostics(diagnostics, style));
  if (annotates) stderr.write(formatGithubAnnotations(diagnostics, style.locale));
  if (report.checks && report.checks.length > 0) stderr.write(checkTable(report.checks, style));
  if (diagnostics.length > 0) stderr.write(`${countDiagnostics(diagnostics, style.locale)}\n`);
  for (const line of [report.closing ?? []].flat()) stderr.write(`${withoutControls(line)}\n`);
  if (json) stdout.write(`${JSON.stringify(jsonReport(command, report, style.locale), undefined, 2)}\n`);
  else for (const line of report.lines) stdout.write(`${line}\n`);
}

/** What the stages found and what the checks found, each once. */
function allDiagnostics({ diagnostics, checks = [] }: Report): readonly Diagnostic[] {
  const all = [...diagnostics, ...checks.flatMap((check) => check.diagnostics)];
  return [...new Map(all.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

/** A diagnostic whose words cannot drive a terminal, whatever the manuscript holds. */
function harmless(diagnostic: Diagnostic): Diagnostic {
  const { message, hint, place, values } = diagnostic;
  return {
    ...diagnostic,
    message: withoutControls(message),
    ...(hint !== undefined && { hint: withoutControls(hint) }),
    ...(place && { place: { ...place, file: withoutControls(place.file) } }),
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' ? withoutControls(value) : value,
      ]),
    ),
  };
}

const countNames = {
  en: { error: ['error', 'errors'], warning: ['warning', 'warnings'], info: ['note', 'notes'] },
  'zh-CN': { error: ['个错误'], warning: ['个警告'], info: ['条提示'] },
} as const satisfies Record<Locale, Record<Severity, readonly [one: string, many?: string]>>;

function countDiagnostics(diagnostics: readonly Diagnostic[], locale: Locale): string {
  const severities: readonly Severity[] = ['error', 'warning', 'info'];
  return severities
    .map((severity) => ({ severity, count: diagnostics.filter((d) => d.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => {
      const [one, many = one] = countNames[locale][severity];
      return `${count} ${count === 1 ? one : many}`;
    })
    .join(locale === 'en' ? ', ' : '，');
}

function jsonReport(
  command: string | null,
  report: Report,
  locale: Locale,
): Readonly<Record<string, unknown>> {
  const worded = (diagnostics: readonly Diagnostic[]) => diagnostics.map((found) => localize(found, locale));
  return {
    command,
    exitCode: report.exitCode,
    ...report.data,
    ...(report.checks && {
      checks: report.checks.map(({ title, note, diagnostics, ...check }) => ({
        ...check,
        title: localize(title, locale),
        note: localize(note, locale),
        diagnostics: worded(diagnostics),
      })),
    }),
    diagnostics: worded(report.diagnostics),
  };
}
