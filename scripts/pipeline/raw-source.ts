import { basename, join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { kindOf, listFolder } from '../files/read.js';
import { readRegularFile } from '../files/read-regular-file.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failure, hasErrors, type Outcome, success } from '../model/outcome.js';
import type { RawFile } from '../normalize/encoding/raw-text.js';
import { inReadingOrder } from '../normalize/encoding/reading-order.js';

/** A raw text as it lies on the disk: one file, or a folder of them. */
export interface RawSource {
  /** Name of the file or folder; what is kept in `source/` is called so. */
  readonly name: string;
  /** The name as a title: without the ending of a file. */
  readonly title: string;
  /** The files in reading order; their names are paths inside `source/`. */
  readonly files: readonly RawFile[];
  /** The path of a file as the user would type it, by its name in `files`. */
  readonly shown: ReadonlyMap<string, string>;
}

/** Largest raw text, in bytes; a folder may hold as much as one file. */
const largest = 200_000_000;

/** Endings of the files of a folder that are raw text. */
const textFile = /^[^.].*\.(?:txt|text|asc|md|markdown)$/is;
const ownFile = /\.(?:ledger\.json|ledger\.txt\.gz|decisions\.yaml|review\.html)$/i;

/** Reads a raw text. Errors: `file-not-found` …, `file-too-large`, `raw-folder-empty`. */
export async function readRawSource(path: string): Promise<Outcome<RawSource>> {
  const name = basename(path);
  if ((await kindOf(path)) !== 'folder') {
    const shown = displayPath(path);
    const read = await readRegularFile(path, largest, shown);
    if (!read.value) return failure(read.diagnostics);
    const title = name.replace(/(?<=.)\.[^.]*$/, '');
    return success({ name, title, files: [{ name, bytes: read.value }], shown: new Map([[name, shown]]) });
  }
  return readFolder(path, name);
}

async function readFolder(path: string, name: string): Promise<Outcome<RawSource>> {
  const all = await listFolder(path);
  const names = inReadingOrder(all.filter((file) => textFile.test(file)));
  const folder = displayPath(path);
  if (names.length === 0) return failure([diagnose('raw-folder-empty', { folder }, { file: folder })]);
  const diagnostics: Diagnostic[] = all
    .filter((file) => !textFile.test(file) && !file.startsWith('.') && !ownFile.test(file))
    .map((file) => displayPath(join(path, file)))
    .map((file) => diagnose('raw-file-skipped', { file }, { file }));
  const files: RawFile[] = [];
  const shown = new Map<string, string>();
  let room = largest;
  for (const file of names) {
    const display = displayPath(join(path, file));
    const read = await readRegularFile(join(path, file), room, display);
    diagnostics.push(...read.diagnostics);
    if (!read.value) continue;
    room -= read.value.length;
    files.push({ name: `${name}/${file}`, bytes: read.value });
    shown.set(`${name}/${file}`, display);
  }
  return hasErrors(diagnostics)
    ? failure(diagnostics)
    : success({ name, title: name, files, shown }, diagnostics);
}
