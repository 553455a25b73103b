import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { packageRoot } from '../../scripts/files/package-root.js';
import { relatorCode, roleWords } from '../../scripts/manuscript/book-file/contributor-role.js';
import { isbnFault, isUuidUrn } from '../../scripts/manuscript/book-file/isbn.js';
import { canonicalLanguage } from '../../scripts/manuscript/book-file/language-tag.js';
import { marcRelators } from '../../scripts/manuscript/book-file/marc-relators.js';
import { isPublicationDate } from '../../scripts/manuscript/book-file/publication-date.js';
import { formats } from '../../scripts/manuscript/book-file/schema.js';

const schema = JSON.parse(readFileSync(join(packageRoot, 'templates/book.schema.json'), 'utf8'));

/** Every schema of a property, with its name; references are followed one step. */
function keys(node: unknown): [string, Record<string, unknown>][] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.entries(node).flatMap(([, value]) => keys(value));
  const properties =
    'properties' in node ? Object.entries(node.properties as Record<string, Record<string, unknown>>) : [];
  return [...properties, ...below];
}

test('the schema is a valid JSON Schema of draft 2020-12', () => {
  expect(new Ajv2020({ strict: false }).validateSchema(schema)).toBe(true);
});

test('every key that an editor completes is described in English and Chinese', () => {
  expect(keys(schema).length).toBeGreaterThan(25);
  for (const [name, key] of keys(schema)) {
    const target = typeof key.$ref === 'string' ? schema.$defs[key.$ref.split('/').at(-1) ?? ''] : key;
    const description = String(key.description ?? target.description ?? '');
    expect([name, /[A-Za-z]{3}/.test(description), /\p{Script=Han}{2}/u.test(description)]).toEqual([
      name,
      true,
      true,
    ]);
  }
});

test('every format that the schema names is known, and every known one is named', () => {
  const named = new Set(
    JSON.stringify(schema)
      .match(/"format":"[^"]*"/g)
      ?.map((text) => text.slice(10, -1)),
  );
  expect([...named].toSorted()).toEqual(Object.keys(formats).toSorted());
});

test('ISBNs are checked by their check digits', () => {
  for (const good of [
    '978-7-02-000220-7',
    '9787020002207',
    '7-02-000220-X',
    '0-306-40615-2',
    '978 0 306 40615 7',
  ]) {
    expect([good, isbnFault(good)]).toEqual([good, undefined]);
  }
  for (const wrong of ['978-7-02-000220-6', '0-306-40615-3']) expect(isbnFault(wrong)).toBe('check-digit');
  for (const none of ['', '978', '1234567890123', '97870200022O7', '978–7–02–000220–7', '--', 'X234567890']) {
    expect([none, isbnFault(none)]).toEqual([none, 'form']);
  }
  expect(isUuidUrn('urn:uuid:123e4567-e89b-12d3-a456-426614174000')).toBe(true);
  expect(isUuidUrn('123e4567-e89b-12d3-a456-426614174000')).toBe(false);
});

test('dates, languages and roles are what standards say they are', () => {
  for (const date of ['2024', '2024-02', '2024-02-29', '1900-12-31'])
    expect(isPublicationDate(date)).toBe(true);
  for (const date of ['24', '2024-13', '2024-2', '2023-02-29', '2024-00', '2024-01-01T00:00'])
    expect(isPublicationDate(date)).toBe(false);
  expect(['zh-hans-cn', 'ja', 'yue', 'zh-Latn-pinyin'].map(canonicalLanguage)).toEqual([
    'zh-Hans-CN',
    'ja',
    'yue',
    'zh-Latn-pinyin',
  ]);
  expect(['chinese', 'zh_CN', '', '中文', 'zh-'].map(canonicalLanguage)).toEqual(Array(5).fill(undefined));
  expect(['作者', 'Translator', 'ILL', '譯者', 'xyz', ''].map(relatorCode)).toEqual([
    'aut',
    'trl',
    'ill',
    'trl',
    undefined,
    undefined,
  ]);
  for (const word of roleWords) expect(marcRelators).toContain(relatorCode(word));
});
