import { displayPath } from '../../files/display-path.js';
import { readRegularFile } from '../../files/read-regular-file.js';
import { placeInSource } from '../../files/source-place.js';
import type { ChapterSource } from '../../model/book.js';
import { findConflicts } from '../../model/conflict-markers.js';
import { type Findings, findingsIn } from '../findings.js';
import type { ChapterFile } from './chapter-list.js';
import { chapterText } from './chapter-text.js';
import { expandIncludes } from './expand-includes.js';

/** 20 MB: ten long novels in one file. */
const maxBytes = 20_000_000;

/** A chapter's text, if its file holds one text, with what it includes, and what was found in the file. */
export interface SourceText {
  readonly file: ChapterFile;
  readonly source: ChapterSource;
  readonly text: string | undefined;
  readonly findings: Findings;
}

/** `folder` is the book's. */
export async function readSource(file: ChapterFile, folder: string): Promise<SourceText> {
  const found = findingsIn(displayPath(file.file));
  const { value: bytes, diagnostics } = await readRegularFile(file.file, maxBytes, found.file);
  found.add(diagnostics);
  const own = bytes && chapterText(bytes, found);
  const isText = own !== undefined && !hasConflicts(own, found);
  const expanded = isText ? await expandIncludes(own, file.file, folder, found) : undefined;
  const { stretches } = expanded ?? {};
  const source = { file: file.file, path: file.path, ...(stretches && { stretches }) };
  const findings = findingsIn(found.file, (line) => placeInSource(source, line), expanded?.text);
  findings.add(found.all());
  return { file, source, text: expanded?.text, findings };
}

/** Two versions of a passage are no text: what else is wrong with them would only hide that. */
function hasConflicts(text: string, findings: Findings): boolean {
  const conflicts = findConflicts(text);
  for (const { line, marker } of conflicts) findings.report('conflict-marker', { marker }, line);
  return conflicts.length > 0;
}
