import type { Element, Properties } from 'hast';

/** Elements that HTML 5 dropped (HTML Standard, section 16.2), and what says the same today. */
const replacements: Readonly<Record<string, { readonly tagName: string; readonly style?: string }>> = {
  acronym: { tagName: 'abbr' },
  big: { tagName: 'span', style: 'font-size: larger' },
  center: { tagName: 'div', style: 'text-align: center' },
  font: { tagName: 'span' },
  rb: { tagName: 'span' },
  strike: { tagName: 's' },
  tt: { tagName: 'code' },
};

/** Attributes that HTML 5 dropped; EPUBCheck calls each an error. `width` and `height` stay on pictures only. */
const obsolete = new Set([
  'align',
  'background',
  'bgColor',
  'border',
  'cellPadding',
  'cellSpacing',
  'clear',
  'color',
  'compact',
  'face',
  'frame',
  'hSpace',
  'link',
  'longDesc',
  'name',
  'noShade',
  'noWrap',
  'rev',
  'rules',
  'size',
  'summary',
  'vAlign',
  'vSpace',
  'axis',
  'char',
  'charOff',
]);
const sized = new Set(['img', 'svg', 'video', 'canvas']);
const namedElements = new Set(['form', 'input', 'map', 'meta', 'param', 'slot']);
const alignments = new Set(['left', 'right', 'center', 'justify']);

/**
 * Replaces what HTML 5 no longer allows by what it does: old elements, and attributes of looks (Markdown's
 * aligned table cells are such) by CSS. Not for SVG and MathML, which have attributes of the same names.
 */
export function modernize(element: Element): Element {
  const replacement = replacements[element.tagName];
  const tagName = replacement?.tagName ?? (isRubyWithoutText(element) ? 'span' : element.tagName);
  const styles = [replacement?.style, alignment(element.properties)].filter((style) => style !== undefined);
  const properties = Object.fromEntries(
    Object.entries(element.properties).filter(([name]) => !isObsolete(name, element.tagName)),
  );
  if (styles.length > 0) properties.style = [properties.style, ...styles].filter(Boolean).join('; ');
  if (tagName === 'thead') return { ...element, properties, children: withScopes(element.children) };
  return { ...element, tagName, properties };
}

function isObsolete(name: string, tagName: string): boolean {
  if (name === 'width' || name === 'height') return !sized.has(tagName);
  if (name === 'name') return !namedElements.has(tagName);
  return obsolete.has(name);
}

function alignment(properties: Properties): string | undefined {
  const align = String(properties.align ?? '').toLowerCase();
  return alignments.has(align) ? `text-align: ${align}` : undefined;
}

/** `ruby` without `rt` annotates nothing, and is an error to EPUBCheck. */
function isRubyWithoutText(element: Element): boolean {
  return (
    element.tagName === 'ruby' &&
    !element.children.some((child) => child.type === 'element' && child.tagName === 'rt')
  );
}

/** Says of head cells that they head their columns, for those who hear a table (WCAG 2.1, technique H63). */
function withScopes(children: Element['children']): Element['children'] {
  return children.map((child) => {
    if (child.type !== 'element') return child;
    if (child.tagName === 'tr') return { ...child, children: withScopes(child.children) };
    if (child.tagName !== 'th' || child.properties.scope) return child;
    return { ...child, properties: { ...child.properties, scope: 'col' } };
  });
}
