/** Media types of pictures that print and every EPUB reader know (EPUB 3.3, 3.2 core media types). */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';

/** File name endings that say the same as the bytes, the usual one first. */
export const extensions: Readonly<Record<ImageType, readonly [usual: string, ...others: string[]]>> = {
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/gif': ['.gif'],
  'image/webp': ['.webp'],
  'image/svg+xml': ['.svg'],
};

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What a picture is by its first bytes; its name is not asked. `undefined` if it is none of these. */
export function imageType(bytes: Uint8Array): ImageType | undefined {
  if (pngStart.every((byte, i) => bytes[i] === byte)) return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  const start = latin(bytes, 0, 6);
  if (start === 'GIF87a' || start === 'GIF89a') return 'image/gif';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'image/webp';
  return looksLikeSvg(bytes) ? 'image/svg+xml' : undefined;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** An `svg` element after an XML declaration, comments and a document type at most. */
function looksLikeSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 4096));
  return (
    /^\s*<(?:\?xml|!--|!DOCTYPE svg|(?:[\w.-]+:)?svg[\s/>])/i.test(head) &&
    /<(?:[\w.-]+:)?svg[\s/>]/i.test(head)
  );
}
