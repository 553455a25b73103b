import { createHash } from 'node:crypto';

/** Hex SHA-256 of several pieces; where one ends and the next begins counts. */
export function keyOf(...pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    hash.update(`${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
