const signatures: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP (DOCX, EPUB, ODT)', [0x50, 0x4b, 0x03, 0x04]],
  ['DOC', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['GZIP', [0x1f, 0x8b]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
];

/**
 * What kind of file this is if it is not a text: by its first bytes, or by zero bytes that no
 * encoding explains. `label` is the encoding found so far.
 */
export function binaryKind(bytes: Uint8Array, label: string | undefined): string | undefined {
  const signed = signatures.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  if (signed) return signed[0];
  if (label?.startsWith('utf-16')) return undefined;
  return bytes.includes(0) ? 'binary' : undefined;
}
