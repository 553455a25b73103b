import type { BodyType, TrimSize } from '../model/theme.js';

/**
 * The page of a trim size as CSS: size, margins with the inner one at the spine, and the tokens that
 * print style sheets build on. Paged.js evaluates no calc() in @page, so all lengths are worked out here.
 */
export function pageGeometryCss(trim: TrimSize, body: BodyType): string {
  const { head, foot, inner, outer } = trim.margins;
  return `
:root {
  --size: ${body.size}pt;
  --line: ${body.line}pt;
  --page-lines: ${trim.typeArea.lines};
  --page-characters: ${trim.typeArea.characters};
}
@page { size: ${mm(trim.width)} ${mm(trim.height)}; }
@page :left { margin: ${mm(head)} ${mm(inner)} ${mm(foot)} ${mm(outer)}; }
@page :right { margin: ${mm(head)} ${mm(outer)} ${mm(foot)} ${mm(inner)}; }
`;
}

/** Millimetres with four places: a tenth of a thousandth is finer than a browser's own unit (1/64 px). */
function mm(length: number): string {
  return `${Number(length.toFixed(4))}mm`;
}
