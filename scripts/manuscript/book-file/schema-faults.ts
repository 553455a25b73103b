import type { ErrorObject, ValidateFunction } from 'ajv';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, Place } from '../../model/diagnostic.js';
import { nearest } from '../../model/nearest.js';
import type { Outcome } from '../../model/outcome.js';
import { failure, success } from '../../model/outcome.js';
import { roleWords } from './contributor-role.js';
import { isbnFault } from './isbn.js';
import type { LocatedYaml, YamlPath } from './yaml-document.js';

/** What to say of a whole document that is no map. */
type NotAMap = 'book-yaml-not-a-map' | 'front-matter-not-a-map';

/** Validates located YAML by a schema: the typed value, or each fault at the place where it was written. */
export function validate<T>(yaml: LocatedYaml, validator: ValidateFunction<T>, notAMap: NotAMap): Outcome<T> {
  const value = yaml.value;
  if (validator(value)) return success(value);
  // `if` only repeats that its `then` or `else` failed.
  const errors = (validator.errors ?? []).filter((error) => error.keyword !== 'if');
  return failure(errors.map((error) => faultOf(error, yaml, notAMap)).toSorted(byPlace));
}

/**
 * What is left of a map when the keys with faults under them are taken out; so one wrong date does not keep the
 * chapters from being read and reported too.
 */
export function soundPart<T, Part>(
  yaml: LocatedYaml,
  whole: ValidateFunction<T>,
  part: ValidateFunction<Part>,
): Part | undefined {
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) return undefined;
  whole(yaml.value);
  const faulty = new Set((whole.errors ?? []).map(topKeyOf));
  const sound: unknown = Object.fromEntries(Object.entries(yaml.value).filter(([key]) => !faulty.has(key)));
  return part(sound) ? sound : undefined;
}

function topKeyOf(error: ErrorObject): string {
  const [top] = pathOf(error.instancePath);
  return String(top ?? error.params.additionalProperty ?? '');
}

function faultOf(error: ErrorObject, yaml: LocatedYaml, notAMap: NotAMap): Diagnostic {
  const path = pathOf(error.instancePath);
  const key = nameOf(path);
  const value = typeof error.data === 'string' ? error.data : '';
  const place = yaml.placeOf(path, 'value');
  if (path.length === 0 && error.keyword === 'type')
    return diagnose(notAMap, { found: kindOf(error.data) }, place);
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(error, path, yaml);
    case 'required':
      return diagnose('key-missing', { key: String(error.params.missingProperty) }, place);
    case 'enum': {
      // Editors know `2` as a number, this file as a text; both are allowed, and told once.
      const known = [...new Set([error.params.allowedValues].flat().map(String))];
      return diagnose(
        'value-unknown',
        { key, value, nearest: nearest(value, known), known: known.join(', ') },
        place,
      );
    }
    case 'minItems':
    case 'minProperties':
      return diagnose('list-empty', { key }, place);
    case 'format':
      return badFormat(String(error.params.format), key, value, place);
    default:
      return diagnose('value-type', { key, expected: typesOf(error), found: kindOf(error.data) }, place);
  }
}

function unknownKey(error: ErrorObject, path: YamlPath, yaml: LocatedYaml): Diagnostic {
  const key = String(error.params.additionalProperty);
  const known = Object.keys(error.parentSchema?.properties ?? {});
  const values = { key, nearest: nearest(key, known), known: known.join(', ') };
  return diagnose('key-unknown', values, yaml.placeOf([...path, key], 'key'));
}

function badFormat(format: string, key: string, value: string, place: Place): Diagnostic {
  switch (format) {
    case 'isbn':
    case 'isbn-or-uuid':
      return isbnFault(value) === 'check-digit'
        ? diagnose('isbn-check-digit', { key, value }, place)
        : diagnose('isbn-form', { key, value }, place);
    case 'publication-date':
      return diagnose('date-wrong', { key, value }, place);
    case 'language-tag':
      return diagnose('language-unknown', { key, value }, place);
    case 'contributor-role':
      return diagnose('role-unknown', { value, nearest: nearest(value, roleWords) }, place);
    case 'words':
      return diagnose('value-empty', { key }, place);
    default:
      return diagnose('name-wrong', { key, value }, place);
  }
}

function pathOf(pointer: string): YamlPath {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** `authors[1].role` as people write it. */
function nameOf(path: YamlPath): string {
  const name = path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${step}`)).join('');
  return name.replace(/^\./, '');
}

function typesOf(error: ErrorObject): string {
  const type: unknown = error.params.type;
  const names: Readonly<Record<string, string>> = { array: 'list', object: 'map', string: 'text' };
  return [type]
    .flat()
    .map((name) => names[String(name)] ?? String(name))
    .join(' / ');
}

function kindOf(data: unknown): string {
  if (Array.isArray(data)) return 'list';
  return typeof data === 'object' && data !== null ? 'map' : 'text';
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
}
