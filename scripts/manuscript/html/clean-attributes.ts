import type { Element, Properties } from 'hast';
import type { Findings } from '../findings.js';
import { safeAttributes } from './safe-html.js';

type Value = Properties[string];

/** What an attribute's value must look like, beyond being text. */
const valid: Readonly<Record<string, (value: Value) => boolean>> = {
  cite: (value) => /^https?:\/\/\S+$/i.test(String(value)) && URL.canParse(String(value)),
  colSpan: isCount,
  dateTime: (value) => isMoment(String(value).trim()),
  dir: (value) => ['ltr', 'rtl', 'auto'].includes(String(value).toLowerCase()),
  height: isCount,
  // HTML Standard, 3.2.6: at least one character, and no white space.
  id: (value) => /^\S+$/.test(String(value)),
  lang: (value) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(String(value)),
  rowSpan: isCount,
  scope: (value) => ['row', 'col', 'rowgroup', 'colgroup'].includes(String(value).toLowerCase()),
  span: isCount,
  start: isInteger,
  type: (value) => /^[1aAiI]$/.test(String(value)),
  value: isInteger,
  width: isCount,
};

/** A date, with or without a time of day (HTML Standard, 2.3.5): what `del`, `ins` and `time` all may say. */
function isMoment(value: string): boolean {
  const moment =
    /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:?\d{2}))?$/.exec(
      value,
    );
  const date = moment?.[1];
  return date !== undefined && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) === true;
}

/** A huge span would make a layout engine build as many cells. */
function isCount(value: Value): boolean {
  return /^\d{1,5}$/.test(String(value));
}

function isInteger(value: Value): boolean {
  return /^-?\d{1,9}$/.test(String(value));
}

/** The attributes of an element that are safe; each one that is not is reported. */
export function cleanAttributes(element: Element, findings: Findings, line: number | undefined): Properties {
  const known = new Set([...(safeAttributes['*'] ?? []), ...(safeAttributes[element.tagName] ?? [])]);
  const clean: Properties = {};
  for (const [name, value] of Object.entries(withId(element))) {
    if (known.has(name) && (valid[name]?.(value) ?? true)) {
      clean[name] = value;
    } else {
      const values = {
        element: element.tagName,
        attribute: attributeName(name),
        value: shorten(String(value)),
      };
      findings.report('html-attribute-refused', values, line);
    }
  }
  return clean;
}

/** `<a name="x">` is how old HTML named a place; HTML 5 has `id` for it. */
function withId({ tagName, properties }: Element): Properties {
  const { name, ...others } = properties;
  return tagName === 'a' && name !== undefined && others.id === undefined
    ? { ...others, id: name }
    : properties;
}

/** `onClick` is written `onclick`, `dataName` is `data-name`. */
function attributeName(property: string): string {
  if (/^(?:data|aria)[A-Z]/.test(property)) {
    return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  }
  return property === 'className' ? 'class' : property.toLowerCase();
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
