import type { NormalizedText } from '../../scripts/normalize/ledger/normalized-text.js';
import { type NormalizeOptions, normalizeText } from '../../scripts/normalize/normalize-text.js';

/** Normalizes a text given as a string; fails the test if it has errors. */
export function normalized(text: string, options: NormalizeOptions = {}): NormalizedText {
  const { value, diagnostics } = normalizeText(
    [{ name: 'raw.txt', bytes: new TextEncoder().encode(text) }],
    options,
  );
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

/** The Markdown of all chapters, one string each. */
export function chaptersOf(text: string): readonly string[] {
  return normalized(text).chapters.map(({ markdown }) => markdown);
}

/** The blocks of a one-chapter text, without front matter. */
export function blocksOf(text: string): readonly string[] {
  const [markdown = ''] = chaptersOf(text);
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .trim()
    .split('\n\n');
}

/** Edits of one rule, as `before → after`. */
export function editsOf(text: string, rule: string): readonly string[] {
  const { text: source, edits } = normalized(text);
  return edits
    .filter((edit) => edit.rule === rule)
    .map(({ start, end, after }) => `${source.slice(start, end)} → ${after}`);
}
