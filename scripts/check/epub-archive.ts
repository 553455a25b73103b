import { crc32, inflateRawSync } from 'node:zlib';

/** An entry of a zip file as its central directory lists it (APPNOTE 6.3, section 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly crc: number;
  /** Where the entry's local header stands in the file. */
  readonly offset: number;
  readonly encrypted: boolean;
}

/** A zip file opened for reading. */
export interface Archive {
  readonly entries: readonly ZipEntry[];
  /** Bytes of the entry of that name, or undefined where there is none or it is damaged. */
  readonly read: (name: string) => Uint8Array | undefined;
  /** The same as UTF-8 text, without a byte order mark. */
  readonly readText: (name: string) => string | undefined;
}

/** Most bytes that one entry may unpack to: a guard against zip bombs. */
const largestEntry = 256_000_000;

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;

/** Opens a zip file; undefined for bytes that are none. Zip64 (over 4 GB) is not read: no EPUB needs it. */
export function openArchive(bytes: Uint8Array): Archive | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(zip);
  if (!entries) return undefined;
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const read = (name: string) => {
    const entry = byName.get(name);
    return entry && unpack(zip, entry);
  };
  return {
    entries,
    read,
    readText: (name) => {
      const content = read(name);
      return content && new TextDecoder('utf-8').decode(content);
    },
  };
}

function readDirectory(zip: Buffer): readonly ZipEntry[] | undefined {
  const end = findEnd(zip);
  if (end === undefined) return undefined;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== directorySignature) return undefined;
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, nameEnd),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      compressedSize: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record stands in the last 22 bytes, or before a comment of at most 65,535. */
function findEnd(zip: Buffer): number | undefined {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 65_535); at--) {
    if (zip.readUInt32LE(at) === endSignature) return at;
  }
  return undefined;
}

function unpack(
  zip: Buffer,
  { offset, compressedSize, size, method, crc }: ZipEntry,
): Uint8Array | undefined {
  if (size > largestEntry || offset + 30 > zip.length || zip.readUInt32LE(offset) !== localSignature)
    return undefined;
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const packed = zip.subarray(start, start + compressedSize);
  const content = method === 0 ? packed : method === 8 ? inflate(packed, size) : undefined;
  return content && content.length === size && crc32(content) === crc ? content : undefined;
}

function inflate(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}
