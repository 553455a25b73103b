import { customProperties } from './custom-properties.js';

/** By the name of a family in the style sheets, the family that is tried before it in one language. */
export type RegionalFamilies = ReadonlyMap<string, string>;

/** A list of families, each with that of the language before it; what it lacks still comes from the theme's own. */
export function inRegion(text: string, families: RegionalFamilies): string {
  return text.replace(/(["'])([^"']+)\1/g, (quoted, _quote, family: string) => {
    const regional = families.get(family);
    return regional === undefined ? quoted : `"${regional}", ${quoted}`;
  });
}

/**
 * The style sheet with the families of the book's language, and for each other language of the book the same rules
 * with its own. A rule of a voice holds for the element, and for what stands in it in another language.
 */
export function regionalCss(
  css: string,
  families: RegionalFamilies,
  byLanguage: ReadonlyMap<string, RegionalFamilies>,
): string {
  if (byLanguage.size === 0) return inFamilyLists(css, families);
  const tokens = [...customProperties(css)].filter(([, value]) => namesOne(value, byLanguage));
  const names = new Set(tokens.map(([name]) => name));
  const sheet = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(rule, (whole, selector: string, body: string) => {
      const own = inFamilyLists(whole, families);
      const voice = voiceOf(body);
      if (/^\s*(?:@|:root\s*$)/.test(selector) || voice === undefined) return own;
      const isRegional = namesOne(voice, byLanguage) || variables(voice).some((name) => names.has(name));
      if (!isRegional) return own;
      return [
        own,
        ...[...byLanguage].map(([tag, regional]) => variant(selector, tag, inRegion(voice, regional))),
      ].join('\n');
    });
  const blocks = [...byLanguage].map(
    ([tag, regional]) =>
      `:lang(${tag}) {\n${tokens.map(([name, value]) => `  ${name}: ${inRegion(value, regional)};\n`).join('')}}\n`,
  );
  return [sheet, ...(tokens.length > 0 ? blocks : [])].join('\n');
}

/** A rule without rules in it: what stands before its brace, and its declarations. */
const rule = /((?<=^|[{};])[^{};]*)\{([^{}]*)\}/g;

function inFamilyLists(css: string, families: RegionalFamilies): string {
  if (families.size === 0) return css;
  return css.replace(/((?:font-family|--[\w-]+)\s*:)([^;{}]+)/g, (_all, name: string, value: string) => {
    return name + inRegion(value, families);
  });
}

function voiceOf(declarations: string): string | undefined {
  return /(?:^|[;\s])font-family\s*:\s*([^;]+)/.exec(declarations)?.[1]?.trim();
}

function namesOne(value: string, byLanguage: ReadonlyMap<string, RegionalFamilies>): boolean {
  return [...byLanguage.values()].some((families) => inRegion(value, families) !== value);
}

function variables(value: string): readonly string[] {
  return [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name ?? '');
}

/** Two rules, for a reader that knows no `:where` drops the rule that has it. */
function variant(selector: string, tag: string, families: string): string {
  const parts = alternatives(selector).map((one) => /^(.*?)(::[\w-]+)?$/s.exec(one.trim()) ?? []);
  const own = parts.map(([, subject = '', pseudo = '']) => `${subject}:lang(${tag})${pseudo}`);
  const inside = parts.flatMap(([, subject = '', pseudo]) =>
    pseudo ? [] : [`${subject} :where([lang]:lang(${tag}))`],
  );
  return [own, inside]
    .filter((list) => list.length > 0)
    .map((list) => `${list.join(', ')} { font-family: ${families}; }`)
    .join('\n');
}

/** The selectors of a list; a comma within brackets parts none. */
function alternatives(list: string): readonly string[] {
  const found = [''];
  let depth = 0;
  for (const character of list) {
    if (character === '(' || character === '[') depth++;
    if (character === ')' || character === ']') depth--;
    if (character === ',' && depth === 0) found.push('');
    else found.push((found.pop() ?? '') + character);
  }
  return found;
}
