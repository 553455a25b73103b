/** Width of the narrowest bar in mm at 80 % of nominal size, the least that GS1 allows (GB 12904, ISO/IEC 15420). */
const moduleWidth = 0.33 * 0.8;
/** Units of the drawing to one module. */
const scale = 2;

/**
 * The EAN-13 of a valid ISBN as SVG in black, bars and digits as paths, sized in mm; an ISBN-10 gets its prefix
 * 978 (ISO 2108). The room that must stay white left and right is up to the style sheet: 11 and 7 modules.
 */
export async function isbnBarcode(isbn: string): Promise<string> {
  // 2 MB that only books with an ISBN need.
  const { toSVG } = await import('bwip-js/generic');
  const svg = toSVG({ bcid: 'ean13', text: ean13Of(isbn), includetext: true, scale });
  const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const size = [width, height].map((units) => `${((Number(units) / scale) * moduleWidth).toFixed(3)}mm`);
  return svg
    .replace('<svg ', `<svg role="img" aria-label="ISBN ${isbn}" width="${size[0]}" height="${size[1]}" `)
    .replaceAll('\n', '');
}

/** The thirteen digits of an ISBN-10 or ISBN-13. */
export function ean13Of(isbn: string): string {
  const digits = isbn.replace(/[^\dXx]/g, '');
  if (digits.length === 13) return digits;
  const body = `978${digits.slice(0, 9)}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
