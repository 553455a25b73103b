import { cpus, homedir, release, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { cacheFolder } from '../cache/cache-folder.js';
import { inspectConfig } from '../extensions/inspect-config.js';
import { kindOf } from '../files/read.js';
import { readBook } from '../manuscript/read-book.js';
import { type ExtensionOptions, type Extensions, extensionsInOrder } from '../model/extension.js';
import { textOf } from '../model/text-of.js';
import { examine } from './doctor.js';
import { openBook } from './open-book.js';

/** What someone who looks into a fault has to know first, by name; no text of a book, no name of a person. */
export type Facts = Readonly<Record<string, string>>;

/** What Banxin works with on this machine, and of what kind a book is. Paths begin with `~` where they are at home. */
export async function gatherFacts(
  bookFolder: string | undefined,
  options: ExtensionOptions = {},
): Promise<Facts> {
  const findings = await examine();
  const found = findings.map(({ subject, status, version, path, note }) => {
    const words = [version ?? status, path && atHome(path), subject === 'browser' ? note?.code : undefined];
    return [subject, words.filter((word) => word !== undefined).join(', ')] as const;
  });
  const { BANXIN_LANG, LC_ALL, LC_MESSAGES, LANG } = process.env;
  return {
    ...Object.fromEntries(found),
    system: `${process.platform} ${release()} ${process.arch}`,
    processors: String(cpus().length),
    memory: `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
    locale: BANXIN_LANG ?? LC_ALL ?? LC_MESSAGES ?? LANG ?? 'not set',
    cache: await cacheFolder().then(atHome, (error: Error) => error.message),
    ...(bookFolder !== undefined && (await bookFacts(bookFolder, options))),
  };
}

/** The user's name is often the last part of the path to home. */
function atHome(path: string): string {
  const home = homedir();
  return home && path.startsWith(home) ? path.replace(home, '~') : path;
}

async function bookFacts(folder: string, options: ExtensionOptions): Promise<Facts> {
  if ((await kindOf(join(folder, 'book.yaml'))) !== 'file') return { book: 'no book.yaml there' };
  const { value: opened, diagnostics: found } = await openBook(folder, options);
  const own = await ownFacts(folder, opened?.extensions);
  // What its own code may not do yet hides nothing else of the book.
  const { value: book, diagnostics } = opened
    ? { value: opened.book, diagnostics: found }
    : await readBook(folder);
  const codes = [...new Set(diagnostics.map(({ code }) => code))].join(', ');
  const said = codes === '' ? {} : { findings: codes };
  if (!book) return { book: 'cannot be read', ...own, ...said };
  const characters = book.chapters.reduce((sum, { tree }) => sum + textOf(tree).length, 0);
  return {
    book: `${book.chapters.length} chapters, ${characters} characters, ${book.assets.length} pictures`,
    language: book.meta.language,
    theme: book.theme,
    trim: book.trim,
    ...own,
    ...said,
  };
}

/** Whether the book has code of its own, whether that may run here, and what it adds, in the order in which it runs. */
async function ownFacts(folder: string, extensions: Extensions | undefined): Promise<Facts> {
  const config = await inspectConfig(folder);
  if (!config) return {};
  const order = extensions ? extensionsInOrder(extensions) : [];
  return {
    config: `${basename(config.files[0] ?? '')}, ${words[config.permission]}`,
    ...(order.length > 0 && { extensions: order.join(', ') }),
  };
}

const words = {
  allowed: 'allowed',
  changed: 'changed since it was allowed',
  unknown: 'not allowed',
} as const;
