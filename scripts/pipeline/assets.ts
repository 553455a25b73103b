import { readBytes } from '../files/read.js';
import type { Asset, Book } from '../model/book.js';
import { failure, hasErrors, type Outcome, success } from '../model/outcome.js';

/** The bytes of every picture of the book, those of its covers among them. */
export async function readAssets(book: Book): Promise<Outcome<ReadonlyMap<Asset, Uint8Array>>> {
  const { cover, wrap } = book;
  const assets = [...book.assets, ...[cover, wrap?.front, wrap?.back].filter((asset) => asset !== undefined)];
  const read = await Promise.all(assets.map((asset) => readBytes(asset.file)));
  const diagnostics = read.flatMap((outcome) => outcome.diagnostics);
  if (hasErrors(diagnostics)) return failure(diagnostics);
  return success(new Map(assets.map((asset, index) => [asset, read[index]?.value ?? new Uint8Array()])));
}
