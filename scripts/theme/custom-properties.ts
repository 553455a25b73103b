/**
 * Writes the values of custom properties into a style sheet, since many e-readers know no `var()`.
 * Properties are those set in `:root` blocks, the last setting of a name winning; a `var()` of an
 * unset name keeps its fallback. The `:root` blocks themselves are left out of the result.
 */
export function resolveCustomProperties(css: string): string {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const values = new Map<string, string>();
  const rules = bare.replace(/:root\s*\{([^}]*)\}/g, (_block, body: string) => {
    for (const [, name, value] of body.matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g)) {
      if (name !== undefined && value !== undefined) values.set(name, value.trim());
    }
    return '';
  });
  return substitute(rules, values, 0).replace(/^\s*\n/gm, '');
}

/** Values may name other properties; ten levels are more than any style sheet has, and end a circle. */
function substitute(css: string, values: ReadonlyMap<string, string>, depth: number): string {
  if (depth > 10) return css;
  return css.replace(
    /var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/g,
    (_whole, name: string, fallback: string | undefined) =>
      substitute(values.get(name) ?? fallback?.trim() ?? 'initial', values, depth + 1),
  );
}
