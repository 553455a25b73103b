/** Bytes of the colour table that the flags of a GIF's block announce (GIF89a, 18 and 20). */
export function colourTable(flags: number): number {
  return flags & 0x80 ? 3 << ((flags & 0x07) + 1) : 0;
}

/** Where the data behind a block ends: sub-blocks of a size and so many bytes, the last of size 0. */
export function afterSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let size = bytes[at]; size !== undefined && size !== 0; size = bytes[at]) at += size + 1;
  return at + 1;
}
