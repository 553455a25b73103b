import { diagnose } from '../diagnostics/catalogue.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { FaceUsage, FaceUse } from '../model/theme.js';
import type { Browser } from './browser.js';
import type { BrowserSession } from './browser-session.js';
import { openOfflinePage, origin } from './offline-page.js';
import { inTwoAttempts } from './two-attempts.js';

/** Markup and the style sheet that it will be set with. */
export interface StyledText {
  readonly html: string;
  readonly css: string;
  readonly language: string;
}

/**
 * Which characters are set in which face: the browser is asked, since only it knows what a style sheet
 * makes of a text. Generated text counts (list markers, `content` strings, emphasis dots).
 */
export async function measureFaceUsage(
  session: BrowserSession,
  texts: readonly StyledText[],
): Promise<Outcome<FaceUsage>> {
  const found: FaceUse[] = [];
  for (const text of texts) {
    const limit = 60_000 + text.html.length / 10;
    const faces = await inTwoAttempts(session, limit, (browser) => measureOnce(browser, text));
    if ('reason' in faces) return failure([diagnose('browser-work-failed', { reason: faces.reason })]);
    found.push(...faces.value);
  }
  return success(merged(found));
}

/** One use for each way of setting, with the characters of all. */
function merged(uses: readonly FaceUse[]): FaceUsage {
  const byWay = new Map<string, FaceUse>();
  for (const use of uses) {
    const way = JSON.stringify([use.families, use.weight, use.style]);
    const characters = [...new Set((byWay.get(way)?.characters ?? '') + use.characters)].join('');
    byWay.set(way, { ...use, characters });
  }
  return [...byWay.values()];
}

async function measureOnce(browser: Browser, text: StyledText): Promise<FaceUsage> {
  const document = `<!doctype html><html lang="${text.language}"><head><meta charset="utf-8"><style>${text.css.replaceAll('</', '<\\/')}</style></head><body>${text.html}</body></html>`;
  const file = { bytes: new TextEncoder().encode(document), mediaType: 'text/html; charset=utf-8' };
  const { page } = await openOfflinePage(browser, new Map([['text.html', file]]));
  try {
    await page.goto(`${origin}/text.html`, { waitUntil: 'domcontentloaded' });
    return await page.evaluate(collectFaces);
  } finally {
    await page.close().catch(() => undefined);
  }
}

/** Runs in the browser. */
function collectFaces(): FaceUse[] {
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
  for (const element of document.body.querySelectorAll('*')) {
    // The arrow back to the text is ours; an e-reader has one of its own where the theme's faces do not.
    if (element.tagName === 'STYLE' || element.closest('[role=doc-backlink]')) continue;
    const style = getComputedStyle(element);
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    if (own.length > 0) add(style, own.map((node) => node.textContent ?? '').join(''));
    if (style.display === 'list-item') add(style, '0123456789.•◦▪abcdefghijklmnopqrstuvwxyzivxIVX');
    if (style.textEmphasisStyle !== 'none') add(style, '•●◦○﹅﹆');
    for (const pseudo of ['::before', '::after']) {
      const generated = getComputedStyle(element, pseudo);
      const content = /^"(.*)"$/s.exec(generated.content)?.[1];
      if (content) add(generated, content);
    }
  }
  return [...ways].map(([way, characters]): FaceUse => {
    const [weight = '400', style = 'normal', families = ''] = way.split('|');
    return {
      families: families.split(',').map((family) => family.trim().replace(/^"|"$/g, '')),
      weight: Number(weight),
      style: style === 'normal' ? 'normal' : 'italic',
      characters: [...characters].join(''),
    };
  });
}
