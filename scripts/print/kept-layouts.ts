import { keyOf } from '../files/key-of.js';
import { packageVersion } from '../files/package-root.js';
import { sha256 } from '../files/read.js';
import type { Store } from '../model/store.js';
import type { SubsetFont } from '../model/theme.js';
import { type LayoutRequest, type LayoutResult, layoutCode } from './layout-part.js';
import type { TabSetup } from './layout-tab.js';
import type { Warm } from './warm.js';

/** Everything besides a part's own markup that its layout depends on. */
export interface LayoutConditions {
  readonly setup: TabSetup;
  readonly fonts: readonly SubsetFont[];
  readonly css: string;
  /** The browser's name and version. */
  readonly browser: string;
  /** Layouts that need not be read from the store. */
  readonly memory?: Warm['layouts'] | undefined;
}

/**
 * Layouts of parts, kept from one build to the next. The cut of a font does not count, only what it was cut from: the
 * characters of a part are the same in every cut that has them, so a new character elsewhere in the book changes nothing
 * here. Pages that failed their proof are not kept.
 */
export class KeptLayouts {
  readonly #common: string;
  readonly #memory: Warm['layouts'] | undefined;
  /** Hashes of the pictures, by path as markup writes it. */
  readonly #pictures: ReadonlyMap<string, string>;

  constructor(
    readonly store: Store,
    { setup, fonts, css, browser, memory }: LayoutConditions,
  ) {
    this.#memory = memory;
    memory?.begin();
    const faces = fonts.map(
      ({ bytes: _bytes, characters: _characters, licence: _licence, source, ...face }) => ({
        ...face,
        source: source ?? '',
      }),
    );
    this.#common = keyOf(
      packageVersion,
      layoutCode,
      setup.pagedjs,
      setup.language,
      css,
      JSON.stringify(faces),
      browser,
    );
    this.#pictures = new Map(
      [...setup.files]
        .filter(([path]) => !path.startsWith('fonts/'))
        .map(([path, { bytes }]) => [path.split('/').map(encodeURIComponent).join('/'), sha256(bytes)]),
    );
  }

  async get(request: LayoutRequest): Promise<LayoutResult | undefined> {
    const key = this.#key(request);
    const known = this.#memory?.get(key);
    if (known) return known;
    const bytes = await this.store.get(key);
    if (!bytes) return undefined;
    const result: LayoutResult = JSON.parse(Buffer.from(bytes).toString());
    this.#memory?.set(key, result);
    return result;
  }

  async put(request: LayoutRequest, result: LayoutResult): Promise<void> {
    if (result.proof.faults.length > 0) return;
    const key = this.#key(request);
    this.#memory?.set(key, result);
    await this.store.put(key, Buffer.from(JSON.stringify(result)));
  }

  #key({ html, css, footNotes }: LayoutRequest): string {
    const pictures = [...this.#pictures].filter(([path]) => html.includes(path) || css.includes(path));
    return keyOf('layout', this.#common, html, JSON.stringify([footNotes ?? null, pictures]));
  }
}
