import { join } from 'node:path';
import { diagnose } from '../../diagnostics/catalogue.js';
import { displayPath } from '../../files/display-path.js';
import { kindOf } from '../../files/read.js';
import { readRegularFile } from '../../files/read-regular-file.js';
import type { BookMeta } from '../../model/book.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { toMeta } from './book-meta.js';
import { type BookFile, bookSchema } from './schema.js';
import { soundPart, validate } from './schema-faults.js';
import { type LocatedYaml, readYaml } from './yaml-document.js';

/** 1 MB: a thousand times what a long list of chapters takes. */
const maxBytes = 1_000_000;

/** What `book.yaml` gave. */
export interface ReadBookFile {
  /** Display path of `book.yaml`. */
  readonly path: string;
  /** `undefined` if anything is wrong with the file; the diagnostics say what. */
  readonly meta: BookMeta | undefined;
  /** All keys without faults. */
  readonly file: Partial<BookFile>;
  readonly yaml: LocatedYaml | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and validates `book.yaml` of a book's folder (absolute path). */
export async function readBookFile(folder: string): Promise<ReadBookFile> {
  const path = join(folder, 'book.yaml');
  const shown = displayPath(path);
  if ((await kindOf(path)) === 'nothing')
    return nothing(shown, [diagnose('book-yaml-missing', { path: shown }, { file: shown })]);
  const { value: bytes, diagnostics } = await readRegularFile(path, maxBytes, shown);
  if (!bytes) return nothing(shown, diagnostics);
  const text = decode(bytes);
  if (text === undefined) return nothing(shown, [diagnose('book-yaml-not-utf8', {}, { file: shown })]);
  const yaml = readYaml({ text, file: shown, firstLine: 1 });
  if (!yaml.value) return nothing(shown, yaml.diagnostics);
  // Nothing but comments is read as an empty text.
  if (!yaml.value.value) return nothing(shown, [diagnose('book-yaml-empty', {}, { file: shown })]);
  const schema = await bookSchema();
  const file = validate(yaml.value, schema.book, 'book-yaml-not-a-map');
  if (!file.value) {
    const sound = soundPart(yaml.value, schema.book, schema.partOfBook) ?? {};
    return { path: shown, meta: undefined, file: sound, yaml: yaml.value, diagnostics: file.diagnostics };
  }
  const meta = toMeta(file.value, folder);
  const missing = meta
    ? []
    : [diagnose('book-id-missing', { folder: displayPath(folder) }, yaml.value.placeOf([], 'value'))];
  return { path: shown, meta, file: file.value, yaml: yaml.value, diagnostics: missing };
}

function nothing(path: string, diagnostics: readonly Diagnostic[]): ReadBookFile {
  return { path, meta: undefined, file: {}, yaml: undefined, diagnostics };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
