import { dirname, posix, resolve } from 'node:path';
import { diagnose } from '../../diagnostics/catalogue.js';
import { displayPath } from '../../files/display-path.js';
import { resolveInside } from '../../files/inside.js';
import { readRegularFile } from '../../files/read-regular-file.js';
import type { Matter } from '../../model/book.js';
import type { Diagnostic, Place } from '../../model/diagnostic.js';
import { findingsIn } from '../findings.js';
import { chapterText } from './chapter-text.js';

/** A chapter that a list names: its file from the book's folder, and where the list says so. */
export interface ListedChapter {
  readonly name: string;
  readonly matter: Matter | undefined;
  readonly place: Place;
}

const maxBytes = 1_000_000;
const entry =
  /^(?<indent>\s*)(?:(?<bullet>[-*+]|\d+[.)])\s+)?\[(?:[^\]\\]|\\.)*\]\(\s*<?(?<path>[^)>]*?)>?\s*\)\s*$/;

/**
 * Reads mdBook's `SUMMARY.md`: the chapters are its links in their order, however deep they are nested. Links before the
 * first list are front matter, those after the last back matter; titles of parts, rules and drafts without a file are
 * passed by.
 */
export async function readSummary(
  folder: string,
  path: string,
  place: Place,
): Promise<{ readonly listed: readonly ListedChapter[]; readonly diagnostics: readonly Diagnostic[] }> {
  const target = await resolveInside(folder, path);
  if (typeof target === 'string') {
    const code = target === 'outside' ? 'chapter-outside' : 'summary-missing';
    return { listed: [], diagnostics: [diagnose(code, { path }, place)] };
  }
  const findings = findingsIn(displayPath(resolve(folder, path)));
  const { value: bytes, diagnostics } = await readRegularFile(target.file, maxBytes, findings.file);
  findings.add(diagnostics);
  const lines = (bytes && chapterText(bytes, findings))?.split('\n') ?? [];
  const listed = entriesOf(lines, posix.normalize(dirname(path)), findings.file);
  if (bytes && listed.length === 0) findings.report('summary-empty', {});
  return { listed, diagnostics: findings.all() };
}

function entriesOf(lines: readonly string[], base: string, file: string): readonly ListedChapter[] {
  const found = lines.flatMap((text, index) => {
    const { bullet, path = '' } = entry.exec(text)?.groups ?? {};
    if (path === '') return [];
    const name = posix.join(base, decoded(path.split('#')[0] ?? ''));
    return [{ name, isItem: bullet !== undefined, place: { file, line: index + 1 } }];
  });
  const first = found.findIndex(({ isItem }) => isItem);
  const last = found.findLastIndex(({ isItem }) => isItem);
  return found.map(({ name, place }, index) => {
    const matter = first >= 0 && index < first ? 'front' : last >= 0 && index > last ? 'back' : undefined;
    return { name, place, matter };
  });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
