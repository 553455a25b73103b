import type { Diagnostic } from '../../../model/diagnostic.js';
import { nearest } from '../../../model/nearest.js';
import {
  type CslDate,
  type CslItem,
  type CslName,
  type CslValue,
  cslTypes,
  dateVariables,
  nameVariables,
} from '../csl-item.js';
import { readEdtf } from '../edtf.js';
import { type LibraryEntry, type Report, reportInto } from '../library.js';
import { linesOf } from '../lines.js';
import { scanJson } from './scan-json.js';

/** Reads a list of CSL-JSON items (github.com/citation-style-language/schema); values of a wrong form are left out. */
export function readCslJson(text: string, file: string, report: Report): readonly LibraryEntry[] | undefined {
  const lineAt = linesOf(text);
  const scanned = scanJson(text);
  if ('fault' in scanned) {
    report('library-not-json', {}, lineAt(scanned.fault));
    return undefined;
  }
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) {
    report('library-not-a-list', {}, 1);
    return undefined;
  }
  return list.flatMap((value: unknown, index) => {
    const line = lineAt(scanned.starts[index] ?? 0);
    if (!isMap(value)) {
      report('library-entry-unreadable', {}, line);
      return [];
    }
    const id = typeof value.id === 'number' ? String(value.id) : value.id;
    if (typeof id !== 'string' || id === '') {
      report('library-key-missing', {}, line);
      return [];
    }
    const found: Diagnostic[] = [];
    const item = readItem(id, value, line, reportInto(found, file));
    return [{ item, place: { file, line }, diagnostics: found }];
  });
}

function readItem(
  id: string,
  values: Readonly<Record<string, unknown>>,
  line: number,
  report: Report,
): CslItem {
  const type = typeof values.type === 'string' ? values.type : '';
  const isKnown = cslTypes.has(type);
  if (!isKnown)
    report('library-type-unknown', { key: id, type, nearest: nearest(type, [...cslTypes]) }, line);
  const item: Record<string, CslValue> = {};
  for (const [variable, value] of Object.entries(values)) {
    if (variable === 'id' || variable === 'type') continue;
    const read = readValue(variable, value);
    if (read !== undefined) item[variable] = read;
    else if (isExpected(variable, value)) report('library-value-wrong', { key: id, variable }, line);
  }
  return { ...item, id, type: isKnown ? type : 'document' };
}

/** Lists and maps that are neither names nor dates (`custom`, `categories`) are other programs' own, and no fault. */
function isExpected(variable: string, value: unknown): boolean {
  if (value === null) return false;
  return nameVariables.has(variable) || dateVariables.has(variable) || variable === 'language';
}

function readValue(variable: string, value: unknown): CslValue | undefined {
  if (nameVariables.has(variable)) return readNames(value);
  if (dateVariables.has(variable)) return readDate(value);
  if (variable === 'language') return typeof value === 'string' ? value : undefined;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

const nameParts = [
  'family',
  'given',
  'literal',
  'suffix',
  'non-dropping-particle',
  'dropping-particle',
] as const;

function readNames(value: unknown): readonly CslName[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value.map(readName).filter((name) => name !== undefined);
  return names.length === value.length ? names : undefined;
}

function readName(value: unknown): CslName | undefined {
  if (!isMap(value)) return undefined;
  const parts = nameParts.flatMap((part) => {
    const text = value[part];
    return typeof text === 'string' && text !== '' ? [[part, text] as const] : [];
  });
  if (parts.length === 0) return undefined;
  return { ...Object.fromEntries(parts), ...(value['comma-suffix'] === true && { 'comma-suffix': true }) };
}

function readDate(value: unknown): CslDate | undefined {
  if (!isMap(value)) return undefined;
  const words = [value.literal, value.raw].find((text) => typeof text === 'string');
  const parts = readDateParts(value['date-parts']);
  const season = Number(value.season);
  if (!parts) return typeof words === 'string' ? (readEdtf(words) ?? { literal: words }) : undefined;
  return {
    'date-parts': parts,
    ...(season >= 1 && season <= 4 && { season }),
    ...(value.circa !== undefined && value.circa !== false && { circa: true }),
  };
}

/** Numbers may be written as texts; a date has one to three of them, a span two dates. */
function readDateParts(value: unknown): readonly (readonly number[])[] | undefined {
  if (!Array.isArray(value) || value.length < 1 || value.length > 2) return undefined;
  const dates = value.map((date: unknown) => (Array.isArray(date) ? date.map(Number) : []));
  const isSound = dates.every(
    (date) => date.length >= 1 && date.length <= 3 && date.every((part) => Number.isInteger(part)),
  );
  return isSound ? dates : undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
