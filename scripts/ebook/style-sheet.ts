import type { SubsetFont, Theme } from '../model/theme.js';
import type { PackagedFile } from './packaged-file.js';

/** Fonts and their licences as files of the EPUB. Of two licences with one name and two texts, each keeps its text. */
export function packFonts(fonts: readonly SubsetFont[]): readonly PackagedFile[] {
  const files = new Map<string, PackagedFile>();
  for (const font of fonts) {
    const path = fontPath(font);
    files.set(path, { path, mediaType: 'font/ttf', bytes: font.bytes });
    addLicence(files, font.licence);
  }
  return [...files.values()];
}

function addLicence(files: Map<string, PackagedFile>, licence: SubsetFont['licence']): void {
  const bytes = new TextEncoder().encode(licence.text);
  for (let number = 1; ; number++) {
    const path = `fonts/${numbered(safeName(licence.fileName), number)}`;
    const known = files.get(path);
    if (known && !Buffer.from(known.bytes).equals(bytes)) continue;
    files.set(path, { path, mediaType: 'text/plain', bytes });
    return;
  }
}

function numbered(name: string, number: number): string {
  return number === 1 ? name : name.replace(/(?=\.[^.]*$)|$/, `-${number}`);
}

/** The one style sheet: font faces, then the theme's rules. */
export function styleSheet(theme: Theme, fonts: readonly SubsetFont[]): string {
  const rules = theme.css.ebook.replace(/^\s*@charset[^;]*;/i, '').trim();
  return ['@charset "utf-8";', ...fonts.map(fontFace), rules].map((part) => `${part}\n`).join('\n');
}

function fontFace(font: SubsetFont): string {
  const family = font.family.replace(
    /["\\\n]/g,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  );
  return [
    '@font-face {',
    `  font-family: "${family}";`,
    `  font-weight: ${font.weight};`,
    `  font-style: ${font.style};`,
    ...(font.sizeAdjust === undefined || font.sizeAdjust === 1
      ? []
      : [`  size-adjust: ${font.sizeAdjust * 100}%;`]),
    `  src: url("${fontPath(font)}");`,
    '}',
  ].join('\n');
}

function fontPath(font: SubsetFont): string {
  return `fonts/${safeName(font.fileName)}`;
}

/** Only characters that every zip tool, URL and CSS string carries unchanged. */
function safeName(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]/g, '-').replace(/^[.-]+/, '') || 'file';
}
