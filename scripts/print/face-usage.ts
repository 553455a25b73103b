import { diagnose } from '../diagnostics/catalogue.js';
import { keyOf } from '../files/key-of.js';
import { packageVersion } from '../files/package-root.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { noStore, type Store } from '../model/store.js';
import type { FaceUsage, FaceUse } from '../model/theme.js';
import type { Browser } from './browser.js';
import type { BrowserSession } from './browser-session.js';
import { openOfflinePage, origin } from './offline-page.js';
import { type Attempt, inTwoAttempts } from './two-attempts.js';

/** Pieces of markup, each measured by itself, and the style sheet that they will be set with. */
export interface StyledTexts {
  readonly texts: readonly string[];
  readonly css: string;
  readonly language: string;
}

/**
 * Which characters are set in which face: the browser is asked, since only it knows what a style sheet
 * makes of a text. Generated text counts (list markers, `content` strings, emphasis dots). What was measured before is
 * taken from the store.
 */
export async function measureFaceUsage(
  session: BrowserSession,
  sheets: readonly StyledTexts[],
  store: Store = noStore,
): Promise<Outcome<FaceUsage>> {
  const measured = await Promise.all(sheets.map((sheet) => measureTexts(session, sheet, store)));
  const reason = measured.flatMap((found) => ('reason' in found ? [found.reason] : []))[0];
  if (reason !== undefined) return failure([diagnose('browser-work-failed', { reason })]);
  return success(merged(measured.flatMap((found) => ('value' in found ? found.value.flat() : []))));
}

/** Gives the usage of each text, in their order. */
async function measureTexts(
  session: BrowserSession,
  { texts, css, language }: StyledTexts,
  store: Store,
): Promise<Attempt<readonly FaceUsage[]>> {
  const common = keyOf(String(collectFaces), packageVersion, session.version, css, language);
  const keys = texts.map((text) => keyOf('faces', common, text));
  const kept = await Promise.all(keys.map((key) => store.get(key)));
  const unknown = texts.filter((_, index) => !kept[index]);
  const limit = 60_000 + unknown.join('').length / 10;
  const fresh: Attempt<readonly FaceUsage[]> =
    unknown.length === 0
      ? { value: [] }
      : await inTwoAttempts(session, limit, (browser) =>
          measureOnce(session, browser, { texts: unknown, css, language }),
        );
  if ('reason' in fresh) return fresh;
  const byText = new Map(unknown.map((text, index) => [text, fresh.value[index] ?? []]));
  const usages = texts.map((text, index): FaceUsage => {
    const bytes = kept[index];
    return bytes ? JSON.parse(Buffer.from(bytes).toString()) : (byText.get(text) ?? []);
  });
  for (const [index, key] of keys.entries())
    if (!kept[index]) await store.put(key, Buffer.from(JSON.stringify(usages[index])));
  return { value: usages };
}

/** One use for each way of setting, with the characters of all. */
function merged(uses: readonly FaceUse[]): FaceUsage {
  const byWay = new Map<string, { readonly use: FaceUse; readonly characters: Set<string> }>();
  for (const use of uses) {
    const way = JSON.stringify([use.families, use.weight, use.style]);
    const { characters } = byWay.get(way) ?? { characters: new Set<string>() };
    for (const character of use.characters) characters.add(character);
    byWay.set(way, { use, characters });
  }
  return [...byWay.values()].map(({ use, characters }) => ({ ...use, characters: [...characters].join('') }));
}

async function measureOnce(
  { warm }: BrowserSession,
  browser: Browser,
  { texts, css, language }: StyledTexts,
): Promise<readonly FaceUsage[]> {
  const document = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><style>${css.replaceAll('</', '<\\/')}</style></head><body></body></html>`;
  const file = { bytes: new TextEncoder().encode(document), mediaType: 'text/html; charset=utf-8' };
  const kind = { key: keyOf('faces tab', document), characters: new Map<string, string>() };
  const kept = warm?.tabs.take(browser, kind);
  const tab = kept ?? (await openOfflinePage(browser, new Map([['text.html', file]])));
  try {
    if (!kept) await tab.page.goto(`${origin}/text.html`, { waitUntil: 'domcontentloaded' });
    return await tab.page.evaluate(collectFaces, texts);
  } finally {
    if (warm) await warm.tabs.give(browser, kind, tab);
    else await tab.page.close().catch(() => undefined);
  }
}

/** Runs in the browser: puts each text into the page by itself, and takes it out again before anything is drawn. */
function collectFaces(texts: readonly string[]): FaceUse[][] {
  const ways = new Map<string, Set<string>>();
  const add = (style: CSSStyleDeclaration, text: string): void => {
    const way = `${style.fontWeight}|${style.fontStyle}|${style.fontFamily}`;
    const characters = ways.get(way) ?? new Set<string>();
    const set = style.textTransform === 'none' ? text : text + text.toUpperCase() + text.toLowerCase();
    for (const character of set) characters.add(character);
    // Where a word is divided the browser draws a hyphen.
    if (characters.has('\u00ad')) characters.add('-');
    ways.set(way, characters);
  };
  const measure = (element: Element): void => {
    const style = getComputedStyle(element);
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    if (own.length > 0) add(style, own.map((node) => node.textContent ?? '').join(''));
    if (style.display === 'list-item') add(style, '0123456789.•◦▪abcdefghijklmnopqrstuvwxyzivxIVX');
    // The sign of a root is drawn by the browser.
    if (element.localName === 'msqrt' || element.localName === 'mroot') add(style, '√');
    if (style.textEmphasisStyle !== 'none') add(style, '•●◦○﹅﹆');
    for (const pseudo of ['::before', '::after']) {
      const generated = getComputedStyle(element, pseudo);
      const content = /^"(.*)"$/s.exec(generated.content)?.[1];
      if (content) add(generated, content);
    }
  };
  const readWay = ([way, characters]: readonly [string, ReadonlySet<string>]): FaceUse => {
    const [weight = '400', style = 'normal', families = ''] = way.split('|');
    return {
      families: families.split(',').map((family) => family.trim().replace(/^"|"$/g, '')),
      weight: Number(weight),
      style: style === 'normal' ? 'normal' : 'italic',
      characters: [...characters].join(''),
    };
  };
  return texts.map((text) => {
    ways.clear();
    const source = document.createElement('template');
    source.innerHTML = text;
    document.body.replaceChildren(source.content);
    for (const element of document.body.querySelectorAll('*')) {
      // The arrow back to the text is ours; an e-reader has one of its own where the theme's faces do not.
      if (element.tagName !== 'STYLE' && !element.closest('[role=doc-backlink]')) measure(element);
    }
    document.body.replaceChildren();
    return [...ways].map(readWay);
  });
}
