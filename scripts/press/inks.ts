import type { Theme } from '../model/theme.js';

/** Cyan, magenta, yellow, black, each from 0 to 1. */
export type Cmyk = readonly [number, number, number, number];

/** Red, green, blue, each from 0 to 1. */
export type Rgb = readonly [number, number, number];

/** What a colour is printed with: process colours, or a spot colour with its likeness in them. */
export interface Ink {
  readonly cmyk: Cmyk;
  readonly spot?: string;
}

/** Inks by colour, `#rrggbb`. */
export type InkTable = ReadonlyMap<string, Ink>;

/** `C M Y K` in per cent, or `name of a spot colour / C M Y K`; `undefined` for anything else. */
export function readInk(text: string): Ink | undefined {
  const slash = text.lastIndexOf('/');
  const spot = text.slice(0, Math.max(0, slash)).trim();
  const numbers = text
    .slice(slash + 1)
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [c = Number.NaN, m = Number.NaN, y = Number.NaN, k = Number.NaN] = numbers;
  const cmyk = [c / 100, m / 100, y / 100, k / 100] as const;
  if (numbers.length !== 4 || !cmyk.every((part) => part >= 0 && part <= 1)) return undefined;
  if (slash >= 0 && spot === '') return undefined;
  return { cmyk, ...(spot && { spot }) };
}

/** The inks of a book: its own word before the theme's; a name stands for the theme's value of that name. */
export function inkTable(
  theme: Pick<Theme, 'values' | 'inks'>,
  own: Readonly<Record<string, string>>,
): {
  readonly inks: InkTable;
  /** Names that are no colour of the theme, and inks that cannot be read. */
  readonly wrong: readonly string[];
} {
  const inks = new Map<string, Ink>();
  const wrong: string[] = [];
  for (const [name, text] of [...Object.entries(theme.inks ?? {}), ...Object.entries(own)]) {
    const colour = hexOf(name.startsWith('#') ? name : (theme.values[name] ?? ''));
    const ink = readInk(text);
    if (colour === undefined || !ink) wrong.push(`${name}: ${text}`);
    else inks.set(colour, ink);
  }
  return { inks, wrong };
}

/** `#abc` and `#aabbcc` in lower case with six digits. */
function hexOf(text: string): string | undefined {
  const [, digits] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const six = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return `#${six.toLowerCase()}`;
}

/** A colour as people write it. */
export function hex(rgb: Rgb): string {
  return `#${rgb
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** Browsers write colours with four places: two parts that differ by less are of one grey. */
export function greyOf([r, g, b]: Rgb): number | undefined {
  return Math.max(r, g, b) - Math.min(r, g, b) < 0.002 ? r : undefined;
}

/** Lightness as television has it (ITU-R BT.601), for printing in black alone. */
export function lightness([r, g, b]: Rgb): number {
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

/**
 * A colour in process colours without any profile, its grey part in black (ISO 32000-1 section 10.3.4, full undercolour
 * removal): no more than a likeness, for colours that nobody declared.
 */
export function likeness([r, g, b]: Rgb): Cmyk {
  const k = 1 - Math.max(r, g, b);
  return k >= 1 ? [0, 0, 0, 1] : [(1 - r - k) / (1 - k), (1 - g - k) / (1 - k), (1 - b - k) / (1 - k), k];
}
