import { keyOf } from '../files/key-of.js';
import type { Store } from '../model/store.js';
import { type OpenPdf, openPdf, type PageReader, type ReadPage, readerIdentity } from './pdf-file.js';

/**
 * Opens a PDF whose pages may have been read before: a page that shows the same, byte for byte, reads the same, so it is
 * taken from the store; the file itself is opened when the first other page is asked for. `keys` says what each page
 * shows (nothing: read it anew), `parts` to which part of the book it belongs; a part's pages are kept together. Gives
 * `undefined` for bytes that are no PDF.
 */
export async function openKeptPdf(
  bytes: Uint8Array,
  keys: readonly (string | undefined)[],
  parts: readonly string[],
  store: Store,
): Promise<PageReader | undefined> {
  const reader = await readerIdentity();
  const groups = groupsOf(parts.slice(0, keys.length));
  const kept = await Promise.all(groups.map((group) => KeptGroup.read(group, keys, reader, store)));
  const isAllKnown = kept.every((group) => group.isKnown);
  const opening = new Opening(bytes);
  if (!isAllKnown && !(await opening.pdf())) return undefined;
  return new KeptPdf(opening, kept, keys, reader, store);
}

/** Indexes of the pages of each part. */
function groupsOf(parts: readonly string[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const [index, part] of parts.entries()) {
    const isNext = index > 0 && parts[index - 1] === part;
    if (isNext) groups.at(-1)?.push(index);
    else groups.push([index]);
  }
  return groups;
}

/** The file, opened on first need. */
class Opening {
  #pdf: Promise<OpenPdf | undefined> | undefined;

  constructor(readonly bytes: Uint8Array) {}

  pdf(): Promise<OpenPdf | undefined> {
    this.#pdf ??= openPdf(this.bytes);
    return this.#pdf;
  }

  async close(): Promise<void> {
    await (await this.#pdf)?.close();
  }
}

/** What is known of a part's pages, by index in the book. */
class KeptGroup {
  #isNew = false;

  private constructor(
    readonly store: Store,
    readonly key: string | undefined,
    readonly indexes: readonly number[],
    readonly known: Map<number, ReadPage>,
    readonly isKnown: boolean,
  ) {}

  static async read(
    indexes: readonly number[],
    keys: readonly (string | undefined)[],
    reader: string,
    store: Store,
  ): Promise<KeptGroup> {
    const own = indexes.map((index) => keys[index]);
    const named = own.filter((key) => key !== undefined);
    const key = named.length === own.length ? keyOf('pages', reader, ...named) : undefined;
    const bytes = key === undefined ? undefined : await store.get(key);
    const pages: (ReadPage | null)[] = bytes ? JSON.parse(Buffer.from(bytes).toString()) : [];
    const known = indexes.flatMap((index, at) => {
      const page = pages[at];
      return page ? [[index, page] as const] : [];
    });
    return new KeptGroup(store, key, indexes, new Map(known), bytes !== undefined);
  }

  add(index: number, page: ReadPage): void {
    this.known.set(index, page);
    this.#isNew = true;
  }

  /** Keeps what was read; a blank page that nobody asked for is kept as unknown. */
  async settle(): Promise<void> {
    if (!this.#isNew || this.key === undefined) return;
    const pages = this.indexes.map((index) => this.known.get(index) ?? null);
    await this.store.put(this.key, Buffer.from(JSON.stringify(pages)));
  }
}

class KeptPdf implements PageReader {
  readonly pages: number;
  readonly #groups: ReadonlyMap<number, KeptGroup>;

  constructor(
    readonly opening: Opening,
    readonly all: readonly KeptGroup[],
    readonly keys: readonly (string | undefined)[],
    readonly reader: string,
    readonly store: Store,
  ) {
    this.pages = keys.length;
    this.#groups = new Map(all.flatMap((group) => group.indexes.map((index) => [index, group] as const)));
  }

  async readPage(number: number): Promise<ReadPage> {
    const group = this.#groups.get(number - 1);
    const known = group?.known.get(number - 1);
    if (known) return known;
    const page = (await (await this.opening.pdf())?.readPage(number)) ?? { width: 0, height: 0, texts: [] };
    group?.add(number - 1, page);
    return page;
  }

  async drawPage(number: number, width: number): Promise<Uint8Array | undefined> {
    const own = this.keys[number - 1];
    const key = own === undefined ? undefined : keyOf('drawing', this.reader, own, String(width));
    const kept = key === undefined ? undefined : await this.store.get(key);
    if (kept) return kept;
    const drawn = await (await this.opening.pdf())?.drawPage(number, width);
    if (drawn && key !== undefined) await this.store.put(key, drawn);
    return drawn;
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((group) => group.settle()));
    await this.opening.close();
  }
}
