import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { charactersMessages } from '../../scripts/diagnostics/messages/normalize/characters.js';
import { structureMessages } from '../../scripts/diagnostics/messages/normalize/structure.js';
import { forcedRoles } from '../../scripts/normalize/decisions/decision.js';

const project = join(import.meta.dirname, '..', '..');
const folder = join(project, 'templates', 'review');
const words: Readonly<Record<'en' | 'zh', Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(join(folder, 'words.json'), 'utf8'),
);
const scripts = readdirSync(join(folder, 'scripts')).map((name) =>
  readFileSync(join(folder, 'scripts', name), 'utf8'),
);

/** The names of a union of strings in a source file, as they stand there. */
function namesIn(path: string, type: RegExp): readonly string[] {
  const [, union = ''] = type.exec(readFileSync(join(project, 'scripts', 'normalize', path), 'utf8')) ?? [];
  return [...union.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name);
}

describe('the words of the review', () => {
  it('are there in both languages, with the same blanks', () => {
    expect(Object.keys(words.zh)).toEqual(Object.keys(words.en));
    const blanks = (text = ''): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
    const uneven = Object.keys(words.en).filter((key) => blanks(words.en[key]) !== blanks(words.zh[key]));
    expect(uneven).toEqual([]);
  });

  it('have a name for every rule, role and flag that the normalizer knows', () => {
    const rules = [
      ...namesIn('text/edits.ts', /type EditRule =([^;]*);/),
      ...namesIn('text/segments.ts', /type StructureRule =([^;]*);/),
      ...namesIn('ledger/ledger-rows.ts', /readonly rule: ([^;]*);/),
    ];
    const flags = [...Object.keys(charactersMessages), ...Object.keys(structureMessages)];
    const roles = namesIn('text/segments.ts', /type Role =([^;]*);/);
    expect(rules.length).toBeGreaterThan(20);
    expect(roles.length).toBeGreaterThan(10);
    const wanted = [
      ...[...rules, ...flags.filter((code) => !code.endsWith('-more'))].map((rule) => `rule.${rule}`),
      ...[...roles, ...forcedRoles].map((role) => `role.${role}`),
    ];
    expect(wanted.filter((key) => words.zh[key] === undefined)).toEqual([]);
  });

  it('are all that the page asks for by name', () => {
    const asked = scripts.flatMap((script) =>
      [...script.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key),
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => words.en[key] === undefined)).toEqual([]);
  });
});
