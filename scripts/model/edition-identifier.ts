import { createHash } from 'node:crypto';
import type { BookMeta } from './book.js';

/** The namespace that RFC 9562 (section 6.6) gives for names that are URLs. */
const urlNamespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/**
 * What identifies the e-book: its ISBN as `urn:isbn:`, another identifier as it stands, else a UUID (version 5) of what
 * names the book, which stays the same from one build or corrected text to the next.
 */
export function ebookIdentifier(meta: BookMeta): string {
  const given = meta.identifiers.ebook?.trim();
  return given ? (isbnUrn(given) ?? given) : uuidOfBook(meta, 'book');
}

/** What identifies the print edition, in the same way. */
export function printIdentifier(meta: BookMeta): string {
  const given = meta.identifiers.print?.trim();
  return given ? (isbnUrn(given) ?? given) : uuidOfBook(meta, 'print');
}

function uuidOfBook(meta: BookMeta, edition: 'book' | 'print'): string {
  const names = [meta.id, meta.title, meta.language, ...meta.authors.map((author) => author.name)];
  return `urn:uuid:${uuidOfName(`https://banxin.invalid/${edition}?${JSON.stringify(names)}`)}`;
}

/** `urn:isbn:` with the digits alone (RFC 3187), or undefined for what does not look like an ISBN. */
export function isbnUrn(text: string): string | undefined {
  const digits = text
    .replace(/^(?:urn:)?isbn(?:-1[03])?:?/i, '')
    .replace(/[\s‐‑–-]/g, '')
    .toUpperCase();
  return /^(?:97[89]\d{10}|\d{9}[\dX])$/.test(digits) ? `urn:isbn:${digits}` : undefined;
}

/** UUID version 5 (RFC 9562, section 5.5) of a name in the URL namespace. */
function uuidOfName(name: string): string {
  const hash = createHash('sha1').update(urlNamespace).update(name, 'utf8').digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
