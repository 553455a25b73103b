import { dirname, resolve } from 'node:path';
import { displayPath } from '../../files/display-path.js';
import { resolveInside } from '../../files/inside.js';
import { readRegularFile } from '../../files/read-regular-file.js';
import type { SourceStretch } from '../../model/book.js';
import { type Findings, findingsIn } from '../findings.js';
import { chapterText } from './chapter-text.js';

/** A text with the files that it includes, and from where each stretch of its lines comes. */
export interface ExpandedText {
  readonly text: string;
  /** Nothing where the text includes nothing. */
  readonly stretches?: readonly SourceStretch[];
}

/** Deeper includes are refused, and more text than a book of a thousand volumes has. */
const mostLevels = 8;
const mostBytes = 20_000_000;

const directive = /^[ \t]*\{\{#include[ \t]+([^{}:\n]+?)(?::(\d*))?(?::(\d*))?[ \t]*\}\}[ \t]*$/;

/**
 * Puts the lines of other files where a line says `{{#include part.md}}`, or `{{#include code.js:3:10}}` for some of
 * them (mdBook's form); `\\{{#include …}}` is text. Files are found from the one that names them, and lie in the book's
 * folder. Front matter of an included file is left out.
 */
export async function expandIncludes(
  text: string,
  file: string,
  folder: string,
  findings: Findings,
): Promise<ExpandedText> {
  if (!text.includes('{{#include')) return { text };
  const written: Writing = { lines: [], stretches: [], bytes: 0 };
  await write(text.split('\n'), { file, folder, findings, above: [file], first: 1 }, written);
  return { text: written.lines.join('\n'), stretches: written.stretches };
}

interface Writing {
  readonly lines: string[];
  readonly stretches: SourceStretch[];
  bytes: number;
}

interface Reading {
  readonly file: string;
  readonly folder: string;
  /** Of the file that is read. */
  readonly findings: Findings;
  /** The files that led here. */
  readonly above: readonly string[];
  /** The number of the first line in its file. */
  readonly first: number;
}

async function write(lines: readonly string[], reading: Reading, written: Writing): Promise<void> {
  const { file, first } = reading;
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    const found = directive.exec(line);
    if (found) {
      isOpen = false;
      await include(found, first + index, reading, written);
      continue;
    }
    if (!isOpen) written.stretches.push({ from: written.lines.length + 1, file, line: first + index });
    isOpen = true;
    written.lines.push(line.replace(/\\(\{\{#include)/g, '$1'));
  }
}

async function include(
  [, name = '', from, to]: RegExpExecArray,
  line: number,
  { file, folder, findings, above }: Reading,
  written: Writing,
): Promise<void> {
  const target = await resolveInside(folder, resolve(dirname(file), name.trim()));
  if (typeof target === 'string') {
    findings.report(
      target === 'outside' ? 'include-outside' : 'include-missing',
      { path: name.trim() },
      line,
    );
    return;
  }
  if (above.includes(target.file) || above.length > mostLevels) {
    findings.report('include-round', { path: name.trim() }, line);
    return;
  }
  const own = findingsIn(displayPath(target.file));
  const { value: bytes, diagnostics } = await readRegularFile(target.file, mostBytes, own.file);
  findings.add(diagnostics);
  const text = bytes && chapterText(bytes, own);
  written.bytes += bytes?.length ?? 0;
  if (written.bytes > mostBytes) findings.report('include-too-much', { path: name.trim() }, line);
  else if (text !== undefined) {
    const [first, lines] = chosen(text, from, to);
    const inner = { file: target.file, folder, findings: own, above: [...above, target.file], first };
    await write(lines, inner, written);
  }
  findings.add(own.all());
}

/** The lines that are asked for, and the number of the first. */
function chosen(text: string, from: string | undefined, to: string | undefined): readonly [number, string[]] {
  const lines = text.replace(/\n$/, '').split('\n');
  const isWhole = from === undefined && to === undefined;
  const start = isWhole ? afterFrontMatter(lines) : Math.max(1, Number(from || 1));
  // `:3` alone is one line.
  const end = isWhole || to === '' ? lines.length : Number(to ?? from ?? lines.length) || lines.length;
  return [start, lines.slice(start - 1, end)];
}

/** The first line behind front matter. */
function afterFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 1;
  const closing = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  return closing < 0 ? 1 : closing + 2;
}
