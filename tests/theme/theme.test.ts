import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/files/package-root.js';
import type { FaceUse } from '../../scripts/model/theme.js';
import { resolveCustomProperties } from '../../scripts/theme/custom-properties.js';
import { coverageOf } from '../../scripts/theme/font-file.js';
import { loadTheme } from '../../scripts/theme/load-theme.js';
import { subsetFonts } from '../../scripts/theme/subset-fonts.js';

function inFace(characters: string, family: string, style: FaceUse['style'] = 'normal'): FaceUse {
  return { families: [family, 'serif'], weight: 400, style, characters };
}

describe('themes', () => {
  it('each shipped theme loads with its faces', async () => {
    for (const name of ['shu', 'bao']) {
      const { value, diagnostics } = await loadTheme(name, packageRoot, ['zh-Hans']);
      expect(diagnostics).toEqual([]);
      expect(value?.faces.length).toBeGreaterThan(3);
      expect(value?.css.ebook).not.toContain('var(');
    }
  });
  it('an unknown one is named with the nearest', async () => {
    const { diagnostics } = await loadTheme('shuu', packageRoot, ['zh-Hans']);
    expect(diagnostics).toMatchObject([{ code: 'theme-unknown', values: { nearest: 'shu' } }]);
  });
  it('tokens are written into the e-book style sheet, nested and with fallbacks', () => {
    const css =
      ':root { --a: 1em; --b: calc(2 * var(--a)); }\np { margin: var(--b); color: var(--none, red); }';
    expect(resolveCustomProperties(css).trim()).toBe('p { margin: calc(2 * 1em); color: red; }');
  });
});

describe('fonts', () => {
  it('each face is cut to its characters; what its face lacks comes from another', async () => {
    const { value: theme } = await loadTheme('shu', packageRoot, ['zh-Hans']);
    const faces = theme?.faces ?? [];
    const { value } = await subsetFonts(faces, [inFace('上海', 'Banxin Song'), inFace('海𫧯', 'Banxin Kai')]);
    expect(value?.missing).toEqual([]);
    const covered = value?.fonts.map(({ fileName, bytes }) => [
      fileName,
      [...coverageOf(bytes)].map((c) => String.fromCodePoint(c)).join(''),
    ]);
    expect(covered?.map(([name]) => name)).toContain('banxin-song-400.ttf');
    expect(Object.fromEntries(covered ?? [])['banxin-song-400.ttf']).toMatch(/上.*海|海.*上/);
  });
  it('a character that no face has is told', async () => {
    const { value: theme } = await loadTheme('shu', packageRoot, ['zh-Hans']);
    const { value } = await subsetFonts(theme?.faces ?? [], [inFace('上\u{1F600}', 'Banxin Song')]);
    expect(value?.missing).toEqual(['\u{1F600}']);
  });
});
