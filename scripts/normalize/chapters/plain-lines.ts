import { unescapeLine } from './markdown-escape.js';

/**
 * The lines of text that a chapter of the normalizer prints, without front matter and markup. It reads
 * the subset of Markdown that the normalizer writes: headings, containers, paragraphs, hard breaks.
 */
export function plainLines(markdown: string): readonly string[] {
  const body = markdown.replace(/^---\n[\s\S]*?\n---(?:\n|$)/, '');
  const lines: string[] = [];
  for (const line of body.split('\n')) {
    if (line.trim() === '' || /^:{3,}/.test(line)) continue;
    const text = line.replace(/^#{1,6} /, '').replace(/(?<!\\)((?:\\\\)*)\\$/, '$1');
    lines.push(unescapeLine(text).trim());
  }
  return lines;
}
