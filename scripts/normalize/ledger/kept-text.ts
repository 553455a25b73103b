import { gunzipSync, gzipSync } from 'node:zlib';
import { kindOf, readBytes } from '../../files/read.js';

/** Most that a kept text may be unpacked to, in bytes: a raw text has 200 MB, some encodings half of UTF-8's. */
const largest = 500_000_000;

/** Name of the kept text in `source/`, by the name of the raw text. */
export function keptTextName(raw: string): string {
  return `${raw}.ledger.txt.gz`;
}

/**
 * The text that a ledger's offsets count in, packed. It lies beside the ledger, so that the last chapters can
 * be made again when a better scan has taken the place of the source: an editor's changes are held against
 * them. It changes with the source only, not with decisions. Nothing if there is none, or it is damaged.
 */
export async function readKeptText(path: string): Promise<string | undefined> {
  if ((await kindOf(path)) !== 'file') return undefined;
  const { value } = await readBytes(path);
  try {
    return value && new TextDecoder().decode(gunzipSync(value, { maxOutputLength: largest }));
  } catch {
    return undefined;
  }
}

/**
 * A text packed for keeping, or nothing where the file at `path` holds it already: two versions of zlib may
 * pack the same text into other bytes, and a file that says the same shall not change.
 */
export async function packKeptText(path: string, text: string): Promise<Uint8Array | undefined> {
  return (await readKeptText(path)) === text ? undefined : gzipSync(text, { level: 9 });
}
