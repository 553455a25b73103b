/** Width of the narrowest bar in mm at 80 % of nominal size, the least that GS1 allows (GB 12904, ISO/IEC 15420). */
const moduleWidth = 0.33 * 0.8;
/** Room in modules that must stay white left and right of the bars (ISO/IEC 15420, 4.3.4). */
const quiet = { left: 11, right: 7 };
/** All in modules: the bars of a whole symbol, and how far the guards reach down among the digits. */
const bars = { width: 95, height: 69.24, guard: 5 };
/** Digits hang under the bars, one to the seven modules of each. */
const digit = { pitch: 7, size: 9.6, baseline: 8 };

interface Bar {
  readonly from: number;
  readonly width: number;
}

/**
 * The EAN-13 of a valid ISBN as SVG in black, bars as one path, digits as text, sized in mm with its quiet zones, which may hang
 * over the edge of the type area (`data-hangs`);
 * an ISBN-10 gets its prefix 978 (ISO 2108). An add-on of two or five digits (a price, an issue) stands to the right.
 */
export async function isbnBarcode(isbn: string, addOn?: string): Promise<string> {
  const number = ean13Of(isbn);
  const found = await barsOf(addOn === undefined ? number : `${number} ${addOn}`);
  const path = found.map(drawn).join('');
  const end = Math.max(...found.map(({ from, width: own }) => from + own));
  const [width, height] = [quiet.left + end + quiet.right, bars.height + digit.baseline + 1];
  const size = [width, height].map((modules) => `${(modules * moduleWidth).toFixed(2)}mm`);
  return [
    `<svg data-hangs role="img" aria-label="ISBN ${isbn}" width="${size[0]}" height="${size[1]}" viewBox="${-quiet.left} 0 ${width} ${height}">`,
    `<path d="${path}"/>`,
    digitsOf(number),
    ...(addOn === undefined ? [] : [addOnDigits(addOn, found)]),
    '</svg>',
  ].join('');
}

/** The thirteen digits of an ISBN-10 or ISBN-13. */
export function ean13Of(isbn: string): string {
  const digits = isbn.replace(/[^\dXx]/g, '');
  if (digits.length === 13) return digits;
  const body = `978${digits.slice(0, 9)}`;
  const sum = [...body].reduce((total, each, index) => total + Number(each) * (index % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** The dark bars from left to right, in modules from the first guard. */
async function barsOf(number: string): Promise<readonly Bar[]> {
  // 2 MB that only books with an ISBN need.
  const { render } = await import('bwip-js/generic');
  const found: Bar[] = [];
  // Two units to a module, so that the middle of every bar is a whole number.
  const drawing = {
    scale: (): [number, number] => [2, 2],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: () => undefined,
    line: (middle: number, _top: number, _x: number, _bottom: number, width: number) =>
      found.push({ from: (middle - width / 2) / 2, width: width / 2 }),
    polygon: () => undefined,
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => found,
  };
  return render({ bcid: 'ean13', text: number, scale: 2 }, drawing);
}

function drawn({ from, width }: Bar): string {
  // The add-on's bars begin under its digits and end where the guards do (ISO/IEC 15420, 4.3.3).
  if (from >= bars.width)
    return `M${from} ${addOnTop}h${width}v${bars.height + bars.guard - addOnTop}h${-width}z`;
  const isGuard = from < 3 || from >= bars.width - 3 || (from >= 45 && from < 50);
  const height = bars.height + (isGuard ? bars.guard : 0);
  return `M${from} 0h${width}v${height}h${-width}z`;
}

/** Room for the add-on's digits above its bars, modules. */
const addOnTop = 11;

/** The digits of the add-on, spread over its bars. */
function addOnDigits(addOn: string, found: readonly Bar[]): string {
  const own = found.filter(({ from }) => from >= bars.width);
  const [start, end] = [own[0]?.from ?? 0, (own.at(-1)?.from ?? 0) + (own.at(-1)?.width ?? 0)];
  const places = [...addOn].map((_, index) =>
    (start + ((index + 0.5) * (end - start)) / addOn.length).toFixed(1),
  );
  return `<text x="${places.join(' ')}" y="${addOnTop - 2}" font-size="${digit.size}" text-anchor="middle">${addOn}</text>`;
}

/** The first digit in the quiet zone, six under each half. */
function digitsOf(number: string): string {
  const places = [...number].map((_, index) => {
    if (index === 0) return -digit.pitch;
    return (index < 7 ? 3 : 8) + digit.pitch * (index - 0.5);
  });
  return `<text x="${places.join(' ')}" y="${bars.height + digit.baseline}" font-size="${digit.size}" text-anchor="middle">${number}</text>`;
}
