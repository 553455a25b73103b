import { posix, resolve } from 'node:path';
import { diagnose } from '../../diagnostics/catalogue.js';
import { displayPath } from '../../files/display-path.js';
import { isInside, resolveInside } from '../../files/inside.js';
import { kindOf, listFolder } from '../../files/read.js';
import type { Diagnostic } from '../../model/diagnostic.js';

/** Endings of texts that an author may take for chapters. */
const documents = /\.(?:md|markdown|mdown|mkdn?|txt|text|rst|adoc|x?html?|docx?|odt|rtf|tex)$/i;
const pictures = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?|heic)$/i;

/** Warns of each text in `chapters/` that is no chapter by its name, and of each folder there that holds texts. */
export async function skippedFiles(
  folder: string,
  names: readonly string[],
  chapters: readonly string[],
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  const own = await resolveInside(folder, 'chapters');
  if (typeof own === 'string') return found;
  const seen = new Set<string>();
  for (const name of names) {
    if (chapters.includes(name) || isSetAside(name)) continue;
    const path = posix.join('chapters', name);
    const file = resolve(folder, path);
    const place = { file: displayPath(file) };
    const kind = await kindOf(file);
    if (kind === 'file' && documents.test(name))
      found.push(diagnose('chapter-file-skipped', { path }, place));
    if (
      kind === 'folder' &&
      !(await leadsUp(folder, path, own.file)) &&
      (await holdsText(folder, path, seen))
    )
      found.push(diagnose('chapter-folder-skipped', { path }, place));
  }
  return found;
}

/** Hidden files, but for Markdown that macOS did not put there (`._a.md`), and pictures are no chapters. */
function isSetAside(name: string): boolean {
  return /^\.(?!(?!_).*\.md$)/is.test(name) || pictures.test(name);
}

/** Whether a link leads to a folder around `chapters/`: what it holds is no part of the book that was forgotten. */
async function leadsUp(folder: string, path: string, chapters: string): Promise<boolean> {
  const real = await resolveInside(folder, path);
  return typeof real === 'string' || isInside(real.file, chapters);
}

/** Whether a folder or one below it holds texts; `seen` has the real folders looked into, as links may go round. */
async function holdsText(folder: string, path: string, seen: Set<string>): Promise<boolean> {
  const real = await resolveInside(folder, path);
  if (typeof real === 'string' || seen.has(real.file)) return false;
  seen.add(real.file);
  for (const name of await listFolder(real.file)) {
    if (name.startsWith('.') || pictures.test(name)) continue;
    const kind = await kindOf(resolve(real.file, name));
    if (kind === 'file' && documents.test(name)) return true;
    if (kind === 'folder' && (await holdsText(folder, posix.join(path, name), seen))) return true;
  }
  return false;
}
