import { resolve } from 'node:path';
import { diagnose } from '../../diagnostics/catalogue.js';
import { displayPath } from '../../files/display-path.js';
import { resolveInside } from '../../files/inside.js';
import { readRegularFile } from '../../files/read-regular-file.js';
import type { Diagnostic, Place } from '../../model/diagnostic.js';
import type { BookFile } from '../book-file/schema.js';
import type { LocatedYaml } from '../book-file/yaml-document.js';
import {
  type CitationStyle,
  defaultStyle,
  type Library,
  readLibrary,
  readStyle,
  shippedStyle,
} from '../citations/cite.js';

/** The sources of a book and how they are set. */
export interface References {
  readonly libraries: readonly Library[];
  readonly style: CitationStyle;
  readonly listed: readonly string[] | 'all';
}

/** 50 MB: a library of a hundred thousand entries. */
const maxBytes = 50_000_000;

/** Reads what `bibliography` and `csl` in `book.yaml` name; nothing for a book without a library. */
export async function readReferences(
  folder: string,
  { bibliography, csl, nocite, language = 'und' }: Partial<BookFile>,
  yaml: LocatedYaml | undefined,
): Promise<{ readonly references: References | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  if (bibliography === undefined || !yaml) return { references: undefined, diagnostics: [] };
  const paths = typeof bibliography === 'string' ? [bibliography] : bibliography;
  const diagnostics: Diagnostic[] = [];
  const libraries: Library[] = [];
  for (const path of paths) {
    const text = await readText(folder, path, yaml.placeOf(['bibliography'], 'value'), diagnostics);
    const read =
      text === undefined ? undefined : readLibrary({ file: displayPath(resolve(folder, path)), text });
    diagnostics.push(...(read?.diagnostics ?? []));
    if (read?.value) libraries.push(read.value);
  }
  const style = await styleOf(folder, csl ?? defaultStyle(language), yaml, diagnostics);
  if (!style) return { references: undefined, diagnostics };
  const listed =
    nocite === undefined ? [] : nocite === 'all' ? 'all' : typeof nocite === 'string' ? [nocite] : nocite;
  return { references: { libraries, style, listed }, diagnostics };
}

/** A name that ends in `.csl` is a file of the book's, any other one of Banxin's. */
async function styleOf(
  folder: string,
  name: string,
  yaml: LocatedYaml,
  diagnostics: Diagnostic[],
): Promise<CitationStyle | undefined> {
  const place = yaml.placeOf(['csl'], 'value');
  if (!/\.csl$/i.test(name)) {
    const shipped = await shippedStyle(name);
    diagnostics.push(...shipped.diagnostics.map((found) => ({ ...found, place: found.place ?? place })));
    return shipped.value;
  }
  const text = await readText(folder, name, place, diagnostics);
  const read = text === undefined ? undefined : readStyle({ file: displayPath(resolve(folder, name)), text });
  diagnostics.push(...(read?.diagnostics ?? []));
  return read?.value;
}

async function readText(
  folder: string,
  path: string,
  place: Place,
  diagnostics: Diagnostic[],
): Promise<string | undefined> {
  const target = await resolveInside(folder, path);
  if (typeof target === 'string') {
    diagnostics.push(
      diagnose(target === 'outside' ? 'references-outside' : 'references-missing', { path }, place),
    );
    return undefined;
  }
  const { value: bytes, diagnostics: found } = await readRegularFile(
    target.file,
    maxBytes,
    displayPath(target.file),
  );
  diagnostics.push(...found);
  return bytes && new TextDecoder().decode(bytes);
}
