import { basename } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import type { Destination } from '../model/destination.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import { nearest } from '../model/nearest.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { findDestinationFaults, type Shape } from './destination-shape.js';
import { findOwnFile, listOwnFolder } from './own-files.js';
import { readStyleData } from './style-data.js';

const folder = 'styles/destinations';
const ending = '.json';

/**
 * Where a book goes, by name: a file of `styles/destinations/` of the book or of Banxin. What is wrong with it is told
 * key by key; an unknown name comes with the nearest one and the whole list.
 */
export async function loadDestination(
  name: string,
  bookFolder: string,
  place?: Place,
): Promise<Outcome<Destination>> {
  const files = await destinationFiles(bookFolder);
  // A file system may write 开 in another form than a keyboard (NFD); the names are the same.
  const file = files.find((each) => nameOf(each) === name.normalize('NFC'));
  if (file === undefined) {
    const known = files.map(nameOf);
    const values = { name, nearest: nearest(name, known), known: known.join(', ') };
    return failure([diagnose('destination-unknown', values, place)]);
  }
  const path = `${folder}/${file}`;
  const read = await readStyleData(bookFolder, path);
  if (!read.value) return failure(read.diagnostics);
  const shown = displayPath((await findOwnFile(bookFolder, path)) ?? path);
  const faults: readonly Diagnostic[] = findDestinationFaults(read.value, shown);
  if (!isDestination(read.value, faults)) return failure(faults);
  return success({ ...read.value, name: nameOf(file), path: shown });
}

/** The names of all destinations that a book may go to, sorted. */
export async function knownDestinations(bookFolder: string): Promise<readonly string[]> {
  return (await destinationFiles(bookFolder)).map(nameOf);
}

async function destinationFiles(bookFolder: string): Promise<readonly string[]> {
  return (await listOwnFolder(bookFolder, folder)).filter((file) => file.endsWith(ending));
}

function nameOf(file: string): string {
  return basename(file, ending).normalize('NFC');
}

/** Data without faults is of the shape that `destination-shape.ts` describes key by key. */
function isDestination(
  _data: Record<string, unknown>,
  faults: readonly Diagnostic[],
): _data is Record<string, unknown> & Shape {
  return faults.length === 0;
}
