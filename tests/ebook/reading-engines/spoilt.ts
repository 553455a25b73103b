import JSZip from 'jszip';

/** The EPUB with each file of a name changed, or taken away where the change gives nothing. */
export async function spoilt(
  epub: Uint8Array,
  path: RegExp,
  change: (text: string) => string | undefined,
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(epub);
  for (const name of Object.keys(zip.files).filter((file) => path.test(file))) {
    const text = (await zip.file(name)?.async('string')) ?? '';
    const changed = change(text);
    if (changed === text) throw new Error(`${name} was not changed`);
    if (changed === undefined) zip.remove(name);
    else zip.file(name, changed);
  }
  return zip.generateAsync({ type: 'uint8array' });
}
