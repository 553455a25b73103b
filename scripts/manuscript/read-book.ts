import { resolve } from 'node:path';
import { sanitize } from 'hast-util-sanitize';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { kindOf } from '../files/read.js';
import { type Asset, type Book, type Chapter, isLeaf, type WrapSettings } from '../model/book.js';
import type { LoadedConstruct } from '../model/extension.js';
import type { Outcome } from '../model/outcome.js';
import { failure } from '../model/outcome.js';
import { readCover } from './book-file/cover.js';
import { type ReadBookFile, readBookFile } from './book-file/read-book-file.js';
import { bookSchema } from './book-file/schema.js';
import { readWrap } from './book-file/wrap.js';
import type { LocatedYaml } from './book-file/yaml-document.js';
import { type ChapterFile, listChapters } from './chapter/chapter-list.js';
import { chapterParser } from './chapter/chapter-parser.js';
import { findParts } from './chapter/find-parts.js';
import { type ParsedChapter, parseChapters, prepareConstructs } from './chapter/parse-chapter.js';
import { readSource } from './chapter/read-source.js';
import { citeBook } from './citing/cite-book.js';
import { type References, readReferences } from './citing/read-references.js';
import type { CitationSetup } from './constructs/citations.js';
import type { Variables } from './constructs/variables.js';
import { gate } from './html/safe-html.js';
import type { Anchors } from './ids/chapter-anchors.js';
import { chapterIdFor } from './ids/chapter-id.js';
import { idRegistry } from './ids/id-registry.js';
import { type ImageLoader, imageLoader } from './images/load-image.js';
import { settleImages } from './images/settle-images.js';
import { makeIndex } from './indexing/make-index.js';
import { type LinkTarget, settleLinks } from './links/settle-links.js';
import { reportEqualLabels } from './numbering/equal-labels.js';
import { type Numbering, numberBook } from './numbering/number-book.js';
import { settleReferences } from './numbering/settle-references.js';

/**
 * Reads a book's folder: `book.yaml`, its chapters as trees, its pictures. Reads nothing outside the folder and
 * nothing from the network. All diagnostics come at once, those of `book.yaml` first, then chapter by chapter;
 * there is a Book where `book.yaml` and at least one chapter could be read, even beside errors. Constructs of the book's
 * `own` come after Banxin's.
 */
export async function readBook(folder: string, own: readonly LoadedConstruct[] = []): Promise<Outcome<Book>> {
  const home = resolve(folder);
  const kind = await kindOf(home);
  if (kind !== 'folder') {
    return failure([
      diagnose(kind === 'nothing' ? 'book-folder-missing' : 'book-not-a-folder', {
        folder: displayPath(home),
      }),
    ]);
  }
  const settings = await readBookFile(home);
  const images = imageLoader(home);
  const [cover, wrap] = await Promise.all([readCover(settings, images), readWrap(settings, images)]);
  const list = await listChapters(home, settings.file.chapters, settings.yaml);
  const cited = await readReferences(home, settings.file, settings.yaml);
  const parsed = await readChapters(home, list.files, settings.file, { references: cited.references, own });
  const assets = await settleTargets(parsed.chapters, images);
  const ordered = nameThings(parsed, settings.file);
  const { language = 'und' } = settings.file;
  const citing = cited.references ? await citeBook(ordered, cited.references, parsed.registry, language) : [];
  const findings = parsed.findings.flatMap((found) => found.all());
  const diagnostics = [
    ...settings.diagnostics,
    ...cover.diagnostics,
    ...wrap.diagnostics,
    ...list.diagnostics,
    ...cited.diagnostics,
    ...findings,
    ...citing,
  ];
  const chapters = ordered.map(passGate);
  return {
    value: assemble(home, settings, { cover: cover.value, wrap: wrap.value }, chapters, assets),
    diagnostics,
  };
}

