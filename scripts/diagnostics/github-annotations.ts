import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { type Locale, localize } from './catalogue.js';

const kinds: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Diagnostics as GitHub Actions takes them, a line each: it shows them in the diff beside the line that they concern
 * (GitHub Docs, “Workflow commands for GitHub Actions”, setting an error message).
 */
export function formatGithubAnnotations(diagnostics: readonly Diagnostic[], locale: Locale): string {
  return diagnostics.map((diagnostic) => `${annotation(localize(diagnostic, locale))}\n`).join('');
}

function annotation({ severity, code, message, hint, place }: ReturnType<typeof localize>): string {
  const properties = Object.entries({
    file: place?.file,
    line: place?.line,
    col: place?.line === undefined ? undefined : place?.column,
    title: code,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapedProperty(String(value))}`]));
  const text = hint ? `${message}\n${hint}` : message;
  return `::${kinds[severity]} ${properties.join(',')}::${escapedText(text)}`;
}

function escapedText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(value: string): string {
  return escapedText(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
