import { displayPath } from '../../files/display-path.js';
import { readRegularFile } from '../../files/read-regular-file.js';
import { findConflicts } from '../../model/conflict-markers.js';
import { type Findings, findingsIn } from '../findings.js';
import type { ChapterFile } from './chapter-list.js';
import { chapterText } from './chapter-text.js';

/** 20 MB: ten long novels in one file. */
const maxBytes = 20_000_000;

/** A chapter's text, if its file holds one text, and what was found in the file. */
export interface ChapterSource {
  readonly file: ChapterFile;
  readonly text: string | undefined;
  readonly findings: Findings;
}

export async function readSource(file: ChapterFile): Promise<ChapterSource> {
  const findings = findingsIn(displayPath(file.file));
  const { value: bytes, diagnostics } = await readRegularFile(file.file, maxBytes, findings.file);
  findings.add(diagnostics);
  const text = bytes && chapterText(bytes, findings);
  return { file, text: text === undefined || hasConflicts(text, findings) ? undefined : text, findings };
}

/** Two versions of a passage are no text: what else is wrong with them would only hide that. */
function hasConflicts(text: string, findings: Findings): boolean {
  const conflicts = findConflicts(text);
  for (const { line, marker } of conflicts) findings.report('conflict-marker', { marker }, line);
  return conflicts.length > 0;
}
