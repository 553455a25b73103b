import { basename, dirname, join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { diagnose, type Locale } from '../diagnostics/catalogue.js';
import { withFolderInPlace } from '../files/folder-in-place.js';
import { kindOf, listFolder, readOwnText } from '../files/read.js';
import { writeAll } from '../files/write.js';
import { canonicalLanguage } from '../manuscript/book-file/language-tag.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failure, hasErrors, type Outcome, success } from '../model/outcome.js';
import type { OnProgress } from '../model/progress.js';
import { bookId } from '../normalize/chapters/book-yaml.js';
import type { NormalizeReport } from '../normalize/ledger/report.js';
import { loadTheme } from '../theme/load-theme.js';
import { loadTrim } from '../theme/trim-size.js';
import { type BookWishes, firstChapter, firstYaml, usualTheme, usualTrim } from './first-book.js';
import { normalizeInto } from './normalize.js';

export type { BookWishes };

export interface InitOptions {
  /** Folder of the new book; it must not be there, or be empty. */
  readonly folder: string;
  /** Raw text to make the chapters from; without it the book has one chapter that explains itself. */
  readonly raw?: string;
  readonly wishes: BookWishes;
  /** Language of the explanations. */
  readonly locale: Locale;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress;
}

/** A book that was begun. */
export interface BegunBook {
  readonly folder: string;
  readonly files: readonly string[];
  /** What was made of the raw text. */
  readonly report?: NormalizeReport;
}

/** Whether a book may be begun in a folder: it is not there, or empty; else `init-folder-not-empty`. */
export async function mayBegin(folder: string): Promise<readonly Diagnostic[]> {
  const kind = await kindOf(folder);
  const isFree = kind === 'nothing' || (kind === 'folder' && (await listFolder(folder)).length === 0);
  return isFree ? [] : [diagnose('init-folder-not-empty', { folder })];
}

/**
 * Begins a book: `book.yaml`, a first chapter or those of a raw text, and what keeps made files out of a repository. All of
 * it is there or nothing is; a run that is cancelled leaves nothing.
 */
export async function initBook(options: InitOptions): Promise<Outcome<BegunBook>> {
  const folder = resolve(options.folder);
  const refused = [...(await mayBegin(options.folder)), ...(await wishFaults(options.wishes, folder))];
  if (hasErrors(refused)) return failure(refused);
  return withFolderInPlace(folder, async (draft) => {
    const begun =
      options.raw === undefined ? await begin(draft, options) : await beginFrom(draft, options.raw, options);
    options.signal?.throwIfAborted();
    if (!begun.value) return begun;
    const moved = (path: string): string => path.replace(dirname(draft), dirname(folder));
    const { report, files } = begun.value;
    return success(
      {
        folder,
        files: files.map(moved),
        ...(report && {
          report: {
            ...report,
            files: report.files.map(moved),
            review: { ...report.review, page: moved(report.review.page) },
          },
        }),
      },
      begun.diagnostics,
    );
  });
}

/** Names that nobody knows are told before anything is written. */
async function wishFaults(
  { language, theme, trim }: BookWishes,
  folder: string,
): Promise<readonly Diagnostic[]> {
  const languageFaults =
    language === undefined || canonicalLanguage(language) !== undefined
      ? []
      : [diagnose('language-unknown', { key: '--language', value: language })];
  const loaded = await loadTheme(theme ?? 'shu', folder, ['zh-Hans']);
  const trimFaults =
    trim === undefined || !loaded.value ? [] : (await loadTrim(trim, folder, loaded.value.body)).diagnostics;
  return [...languageFaults, ...loaded.diagnostics, ...trimFaults];
}

/** Made files and the cache need no place in a repository. */
const ignored = 'dist/\n.banxin/\n';

async function begin(draft: string, { wishes, locale }: InitOptions): Promise<Outcome<BegunBook>> {
  const id = bookId(basename(draft));
  const files = [
    {
      path: join(draft, 'book.yaml'),
      bytes: firstYaml({ ...wishes, id, title: wishes.title ?? id }, locale),
    },
    {
      path: join(draft, 'chapters', '01-first.md'),
      bytes: firstChapter(wishes.language ?? languageOf(locale)),
    },
    { path: join(draft, '.gitignore'), bytes: ignored },
  ];
  const faults = await writeAll(files);
  return faults.length > 0
    ? failure(faults)
    : success({ folder: draft, files: files.map(({ path }) => path) });
}

async function beginFrom(
  draft: string,
  raw: string,
  { wishes, signal, onProgress }: InitOptions,
): Promise<Outcome<BegunBook>> {
  const made = await normalizeInto({
    raw,
    out: draft,
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  if (!made.value) return failure(made.diagnostics);
  const path = join(draft, 'book.yaml');
  const yaml = parseDocument(await readOwnText(path));
  const { author, ...wished } = wishes;
  const language = wished.language ?? made.value.language;
  const settings = { trim: usualTrim(language), theme: usualTheme(language), ...wished };
  for (const [key, value] of Object.entries(settings)) yaml.set(key, value);
  if (author) yaml.set('authors', [author]);
  const files = [
    { path, bytes: yaml.toString({ lineWidth: 0 }) },
    { path: join(draft, '.gitignore'), bytes: ignored },
  ];
  const faults = await writeAll(files);
  if (faults.length > 0) return failure(faults);
  const all = [...new Set([...made.value.files, ...files.map((file) => file.path)])];
  return success({ folder: draft, files: all, report: made.value }, made.diagnostics);
}

function languageOf(locale: Locale): string {
  return locale === 'zh-CN' ? 'zh-Hans' : 'en';
}
