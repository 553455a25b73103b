import { builtinModules } from 'node:module';
import { resolveImport, type SourceFile } from './source-tree.js';

/** The rooms of `scripts/`, the ground first (ARCHITECTURE.md, "The rooms"); a file may import only from rows below its own. */
const rows: readonly (readonly string[])[] = [
  ['model'],
  ['diagnostics', 'cache', 'files'],
  ['extensions', 'normalize', 'manuscript', 'composition', 'theme', 'pdf', 'pixels'],
  ['print', 'ebook', 'press'],
  ['check'],
  ['pipeline'],
  ['commands', 'bench'],
  ['cli.ts', 'index.ts'],
];

/** The doors between neighbours: what goes wrong with a file is told as a diagnostic; the cache is made of files. */
const neighbours: Readonly<Record<string, readonly string[]>> = { files: ['diagnostics'], cache: ['files'] };

/** A dependency, and the only files (or folders, ending in `/`) that may know it. */
interface Door {
  readonly module: RegExp;
  readonly open: readonly string[];
}

const doors: readonly Door[] = [
  { module: /^markdown-it/, open: ['manuscript/'] },
  {
    module: /^(puppeteer|@puppeteer\/|@sparticuz\/chromium)/,
    open: ['print/browser.ts', 'print/unpack-browser.ts'],
  },
  { module: /^citeproc/, open: ['manuscript/citations/format/run-engine.ts'] },
  { module: /^hyphen/, open: ['composition/'] },
  { module: /^epub-gen-memory/, open: ['ebook/'] },
  { module: /^sharp/, open: ['pixels/'] },
  { module: /^@cantoo\/pdf-lib/, open: ['pdf/', 'press/', 'print/'] },
  // Code of a book's own: what its owner has allowed, run in one place and watched in another.
  { module: /^jiti/, open: ['extensions/own-modules.ts'] },
  { module: /^node:vm$/, open: ['extensions/own-modules.ts', 'extensions/within-time.ts'] },
  { module: /^node:fs(\/|$)/, open: ['files/', 'cache/'] },
  { module: /^node:child_process$/, open: ['check/run-process.ts', 'print/'] },
  // A manuscript is not trusted, and a build never asks the network for anything.
  { module: /^node:(https|http2|net|tls|dgram|dns)(\/|$)/, open: [] },
  // The review and the preview are served to an editor on this machine alone; they answer, and never ask either.
  { module: /^node:http(\/|$)/, open: ['pipeline/local-server.ts'] },
];

/** A dependency that stands behind a single file, whichever it is. */
const singleFile = /^pdfjs-dist/;

/** Names of npm packages that code may import, and those that only its types may. */
export interface Packages {
  readonly dependencies: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

/** Imports that break the layering or go round a door, each in a sentence. */
export function importFaults(files: readonly SourceFile[], packages: Packages): readonly string[] {
  const paths = new Set(files.map(({ path }) => path));
  return [
    ...files.flatMap((file) =>
      file.imports.flatMap(({ specifier, typeOnly }) => {
        if (specifier === undefined) return [`${file.path} imports a module whose name is computed`];
        if (specifier.startsWith('.')) return layerFaults(file.path, specifier, paths);
        return [
          ...doorFaults(file.path, specifier),
          ...packageFaults(file.path, specifier, typeOnly, packages),
        ];
      }),
    ),
    ...singleFileFaults(files),
  ];
}

/** Circles among files, and among rooms, each as the way round. */
export function circles(files: readonly SourceFile[]): readonly string[] {
  const ofFiles = new Map<string, Set<string>>();
  const ofRooms = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    for (const { specifier } of imports) {
      if (!specifier?.startsWith('.')) continue;
      const target = resolveImport(path, specifier);
      add(ofFiles, path, target);
      if (roomOf(path) !== roomOf(target)) add(ofRooms, roomOf(path), roomOf(target));
    }
  }
  return [findCircle(ofFiles), findCircle(ofRooms)].filter((way) => way !== undefined);
}

function layerFaults(path: string, specifier: string, paths: ReadonlySet<string>): readonly string[] {
  const target = resolveImport(path, specifier);
  const [from, to] = [roomOf(path), roomOf(target)];
  if (!paths.has(target)) return [`${path} imports ${target}, which is not there`];
  if (from === to) return [];
  const [row, targetRow] = [rowOf(from), rowOf(to)];
  if (row < 0 || targetRow < 0) return [`${path} imports ${target}: a room that stands in no row`];
  if (targetRow > row) return [`${path} imports upward: ${target}`];
  if (targetRow === row && !neighbours[from]?.includes(to)) return [`${path} imports a neighbour: ${target}`];
  return [];
}

function doorFaults(path: string, specifier: string): readonly string[] {
  const name = builtinModules.includes(specifier) ? `node:${specifier}` : specifier;
  return doors
    .filter(({ module }) => module.test(name))
    .filter(
      ({ open }) => !open.some((place) => path === place || (place.endsWith('/') && path.startsWith(place))),
    )
    .map(() => `${path} imports ${specifier} outside its door`);
}

function packageFaults(
  path: string,
  specifier: string,
  typeOnly: boolean,
  packages: Packages,
): readonly string[] {
  if (specifier.startsWith('node:')) return [];
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  if (packages.dependencies.has(name) || (typeOnly && packages.types.has(name))) return [];
  return [`${path} imports ${specifier}, which package.json does not name`];
}

function singleFileFaults(files: readonly SourceFile[]): readonly string[] {
  const users = files.filter(({ imports }) =>
    imports.some(({ specifier }) => singleFile.test(specifier ?? '')),
  );
  if (users.length < 2) return [];
  return [
    `${singleFile.source} is imported by more than one file: ${users.map(({ path }) => path).join(', ')}`,
  ];
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function rowOf(room: string): number {
  return rows.findIndex((row) => row.includes(room));
}

function add(graph: Map<string, Set<string>>, from: string, to: string): void {
  graph.set(from, (graph.get(from) ?? new Set()).add(to));
}

/** Walks the graph depth first; a node met again while still on the way closes a circle. */
function findCircle(graph: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const done = new Set<string>();
  const walk = (node: string, way: readonly string[]): string | undefined => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node].join(' → ');
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const circle = walk(next, [...way, node]);
      if (circle) return circle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const circle = walk(node, []);
    if (circle) return circle;
  }
  return undefined;
}
