import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes files by their paths in a folder. One that says the same already stays untouched, as when an editor saves. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  for (const [name, content] of files) {
    const path = join(folder, name);
    const bytes = Buffer.from(content);
    if (
      await readFile(path).then(
        (old) => old.equals(bytes),
        () => false,
      )
    )
      continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}
