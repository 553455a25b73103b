import type { BookSchema, FrontMatter } from '../book-file/schema.js';
import { validate } from '../book-file/schema-faults.js';
import { type LocatedYaml, readYaml } from '../book-file/yaml-document.js';
import type { Findings } from '../findings.js';

/** A chapter's text parted into what is said of it and what it says. */
export interface PartedChapter {
  readonly frontMatter: FrontMatter;
  /** The Markdown on the lines where it stood, front matter blanked out: line numbers need no offset. */
  readonly markdown: string;
}

/**
 * Parts front matter from a chapter: YAML between a first line `---` and the next such line. A first line `---`
 * that no other follows is a rule of the text, and an error where keys of front matter stand right below it.
 */
export function partFrontMatter(text: string, schema: BookSchema, findings: Findings): PartedChapter {
  const opening = /^---[ \t]*\n/.exec(text)?.[0];
  const closing = opening === undefined ? null : /^---[ \t]*$/m.exec(text.slice(opening.length));
  if (opening === undefined) return { frontMatter: {}, markdown: text };
  if (!closing) {
    const key = keyBelow(text.slice(opening.length), schema);
    if (key !== undefined) findings.report('front-matter-unclosed', { key }, 1);
    return { frontMatter: {}, markdown: text };
  }
  const yaml = text.slice(opening.length, opening.length + closing.index);
  const rest = text.slice(opening.length + closing.index + closing[0].length);
  const blank = '\n'.repeat(yaml.split('\n').length);
  return { frontMatter: readFrontMatter(yaml, schema, findings), markdown: blank + rest };
}

/** The first key that front matter may have on the lines up to a blank one. */
function keyBelow(text: string, schema: BookSchema): string | undefined {
  const blank = text.search(/^[ \t]*$/m);
  const head = blank < 0 ? text : text.slice(0, blank);
  const keys = [...head.matchAll(/^([a-z][a-z-]*)[ \t]*:(?:[ \t]|$)/gm)].map(([, key]) => key ?? '');
  return keys.find((key) => {
    schema.frontMatter({ [key]: '' });
    return !schema.frontMatter.errors?.some(({ keyword }) => keyword === 'additionalProperties');
  });
}

function readFrontMatter(yaml: string, schema: BookSchema, findings: Findings): FrontMatter {
  if (yaml.trim() === '') return {};
  const read = readYaml({ text: yaml, file: findings.file, firstLine: 2 });
  findings.add(read.diagnostics);
  // Nothing but comments is read as an empty text.
  if (!read.value?.value) return {};
  const own = withoutForeign(read.value, findings);
  const valid = validate(own, schema.frontMatter, 'front-matter-not-a-map');
  findings.add(valid.diagnostics);
  return valid.value ?? {};
}

/** Keys that other tools read (pandoc, VFM, Hugo, Jekyll, mdBook): they say nothing here, and are no mistakes. */
const foreign: ReadonlySet<string> = new Set(
  'abstract aliases author authors base bibliography body categories class css csl date description dir documentclass draft geometry head header-includes html id keywords layout link meta nocite permalink script slug style subject subtitle tags theme toc vfm weight'.split(
    ' ',
  ),
);

function withoutForeign(yaml: LocatedYaml, findings: Findings): LocatedYaml {
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) return yaml;
  const entries = Object.entries(yaml.value);
  const left = entries.filter(([key]) => foreign.has(key)).map(([key]) => key);
  if (left.length === 0) return yaml;
  findings.report(
    'front-matter-foreign',
    { keys: left.join(', ') },
    yaml.placeOf([left[0] ?? ''], 'key').line,
  );
  return { ...yaml, value: Object.fromEntries(entries.filter(([key]) => !foreign.has(key))) };
}
