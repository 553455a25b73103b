import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/files/package-root.js';
import { type Browser, endBrowser, launchBrowser, locateBrowser } from '../../scripts/print/browser.js';
import { loadTheme } from '../../scripts/theme/load-theme.js';

const themes = readdirSync(join(packageRoot, 'styles', 'themes'));

/** The e-book's style sheet of a theme, as it is packed. */
async function ebookCss(theme: string): Promise<string> {
  const { value, diagnostics } = await loadTheme(theme, packageRoot, ['zh-Hans', 'en']);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value.css.ebook;
}

/** Declarations in order, each with its selectors; comments and strings are no declarations. */
function declarationsOf(css: string): readonly { selectors: string; property: string; value: string }[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"[^"]*"/g, '""');
  return [...plain.matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']) =>
    body
      .split(';')
      .map((part) => part.split(/:(.*)/s).map((piece) => piece.trim()))
      .filter(([property = '']) => property !== '' && !property.startsWith('--'))
      .map(([property = '', value = '']) => ({ selectors: selectors.trim(), property, value })),
  );
}

/** What the reader chooses: colours, sizes, distance of lines. A rule or a hairline may be as thin as it likes. */
function takesChoice({ property, value }: { property: string; value: string }): boolean {
  const isHairline = /^(border|outline|text-decoration|column-rule)/.test(property);
  if (/#[0-9a-f]{3,8}\b|\b(rgb|hsl|lab|lch|oklch|color)a?\(/i.test(value)) return true;
  if (/^(color|background(-color)?|border(-\w+)?-color)$/.test(property))
    return !/^(inherit|none|currentcolor|transparent)$/i.test(value);
  if (isHairline) return /\b(black|white|gr[ae]y|red|blue|silver)\b/i.test(value);
  if (property === 'line-height') return !/^[\d.]+$|^(inherit|normal)$/.test(value);
  return /[\d.](px|pt|pc|mm|cm|in|q)\b/i.test(value);
}

describe.each(themes)('an e-book in theme %s', (theme) => {
  it('leaves colours, sizes and the distance of lines to the reader', async () => {
    const declarations = declarationsOf(await ebookCss(theme));
    expect(declarations.length).toBeGreaterThan(150);
    // A drawing brings its own ground; no text stands on it.
    const ofText = declarations.filter(({ selectors }) => selectors !== '.drawing');
    expect(ofText.filter(takesChoice)).toEqual([]);
  });
});

describe('what takes a choice from the reader', () => {
  it.each([
    'p { color: #333 }',
    'p { color: black }',
    'pre { background: rgb(240 240 240) }',
    'table { border: 1px solid #ccc }',
    'p { font-size: 12px }',
    'p { line-height: 20pt }',
    'p { line-height: 1.5em }',
    'p { margin-top: 3mm }',
  ])('%s', (css) => {
    expect(declarationsOf(css).filter(takesChoice)).toHaveLength(1);
  });

  it.each([
    'hr { border-top: 0.5pt solid }',
    'a { color: inherit }',
    'p { line-height: 1.8; font-size: 0.9em }',
  ])('is not %s', (css) => {
    expect(declarationsOf(css).filter(takesChoice)).toEqual([]);
  });
});

describe('Chinese in an e-book', () => {
  let browser: Browser;
  beforeAll(async () => {
    const { value: found } = await locateBrowser();
    const started = found && (await launchBrowser(found));
    if (!started?.value) throw new Error(JSON.stringify(started?.diagnostics));
    browser = started.value;
  });
  afterAll(() => endBrowser(browser));

  it.each(themes)('is never slanted in theme %s, and what is emphasized is dotted', async (theme) => {
    const inline = ['em', 'i', 'cite', 'strong', 'dfn', 'address', 'var', 'q'];
    const blocks = [
      'blockquote',
      'div class="epigraph"',
      'div class="letter"',
      'h2',
      'h3',
      'h4',
      'figcaption',
    ];
    const words = inline.map((name) => `<${name}>字</${name}>`).join('');
    const body = blocks.map((name) => `<${name}><p>字${words}</p></${name.split(' ')[0]}>`).join('');
    const page = await browser.newPage();
    await page.setContent(
      `<html lang="zh-Hans"><style>${await ebookCss(theme)}</style><body>${words}${body}`,
    );
    const found = await page.evaluate(() =>
      [...document.body.querySelectorAll('*')].map((element) => {
        const { fontStyle, fontSynthesis, textEmphasisStyle } = getComputedStyle(element);
        // No Chinese face has an italic: it is slanted only where the browser may make one up.
        const isSlanted = fontStyle !== 'normal' && /style/.test(fontSynthesis);
        return { name: element.tagName, isSlanted, isDotted: /circle/.test(textEmphasisStyle) };
      }),
    );
    await page.close();
    expect(found.filter(({ isSlanted }) => isSlanted)).toEqual([]);
    const emphasized = found.filter(({ name }) => name === 'EM');
    expect(emphasized).toHaveLength(blocks.length + 1);
    expect(emphasized.filter(({ isDotted }) => !isDotted)).toEqual([]);
  });
});
