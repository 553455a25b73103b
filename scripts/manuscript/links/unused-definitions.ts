import type { Token } from 'markdown-it';
import type { Findings } from '../findings.js';
import type { ParsedMarkdown } from '../markdown/parse-markdown.js';

/** Behind the marks of quotes and lists. */
const definition = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[\s>]+)*\[((?:[^\][\\]|\\.){1,999})\]:(.*)$/;

/**
 * Reports link definitions (`[label]: target`) that no link uses. They leave no trace in the book, and a line of
 * text such as `[注]: 此处有误` looks just like one.
 */
export function reportUnusedDefinitions(
  lines: readonly string[],
  parsed: ParsedMarkdown,
  targets: ReadonlySet<string>,
  findings: Findings,
): void {
  if (Object.keys(parsed.references).length === 0) return;
  const covered = coveredLines(parsed.tokens);
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (covered.has(index)) continue;
    const match = definition.exec(line);
    const label = match?.[1];
    if (label === undefined) continue;
    const name = normalize(label);
    const reference = parsed.references[name];
    // A note whose text begins below its label has no line of its own among the tokens.
    if (label.startsWith('^') && reference === undefined) continue;
    // Of two definitions with one label the first counts.
    const isUsed = reference !== undefined && targets.has(reference.href) && !seen.has(name);
    seen.add(name);
    if (!isUsed)
      findings.report('definition-unused', { label, text: shorten(match?.[2]?.trim() ?? '') }, index + 1);
  }
}

/** The lines (from 0) that made tokens; definitions make none. */
function coveredLines(tokens: readonly Token[]): Set<number> {
  const covered = new Set<number>();
  for (const token of tokens) {
    // The map of a block with content spans definitions too; that of a table row does not.
    if (!token.map || (token.nesting !== 0 && token.type !== 'tr_open')) continue;
    for (let line = token.map[0]; line < token.map[1]; line++) covered.add(line);
  }
  return covered;
}

/** Labels are compared without regard to case and spaces (CommonMark 0.31, 4.7). */
function normalize(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
