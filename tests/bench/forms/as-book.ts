import { join } from 'node:path';
import type { Block, Text } from '../texts/text.js';
import { writeFiles } from './write-files.js';

/** Writes a text as a book folder of Banxin. */
export async function writeBook(text: Text, folder: string): Promise<void> {
  const { title, language, chapters, pictures } = text;
  const settings = `id: bench\ntitle: ${title}\nlanguage: ${language}\ntrim: a5\ntheme: shu\n`;
  const files = new Map<string, string | Uint8Array>([['book.yaml', settings]]);
  for (const [index, chapter] of chapters.entries()) {
    const name = `${String(index + 1).padStart(4, '0')}.md`;
    files.set(join('chapters', name), markdown(chapter.title, chapter.blocks));
  }
  for (const [name, bytes] of pictures) files.set(join('images', name), bytes);
  await writeFiles(folder, files);
}

function markdown(title: string, blocks: readonly Block[]): string {
  const notes: string[] = [];
  const parts = blocks.map((block) => {
    if (block.kind !== 'paragraph') return blockMarkdown(block);
    if (block.note === undefined) return block.text;
    notes.push(block.note);
    return `${block.text}[^${notes.length}]`;
  });
  const noteLines = notes.map((note, index) => `[^${index + 1}]: ${note}`);
  return `${[`# ${title}`, ...parts, ...noteLines].join('\n\n')}\n`;
}

function blockMarkdown(block: Exclude<Block, { kind: 'paragraph' }>): string {
  switch (block.kind) {
    case 'section':
      return `## ${block.title}`;
    case 'figure':
      return `![${block.caption}](../images/${block.picture})\n\n::: caption\n${block.caption}\n:::`;
    case 'table': {
      const [head = [], ...rows] = block.rows.map((cells) => `| ${cells.join(' | ')} |`);
      const rule = `|${'---|'.repeat(block.rows[0]?.length ?? 0)}`;
      return [head, rule, ...rows].join('\n');
    }
  }
}
