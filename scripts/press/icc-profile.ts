/** The colours that a profile describes: `CMYK`, `GRAY`, `RGB ` …; nothing of bytes that are none (ICC.1:2022, 7.2). */
export function profileSpace(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 128)).toString('latin1');
  return head.length === 128 && head.slice(36, 40) === 'acsp' ? head.slice(16, 20) : undefined;
}

/** What a profile is called: its tag `desc`, as text or as Unicode (ICC.1:2022, 9.2.41). */
export function profileName(bytes: Uint8Array): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let tag = 132; tag + 12 <= Math.min(data.length, 132 + 12 * data.readUInt32BE(128)); tag += 12) {
    if (data.toString('latin1', tag, tag + 4) !== 'desc') continue;
    const text = data.subarray(
      data.readUInt32BE(tag + 4),
      data.readUInt32BE(tag + 4) + data.readUInt32BE(tag + 8),
    );
    if (text.toString('latin1', 0, 4) === 'desc')
      return text.toString('latin1', 12, 11 + text.readUInt32BE(8));
    const [length, offset] = [text.readUInt32BE(20), text.readUInt32BE(24)];
    return Buffer.from(text.subarray(offset, offset + length))
      .swap16()
      .toString('utf16le');
  }
  return 'unnamed profile';
}
