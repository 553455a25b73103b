import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, endBrowser, launchBrowser, locateBrowser } from '../../../scripts/print/browser.js';
import { books, factsOf, richEpub } from './books.js';
import { epubJs } from './epubjs.js';
import { foliate } from './foliate.js';
import { readium } from './readium.js';
import { spoilt } from './spoilt.js';
import type { Engine } from './walk.js';
import { walkThrough } from './walk-through.js';

const engines: readonly Engine[] = [foliate, epubJs, readium];

let browser: Browser;
beforeAll(async () => {
  const { value: found } = await locateBrowser();
  const started = found && (await launchBrowser(found));
  if (!started?.value) throw new Error(JSON.stringify(started?.diagnostics));
  browser = started.value;
});
afterAll(() => endBrowser(browser));

function isInstalled({ files }: Engine): boolean {
  return Object.values(files).every((folder) => folder !== undefined);
}

describe.each(books)('$name', ({ epub, expected }) => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await epub();
  });

  it.each(
    engines,
  )('is shown by $name: every document, picture, face, note and entry of the contents', async (engine) => {
    expect(isInstalled(engine), `${engine.name} is installed`).toBe(true);
    const walk = await walkThrough(browser, engine, bytes);
    expect(walk.faults).toEqual([]);
    expect(factsOf(walk)).toMatchObject(expected);
    for (const [title, place] of walk.contents) expect(place).toBe(title);
  });
});

const faults: readonly (readonly [
  fault: string,
  path: RegExp,
  change: (text: string) => string | undefined,
])[] = [
  ['a document that is not well-formed', /c002\.xhtml$/, (text) => text.replace('</h1>', '')],
  ['a document that is not there', /c003\.xhtml$/, () => undefined],
  ['a picture that is no picture', /images\/(?!cover).*\.png$/, () => 'no picture'],
  ['a style sheet that is not there', /\.css$/, () => undefined],
  ['a note that is not there', /c002\.xhtml$/, (text) => text.replace('id="c01-note-1"', '')],
  [
    'an entry of the contents that leads nowhere',
    /c002\.xhtml$/,
    (text) => text.replace('id="c01-di-er-jie"', ''),
  ],
];

/** An engine stands still before what it cannot show; so long (in ms) is waited for it. */
const patience = 5000;

describe.each(faults)('%s', (_, path, change) => {
  it('is seen by at least one engine', async () => {
    const bytes = await spoilt(await richEpub(), path, change);
    const seen = await Promise.all(
      engines.map(async (engine) => {
        const walk = await walkThrough(browser, engine, bytes, patience).catch(String);
        if (typeof walk === 'string') return walk;
        return [...walk.faults, ...walk.pages.flatMap(({ notes }) => notes.filter((note) => note === ''))];
      }),
    );
    expect(seen.flat()).not.toEqual([]);
  });
});
