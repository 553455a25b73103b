import { posix } from 'node:path';
import type { FrontMatter } from '../book-file/schema.js';
import type { Findings } from '../findings.js';
import type { FoundHeading } from '../tree/headings.js';

/**
 * A chapter's title: its level-1 heading; else the front matter's `title`; else, with a warning, its first heading
 * or the name of its file. Nothing is put into the text. A dedication or an epigraph has none, as in print.
 */
export function chapterTitle(
  headings: readonly FoundHeading[],
  { title, kind = 'chapter' }: FrontMatter,
  path: string,
  findings: Findings,
): string {
  const main = headings.find(({ depth, text }) => depth === 1 && text !== '');
  if (main) return main.text;
  if (title !== undefined) return title.trim();
  const first = headings.find(({ text }) => text !== '');
  const found = first?.text ?? nameOf(path);
  if (kind !== 'dedication' && kind !== 'epigraph')
    findings.report('chapter-untitled', { title: found }, first?.line ?? 1);
  return found;
}

/** Reports a second level-1 heading, a level that is skipped, and a heading without words. */
export function checkHeadings(
  headings: readonly FoundHeading[],
  hasTitle: boolean,
  findings: Findings,
): void {
  const first = headings.find(({ depth }) => depth === 1);
  let previous = first || hasTitle ? 1 : 0;
  let previousLine: number | undefined;
  for (const heading of headings) {
    const { depth, line, text } = heading;
    if (text === '') findings.report('heading-empty', { level: depth }, line);
    if (depth === 1 && first && heading !== first)
      findings.report('heading-second-title', { text }, line, [first.line]);
    if (previous > 0 && depth > previous + 1) {
      const related = previousLine === undefined ? undefined : [previousLine];
      findings.report('heading-level-skipped', { level: depth, expected: previous + 1 }, line, related);
    }
    previous = depth;
    previousLine = line;
  }
}

/** The name of a file as words: without its ending, the number that orders it, and line feeds. */
function nameOf(path: string): string {
  const name = posix.basename(path).replace(/\.md$/i, '').replace(/\s+/g, ' ');
  return name.replace(/^\d+[-_. ]*/, '').trim() || name.trim();
}
