import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { type Locale, localize } from './catalogue.js';

const labels: Record<Locale, Record<Severity, string>> = {
  en: { error: 'error', warning: 'warning', info: 'note' },
  'zh-CN': { error: '错误', warning: '警告', info: '提示' },
};

/** How a report looks: the language, and whether a terminal shows colour. */
export interface ReportStyle {
  readonly locale: Locale;
  readonly colour: boolean;
}

/**
 * All diagnostics as lines for a person, in the form that editors and CI parse:
 * `file:line:column: severity[code]: message`, then the hint and related places indented.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], style: ReportStyle): string {
  return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, style)).join('');
}

function formatDiagnostic(diagnostic: Diagnostic, style: ReportStyle): string {
  const worded = localize(diagnostic, style.locale);
  const place = formatPlace(worded);
  const label = paint(labels[style.locale][worded.severity], worded.severity, style);
  const lines = [`${place && `${place}: `}${label}[${worded.code}]: ${worded.message}`];
  for (const other of worded.related ?? []) lines.push(`    → ${formatPlace({ place: other })}`);
  if (worded.hint) lines.push(`    ${style.locale === 'en' ? 'hint: ' : '建议：'}${worded.hint}`);
  return `${lines.join('\n')}\n`;
}

function formatPlace({ place }: Pick<Diagnostic, 'place'>): string {
  if (!place) return '';
  return [place.file, place.line, place.line === undefined ? undefined : place.column]
    .filter((part) => part !== undefined)
    .join(':');
}

const colours: Record<Severity, string> = { error: '31', warning: '33', info: '36' };

function paint(text: string, severity: Severity, style: ReportStyle): string {
  return style.colour ? `\u001b[1;${colours[severity]}m${text}\u001b[0m` : text;
}
