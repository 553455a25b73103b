import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import type { Diagnostic } from '../../scripts/model/diagnostic.js';
import { ownFolder, projectFolder } from '../commands/run-banxin.js';

export const examples = join(projectFolder, 'templates', 'extensions');

/** A book of these files in a folder of its own; `book.yaml` is a short one unless it is among them. */
export function bookOf(files: Readonly<Record<string, string>>): string {
  const book = join(ownFolder(), 'book');
  const all = { 'book.yaml': 'id: small\ntitle: 小书\nlanguage: zh-Hans\n', ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(book, path)), { recursive: true });
    writeFileSync(join(book, path), text);
  }
  return book;
}

/** Puts what ships as a template into a book's folder, as its author would. */
export function copyExample(from: string, book: string, to = '.'): void {
  cpSync(join(examples, from), join(book, to), { recursive: true });
}

/** A machine on which nobody has allowed anything; gives the environment for child processes, and sets it here. */
export function freshMachine(): { readonly XDG_CONFIG_HOME: string } {
  const home = join(ownFolder(), 'config');
  vi.stubEnv('XDG_CONFIG_HOME', home);
  return { XDG_CONFIG_HOME: home };
}

/** Codes with the line at which they stand, `code:line`. */
export function codesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, place }) => (place?.line === undefined ? code : `${code}:${place.line}`));
}