/** Files are read side by side; ids are given in the order of the book, so that they never vary. */
async function readChapters(
  folder: string,
  files: readonly ChapterFile[],
  { language = 'und', ...said }: ReadBookFile['file'],
  {
    references,
    own,
  }: { readonly references: References | undefined; readonly own: readonly LoadedConstruct[] },
) {
  const citations = references && setupOf(references);
  const variables = variablesOf(said);
  const [schema, sources] = await Promise.all([
    bookSchema(),
    Promise.all(files.map((file) => readSource(file, folder))),
  ]);
  const registry = idRegistry();
  await prepareConstructs(sources.flatMap(({ text }) => text ?? []));
  const ids = sources.map(({ file }) => registry.claim(chapterIdFor(file.path)));
  const parser = chapterParser(own);
  const chapters: ParsedChapter[] = [];
  for (const [i, { file, source, text, findings }] of sources.entries()) {
    const id = ids[i];
    if (text === undefined || id === undefined) continue;
    chapters.push(
      ...parseChapters(parser, file, text, {
        id,
        language,
        schema,
        registry,
        findings,
        source,
        variables,
        ...(citations && { citations }),
      }),
    );
  }
  return { chapters, registry, findings: sources.map(({ findings }) => findings) };
}

/** Links and pictures, once all chapters are known. Returns every picture once, sorted by path. */
async function settleTargets(
  parsed: readonly ParsedChapter[],
  loader: ImageLoader,
): Promise<readonly Asset[]> {
  const targets = linkTargets(parsed);
  const assets = new Map<string, Asset>();
  for (const { chapter, anchors, findings } of parsed) {
    const { tree, source } = chapter;
    const file = targets.get(source.path);
    const self = { id: chapter.id, anchors: file ? anchorsOf([anchors, file.anchors]) : anchors };
    settleLinks(tree, { path: source.path, self, chapters: targets, findings });
    for (const asset of await settleImages(tree, source.path, loader, findings))
      assets.set(asset.path, asset);
  }
  return [...assets.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Numbers, index and the words of references, once the order of the chapters and all their places are known. */
function nameThings(
  parsed: Awaited<ReturnType<typeof readChapters>>,
  { language = 'und', numbering }: ReadBookFile['file'],
): readonly Chapter[] {
  const ordered = inOrder(parsed.chapters.map(({ chapter }) => chapter));
  reportEqualLabels(parsed.chapters);
  const { chapters, places } = numberBook(ordered, numberingOf(numbering), language);
  const unprinted = makeIndex(chapters, parsed.registry, language);
  const [first] = parsed.chapters;
  if (unprinted > 0) first?.findings.report('index-not-printed', { entries: unprinted });
  for (const { chapter, findings } of parsed.chapters) settleReferences(chapter.tree, places, findings);
  return chapters;
}

/** The words that the text may name: keys of `book.yaml`, and those of its `variables`, which win. */
function variablesOf({
  variables,
  authors = [],
  ...said
}: Omit<ReadBookFile['file'], 'language'>): Variables {
  const keys = ['title', 'subtitle', 'publisher', 'date', 'edition'] as const;
  const names = authors.map((author) => (typeof author === 'string' ? author : author.name));
  return {
    ...Object.fromEntries(keys.flatMap((key) => (said[key] === undefined ? [] : [[key, said[key]]]))),
    ...(names.length > 0 && { author: names.join('、') }),
    ...variables,
  };
}

function setupOf({ libraries, style }: References): CitationSetup {
  const keys = libraries.flatMap(({ entries }) => entries.map(({ item }) => item.id));
  return { keys: new Set(keys), areNotes: style.isNote };
}

function numberingOf(numbering: ReadBookFile['file']['numbering']): Numbering {
  const sections = ([1, 2, 3] as const).find((depth) => String(depth) === numbering?.sections) ?? 0;
  return { figures: numbering?.figures ?? 'book', sections };
}

/** What links may name in each file; one that holds several chapters is named by its first. */
function linkTargets(parsed: readonly ParsedChapter[]): ReadonlyMap<string, LinkTarget> {
  const byFile = new Map<string, ParsedChapter[]>();
  for (const own of parsed) {
    const { path } = own.chapter.source;
    const known = byFile.get(path);
    if (known) known.push(own);
    else byFile.set(path, [own]);
  }
  return new Map(
    [...byFile].map(([path, chapters]) => {
      const anchors = anchorsOf(chapters.map((own) => own.anchors));
      return [path, { id: chapters[0]?.chapter.id ?? '', anchors }] as const;
    }),
  );
}

function anchorsOf(all: readonly Anchors[]): Anchors {
  const first = (ask: (anchors: Anchors) => string | undefined): string | undefined =>
    all.map(ask).find((id) => id !== undefined);
  return {
    find: (fragment) => first((anchors) => anchors.find(fragment)),
    named: (id) => first((anchors) => anchors.named(id)),
  };
}

function passGate(chapter: Chapter): Chapter {
  const tree = sanitize(chapter.tree, gate);
  if (tree.type !== 'root') throw new Error('the gate made something else of a tree');
  return { ...chapter, tree };
}

const order = { front: 0, body: 1, back: 2 } as const;

/** Front, body, back; a dedication and an epigraph on leaves of their own come before all else. */
function placeOf({ matter, kind }: Chapter): number {
  return isLeaf(kind) ? -1 : order[matter];
}

function inOrder(chapters: readonly Chapter[]): readonly Chapter[] {
  return findParts(chapters.toSorted((a, b) => placeOf(a) - placeOf(b)));
}

function assemble(
  folder: string,
  { path, meta, file, yaml }: ReadBookFile,
  { cover, wrap }: { readonly cover: Asset | undefined; readonly wrap: WrapSettings | undefined },
  chapters: readonly Chapter[],
  assets: readonly Asset[],
): Book | undefined {
  if (!meta || file.trim === undefined || file.theme === undefined || chapters.length === 0) return undefined;
  return {
    folder,
    source: path,
    ...(yaml && { keyPlaces: keyPlaces(file, yaml) }),
    meta,
    trim: file.trim,
    theme: file.theme,
    ...(file.notes && { notes: file.notes }),
    ...(cover && { cover }),
    ...(wrap && { wrap }),
    ...(file.quotes !== undefined && { quotes: file.quotes }),
    ...(file.ebook && { ebook: ebookOf(file.ebook) }),
    ...(file.press && { press: pressOf(file.press) }),
    ...(file.for !== undefined && { destination: file.for }),
    ...(file.contents !== undefined && { contents: contentsOf(file.contents) }),
    chapters,
    assets,
  };
}

function keyPlaces(file: ReadBookFile['file'], yaml: LocatedYaml): NonNullable<Book['keyPlaces']> {
  const keys = (['theme', 'trim', 'cover', 'title', 'press', 'for'] as const).filter(
    (key) => yaml.has(key) && file[key] !== undefined,
  );
  return Object.fromEntries(keys.map((key) => [key, yaml.placeOf([key], 'value')]));
}

function ebookOf({ fonts, svg }: NonNullable<ReadBookFile['file']['ebook']>): NonNullable<Book['ebook']> {
  return { ...(fonts !== undefined && { fonts: fonts === 'true' }), ...(svg !== undefined && { svg }) };
}

/** The words of `press` as numbers and answers. */
function pressOf({
  bleed,
  marks,
  ink,
  signature,
  ...said
}: NonNullable<ReadBookFile['file']['press']>): NonNullable<Book['press']> {
  return {
    ...said,
    ...(bleed !== undefined && { bleed: Number(bleed) }),
    ...(marks !== undefined && { marks: marks === 'true' }),
    ...(ink !== undefined && { ink: Number(ink) }),
    ...(signature !== undefined && { signature: Number(signature) }),
  };
}

function contentsOf(contents: NonNullable<ReadBookFile['file']['contents']>): NonNullable<Book['contents']> {
  if (contents === 'false') return 'none';
  return ([1, 2, 3] as const).find((depth) => String(depth) === contents.depth) ?? 1;
}
