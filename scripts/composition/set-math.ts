import type { Element, Root } from 'hast';

/** Greek letters and ∂ that mathematics sets italic, and where Unicode has them so (Mathematical Alphanumeric Symbols). */
const greek = new Map(
  [...'αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ'].map((letter, index) => [letter, 0x1d6fc + index] as const),
);

/**
 * A letter as a formula sets it: italic (MathML Core, 2.1.2 `math-auto`). Capital Greek stays upright as LaTeX has it.
 * Anything else stays what it is.
 */
export function mathItalic(letter: string): string {
  if (letter === 'h') return '\u210e';
  const point = letter.codePointAt(0) ?? 0;
  if (/^[A-Z]$/.test(letter)) return String.fromCodePoint(0x1d434 + point - 0x41);
  if (/^[a-z]$/.test(letter)) return String.fromCodePoint(0x1d44e + point - 0x61);
  const own = greek.get(letter);
  return own === undefined ? letter : String.fromCodePoint(own);
}

export function hasMath(parent: Root | Element): boolean {
  return parent.children.some(
    (child) => child.type === 'element' && (child.tagName === 'math' || hasMath(child)),
  );
}

/**
 * Writes the letters of formulas as they are printed, so that fonts are cut for them and the PDF can be held against
 * them: browsers would change them while drawing. Changes the tree in place.
 */
export function setMath(parent: Root | Element): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const [only, ...others] = child.children;
    const isIdentifier = child.tagName === 'mi' && child.properties.mathvariant !== 'normal';
    if (isIdentifier && only?.type === 'text' && others.length === 0) only.value = mathItalic(only.value);
    else setMath(child);
  }
}
