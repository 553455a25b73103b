import { packagedFileIdentity } from '../files/identity.js';
import { keyOf } from '../files/key-of.js';
import { readBytes } from '../files/read.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Store } from '../model/store.js';
import type { FontFace } from '../model/theme.js';
import { coverageOf, cutFont, cutting, toTrueType } from './font-file.js';

/** A face of which characters may be taken. */
export interface OpenFace {
  readonly face: FontFace;
  /** What it is cut from, as keys name it. */
  readonly source: string;
  readonly coverage: ReadonlySet<number>;
  /** Those that were taken. */
  readonly characters: Set<string>;
  /** The face cut down to a text, TrueType. */
  readonly cut: (text: string) => Promise<Uint8Array>;
}

/** Where work on faces is kept: what a book takes of them, and what belongs to a face whatever the book. */
export interface FaceStores {
  readonly book: Store;
  readonly faces: Store;
}

/** Opens each face once, on first need, and reads its file (a Chinese one is 15 MB) only where the stores do not help. */
export class FaceShelf {
  readonly faces: OpenFace[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #tried = new Map<FontFace, OpenFace | undefined>();

  constructor(readonly stores: FaceStores) {}

  async open(face: FontFace): Promise<OpenFace | undefined> {
    if (!this.#tried.has(face)) {
      this.#tried.set(face, await this.#open(face));
      const open = this.#tried.get(face);
      if (open) this.faces.push(open);
    }
    return this.#tried.get(face);
  }

  async #open(face: FontFace): Promise<OpenFace | undefined> {
    let read: Promise<Uint8Array | undefined> | undefined;
    const bytes = (): Promise<Uint8Array | undefined> => {
      read ??= this.#read(face, source);
      return read;
    };
    const identity = await packagedFileIdentity(face.file).catch(() => '');
    const source = keyOf(cutting, identity, face.characters ?? '');
    const coverage = await this.#coverage(face, source, bytes);
    if (!coverage) return undefined;
    const cut = async (text: string): Promise<Uint8Array> => {
      const key = keyOf('cut font', source, text);
      const kept = await this.stores.book.get(key);
      if (kept) return kept;
      const made = await cutFont((await bytes()) ?? new Uint8Array(), text);
      read = undefined;
      await this.stores.book.put(key, made);
      return made;
    };
    return { face, source, coverage, characters: new Set(), cut };
  }

  async #read(face: FontFace, source: string): Promise<Uint8Array | undefined> {
    const isPacked = face.file.endsWith('.woff2');
    const key = keyOf('TrueType', source);
    const kept = isPacked ? await this.stores.faces.get(key) : undefined;
    if (kept) return kept;
    const file = await readBytes(face.file);
    this.diagnostics.push(...file.diagnostics);
    if (!file.value) return undefined;
    const font = await toTrueType(file.value);
    if (isPacked) await this.stores.faces.put(key, font);
    return font;
  }

  async #coverage(
    face: FontFace,
    source: string,
    bytes: () => Promise<Uint8Array | undefined>,
  ): Promise<ReadonlySet<number> | undefined> {
    const key = keyOf('coverage', source);
    const kept = await this.stores.faces.get(key);
    if (kept) return new Set(new Uint32Array(kept.slice().buffer));
    const font = await bytes();
    if (!font) return undefined;
    const all = coverageOf(font);
    const only = face.characters && [...face.characters].map((character) => character.codePointAt(0) ?? 0);
    const offered = only ? new Set(only.filter((point) => all.has(point))) : all;
    await this.stores.faces.put(key, new Uint8Array(Uint32Array.from(offered).buffer));
    return offered;
  }
}
