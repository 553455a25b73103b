/**
 * Writes the values of custom properties into a style sheet, since many e-readers know no `var()`.
 * Properties are those set in `:root` blocks, the last setting of a name winning; a `var()` of an
 * unset name keeps its fallback. The `:root` blocks themselves are left out of the result.
 */
export function resolveCustomProperties(css: string): string {
  const { values, rest } = takeProperties(css);
  return substitute(rest, values, 0).replace(/^\s*\n/gm, '');
}

/** The properties of the `:root` blocks, each with what its value comes to. */
export function customProperties(css: string): ReadonlyMap<string, string> {
  const { values } = takeProperties(css);
  return new Map([...values].map(([name, value]) => [name, substitute(value, values, 0)]));
}

function takeProperties(css: string): {
  readonly values: ReadonlyMap<string, string>;
  readonly rest: string;
} {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const values = new Map<string, string>();
  const rest = bare.replace(/:root\s*\{([^}]*)\}/g, (_block, body: string) => {
    for (const [, name, value] of body.matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g)) {
      if (name !== undefined && value !== undefined) values.set(name, value.trim());
    }
    return '';
  });
  return { values, rest };
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
