import { isBuiltin } from 'node:module';
import { dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { createJiti, type Jiti } from 'jiti';
import { isInside } from '../files/inside.js';
import { realPathAtOnce } from '../files/real-path.js';
import { defineConfig, element } from '../model/extension.js';
import { isRecord } from '../model/is-record.js';
import type { OwnCode } from './own-code.js';

/** Thrown where own code imports a file of the book that is not among those that were looked at and allowed. */
export class UnseenImport extends Error {
  constructor(readonly imported: string) {
    super(`\`${imported}\` is not among the files that were allowed`);
  }
}

interface OwnModule {
  exports: unknown;
}

/**
 * The modules of a book's own code, which run as they were hashed, whatever lies on the disk by now. An import leads where it
 * led when they were looked at; one that was not seen then is refused. What is not the book's own comes through jiti.
 */
export class OwnModules {
  readonly #modules = new Map<string, OwnModule>();

  constructor(
    readonly code: OwnCode,
    /** The folder of the config: what lies in it is the book's own. */
    readonly home: string,
  ) {}

  /** Runs a module, unless it ran before, and gives what it exports; of modules that import each other, what is there by then. */
  async import(path: string): Promise<unknown> {
    const known = this.#modules.get(path);
    if (known) return known.exports;
    const { module, run } = this.#begin(path, true);
    await this.#orForget(path, run);
    return finished(module);
  }

  #require(path: string): unknown {
    const known = this.#modules.get(path);
    if (known) return known.exports;
    const { module, run } = this.#begin(path, false);
    try {
      run();
    } catch (error) {
      this.#modules.delete(path);
      throw error;
    }
    return finished(module);
  }

  async #orForget(path: string, run: () => unknown): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.#modules.delete(path);
      throw error;
    }
  }

  #begin(path: string, isAsync: boolean): { readonly module: OwnModule; readonly run: () => unknown } {
    const module: OwnModule = { exports: {} };
    this.#modules.set(path, module);
    const text = this.code.get(path)?.text ?? '';
    if (extname(path) === '.json') return { module, run: () => (module.exports = JSON.parse(text)) };
    const jiti = jitiAt(path);
    const run = (): unknown => {
      const ts = /\.[cm]?ts$/.test(path);
      const script = jiti.transform({ source: text, filename: path, ts, async: isAsync });
      // The parameters are those that jiti's transform writes for.
      const begin = `(${isAsync ? 'async ' : ''}function (exports, require, module, __filename, __dirname, jitiImport, jitiESMResolve) { `;
      const call = runInThisContext(`${begin}${script}\n})`, { filename: path });
      const load = (name: string): Promise<unknown> => this.#imported(name, path, jiti);
      const require = (name: string): unknown => this.#required(name, path, jiti);
      const find = (name: string): string => jiti.esmResolve(name);
      return call(module.exports, require, module, path, dirname(path), load, find);
    };
    return { module, run };
  }

  async #imported(name: string, from: string, jiti: Jiti): Promise<unknown> {
    const own = this.#leadOf(name, from, jiti);
    return own === null ? jiti.import(name) : this.import(own);
  }

  #required(name: string, from: string, jiti: Jiti): unknown {
    const own = this.#leadOf(name, from, jiti);
    return own === null ? jiti(name) : this.#require(own);
  }

  /** A file of the code, or `null` for what is not the book's; throws where it is the book's and was not seen. */
  #leadOf(name: string, from: string, jiti: Jiti): string | null {
    if (isBuiltin(name)) return null;
    const lead = this.code.get(from)?.imports.get(name);
    if (lead === undefined) throw new UnseenImport(name);
    if (lead === null && name !== 'banxin' && this.#isOwn(jiti.esmResolve(name, { try: true })))
      throw new UnseenImport(name);
    return lead;
  }

  /** jiti may find a package by other conditions than those by which it was looked for. */
  #isOwn(found: string | undefined): boolean {
    const path = found?.startsWith('file:') ? realPathAtOnce(fileURLToPath(found)) : undefined;
    return path !== undefined && isInside(this.home, path);
  }
}

/** jiti for the imports of one file; `banxin` is this Banxin, wherever the book lies. It writes nothing. */
function jitiAt(path: string): Jiti {
  return createJiti(path, {
    fsCache: false,
    moduleCache: false,
    tryNative: false,
    virtualModules: { banxin: { defineConfig, element } },
  });
}

/** What a module exports; jiti's transform leaves a fault of the syntax in it, with its place. */
function finished({ exports }: OwnModule): unknown {
  if (!isRecord(exports) || !isRecord(exports.__JITI_ERROR__)) return exports;
  const { filename, line, column, code, message } = exports.__JITI_ERROR__;
  throw new Error(`${code}: ${message} \n ${filename}:${line}:${column}`);
}
