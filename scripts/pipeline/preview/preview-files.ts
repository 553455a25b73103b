import { sha256 } from '../../files/read.js';
import { origin, type PageFiles } from '../../print/offline-page.js';

/**
 * What pages ask for at their made-up address lies beside the preview, under an address that changes with its bytes: a
 * picture that was drawn anew, or a font with one more character, is shown as soon as it is there.
 */
export class PreviewFiles {
  readonly files: PageFiles;
  readonly #addresses: ReadonlyMap<string, string>;

  constructor(files: PageFiles) {
    const addressed = [...files].map(([path, file]) => [path, addressOf(path, file.bytes), file] as const);
    this.files = new Map(addressed.map(([, address, file]) => [address, file]));
    this.#addresses = new Map(addressed.map(([path, address]) => [path, address]));
  }

  addressed(markup: string): string {
    if (!markup.includes(origin)) return markup;
    return markup.replace(ownAddress, (whole, path: string) => {
      const address = this.#addresses.get(decoded(path));
      return address === undefined ? whole : `files/${address.split('/').map(encoded).join('/')}`;
    });
  }
}

const ownAddress = new RegExp(`${origin}/([^"<>\\s&]+)`, 'g');

/** Every sign that is none of a word, for names of files have brackets and apostrophes too. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** A path as it is, or nothing of one that a text made up. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

function addressOf(path: string, bytes: Uint8Array): string {
  return `${sha256(bytes).slice(0, 16)}/${path}`;
}
