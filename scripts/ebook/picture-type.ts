/** A picture format that every reading system must show (EPUB 3.3, section 3.2, core media types). */
export interface Picture {
  readonly mediaType: string;
  readonly extension: string;
}

/** The format by the picture's own bytes; a wrong file extension is common and would fail EPUBCheck. */
export function pictureType(bytes: Uint8Array): Picture | undefined {
  const start = asLatin(bytes, 16);
  if (start.startsWith('\u0089PNG\r\n')) return { mediaType: 'image/png', extension: 'png' };
  if (start.startsWith('\u00ff\u00d8\u00ff')) return { mediaType: 'image/jpeg', extension: 'jpg' };
  if (/^GIF8[79]a/.test(start)) return { mediaType: 'image/gif', extension: 'gif' };
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return { mediaType: 'image/webp', extension: 'webp' };
  if (isSvg(bytes)) return { mediaType: 'image/svg+xml', extension: 'svg' };
  return undefined;
}

/** Whether an `svg` element is the first of an XML file; a document type with declarations of its own is refused. */
function isSvg(bytes: Uint8Array): boolean {
  const head = asLatin(bytes, 4096).replace(/<!--[\s\S]*?-->/g, '');
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?[^>]*>\s*)*(?:<!DOCTYPE[^>[]*>\s*)?<(?:\w+:)?svg[\s>]/.test(head);
}

function asLatin(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString('latin1');
}
