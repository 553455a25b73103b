import type { RawPart, RawText } from '../encoding/raw-text.js';
import type { NormalizedChapter } from '../ledger/normalized-text.js';
import type { SourceRange } from '../text/edits.js';
import { unescapeLine } from './markdown-escape.js';

/** Whether all files of a raw text are Markdown already: they need no normalizing. */
export function isMarkdown(parts: readonly RawPart[]): boolean {
  return parts.length > 0 && parts.every(({ name }) => /\.(?:md|markdown)$/i.test(name));
}

/** The chapters of Markdown files, as they stand: a file is one, or is cut where a heading of level 1 stands. */
export function markdownChapters({ text, parts }: RawText): readonly NormalizedChapter[] {
  const stretches = parts.flatMap((part, i) => {
    const end = parts[i + 1]?.start ?? text.length;
    return headingStarts(text, part).map((start, k, starts) => ({
      range: { start: k === 0 ? part.start : start, end: starts[k + 1] ?? end },
      name: starts.length === 1 ? baseName(part.name) : undefined,
    }));
  });
  const digits = Math.max(2, String(stretches.length).length);
  return stretches.map(({ range, name }, i) =>
    chapterOf(text, range, name ?? `${String(i + 1).padStart(digits, '0')}-chapter-${i + 1}.md`),
  );
}

function chapterOf(text: string, range: SourceRange, fileName: string): NormalizedChapter {
  const markdown = markdownOf(text.slice(range.start, range.end));
  const title = /^# (.*?)(?: #+)?$/mu.exec(markdown)?.[1];
  return {
    fileName,
    heading: title === undefined ? undefined : unescapeLine(title),
    markdown,
    ranges: [range],
    paragraphs: markdown.split(/\n{2,}/).filter((block) => !/^(?:#|:::|---)/.test(block)).length,
    joins: 0,
  };
}

/** A stretch of Markdown as a file of its own: line feeds, and one at the end. */
export function markdownOf(stretch: string): string {
  return `${stretch.replace(/\r\n?/g, '\n').trim()}\n`;
}

/** Where the stretches of a file begin: at its start, and at each further heading of level 1 outside code. */
function headingStarts(text: string, { start, end }: RawPart): readonly number[] {
  const starts: number[] = [];
  let fenced = false;
  for (const match of text.slice(start, end).matchAll(/^.*$/gmu)) {
    if (/^\s{0,3}(?:```|~~~)/.test(match[0])) fenced = !fenced;
    else if (!fenced && /^# \S/.test(match[0])) starts.push(start + match.index);
  }
  return starts.length < 2 ? [start] : starts;
}

function baseName(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.markdown$/i, '.md');
}
