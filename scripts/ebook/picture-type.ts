import { extensions, imageType } from '../files/image-type.js';

/** A picture format that every reading system must show (EPUB 3.3, section 3.2, core media types). */
export interface Picture {
  readonly mediaType: string;
  readonly extension: string;
}

/** The format by the picture's own bytes; a wrong file extension is common and would fail EPUBCheck. */
export function pictureType(bytes: Uint8Array): Picture | undefined {
  const mediaType = imageType(bytes);
  return mediaType && { mediaType, extension: extensions[mediaType][0].slice(1) };
}
