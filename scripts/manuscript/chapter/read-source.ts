import { displayPath } from '../../files/display-path.js';
import { readRegularFile } from '../../files/read-regular-file.js';
import { type Findings, findingsIn } from '../findings.js';
import type { ChapterFile } from './chapter-list.js';
import { chapterText } from './chapter-text.js';

/** 20 MB: ten long novels in one file. */
const maxBytes = 20_000_000;

/** A chapter's text, if its file holds text, and what was found in the file. */
export interface ChapterSource {
  readonly file: ChapterFile;
  readonly text: string | undefined;
  readonly findings: Findings;
}

export async function readSource(file: ChapterFile): Promise<ChapterSource> {
  const findings = findingsIn(displayPath(file.file));
  const { value: bytes, diagnostics } = await readRegularFile(file.file, maxBytes, findings.file);
  findings.add(diagnostics);
  return { file, text: bytes && chapterText(bytes, findings), findings };
}
