import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circles, importFaults, type Packages } from './layer-rules.js';
import { parseSource, projectFolder, readSourceTree } from './source-tree.js';

const files = readSourceTree();
const packages = readPackages();

describe('the layering of scripts/', () => {
  it('has no import upward, to a neighbour, or round a door', () => {
    expect(importFaults(files, packages)).toEqual([]);
  });

  it('has no circle, neither of files nor of rooms', () => {
    expect(circles(files)).toEqual([]);
  });
});

describe('the size and manner of files in scripts/', () => {
  it('keeps a file to 300 lines', () => {
    const long = files.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines} lines`);
    expect(long).toEqual([]);
  });

  it('keeps a function to 60 lines', () => {
    const long = files.flatMap(({ path, functions }) =>
      functions
        .filter(({ lines }) => lines > 60)
        .map(({ name, line, lines }) => `${path}:${line}: ${name} has ${lines} lines`),
    );
    expect(long).toEqual([]);
  });

  it('silences neither the compiler nor the linter', () => {
    const silenced = files.filter(({ text }) =>
      /@ts-(ignore|expect-error|nocheck)|biome-ignore|as unknown as|\bas any\b/.test(text),
    );
    expect(silenced.map(({ path }) => path)).toEqual([]);
  });
});

describe('the test of the layering', () => {
  /** A tree of fabricated files: path → text. */
  const tree = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([path, text]) => parseSource(path, text));
  const faults = (texts: Readonly<Record<string, string>>) => importFaults(tree(texts), packages);

  it('finds an upward import, of types too', () => {
    const texts = {
      'print/layout.ts': `import type { Build } from '../pipeline/build.js';`,
      'pipeline/build.ts': '',
    };
    expect(faults(texts)).toEqual(['print/layout.ts imports upward: pipeline/build.ts']);
  });

  it('finds a neighbour, and lets files speak to diagnostics but not the other way', () => {
    const texts = {
      'print/layout.ts': `export { zip } from '../ebook/zip.js';`,
      'ebook/zip.ts': '',
      'files/read.ts': `import '../diagnostics/catalogue.js';`,
      'diagnostics/catalogue.ts': `import '../files/write.js';`,
      'files/write.ts': '',
      'cli.ts': `import './index.js';`,
      'index.ts': '',
    };
    expect(faults(texts)).toEqual([
      'print/layout.ts imports a neighbour: ebook/zip.ts',
      'diagnostics/catalogue.ts imports a neighbour: files/write.ts',
      'cli.ts imports a neighbour: index.ts',
    ]);
  });

  it.each([
    [`import { readFile } from 'node:fs/promises';`, 'node:fs/promises'],
    [`import { readFile } from 'fs/promises';`, 'fs/promises'],
    [`const fs = require('node:fs');`, 'node:fs'],
    [`const fs = process.getBuiltinModule('fs');`, 'fs'],
    [`const { request } = await import('node:https');`, 'node:https'],
    [`type Page = import('puppeteer').Page;`, 'puppeteer'],
    [`export { default } from 'markdown-it-footnote';`, 'markdown-it-footnote'],
  ])('finds a dependency outside its door: %s', (text, specifier) => {
    expect(faults({ 'theme/load.ts': text })).toContain(
      `theme/load.ts imports ${specifier} outside its door`,
    );
  });

  it('lets a dependency through its own door', () => {
    const texts = {
      'print/browser.ts': `import puppeteer from 'puppeteer';`,
      'files/read.ts': `import { readFile } from 'node:fs/promises';`,
      'model/book.ts': `import type { Root } from 'hast';`,
    };
    expect(faults(texts)).toEqual([]);
  });

  it('finds what package.json does not name, a missing file, a computed name and a room without a row', () => {
    const texts = {
      'print/layout.ts': `import 'left-pad'; import './gone.js'; await import(name);`,
      'model/book.ts': `import { Root } from 'hast';`,
      'utils/attic.ts': `import '../model/book.js';`,
    };
    expect(faults(texts)).toEqual([
      'print/layout.ts imports left-pad, which package.json does not name',
      'print/layout.ts imports print/gone.ts, which is not there',
      'print/layout.ts imports a module whose name is computed',
      'model/book.ts imports hast, which package.json does not name',
      'utils/attic.ts imports model/book.ts: a room that stands in no row',
    ]);
  });

  it('finds a second file that knows pdfjs', () => {
    const texts = {
      'check/a.ts': `import 'pdfjs-dist/legacy/build/pdf.mjs';`,
      'check/b.ts': `import 'pdfjs-dist';`,
    };
    expect(faults(texts)).toEqual(['^pdfjs-dist is imported by more than one file: check/a.ts, check/b.ts']);
  });

  it('finds a circle of files, and a circle of rooms where no files make one', () => {
    expect(
      circles(tree({ 'model/a.ts': `import './b.js';`, 'model/b.ts': `import type { A } from './a.js';` })),
    ).toEqual(['model/a.ts → model/b.ts → model/a.ts']);
    expect(
      circles(tree({ 'print/a.ts': `import '../check/b.js';`, 'check/c.ts': `import '../print/d.js';` })),
    ).toEqual(['print → check → print']);
  });
});

function readPackages(): Packages {
  const manifest: { dependencies: object; devDependencies: object } = JSON.parse(
    readFileSync(join(projectFolder, 'package.json'), 'utf8'),
  );
  const types = Object.keys(manifest.devDependencies).filter((name) => name.startsWith('@types/'));
  return {
    dependencies: new Set(Object.keys(manifest.dependencies)),
    types: new Set(types.map((name) => name.slice('@types/'.length))),
  };
}
