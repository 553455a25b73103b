import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allRules } from './rules/all-rules.js';
import { ruleTable } from './rules/rule-table.js';
import { normalized } from './texts.js';

describe.each(allRules)('the rule $rule', ({ rule, fires, holdsBack }) => {
  it.each(fires)('fires at $show', ({ raw, show, gives }) => {
    expect(raw).toContain(show);
    expect(markdownOf(raw)).toContain(gives);
    expect(rulesAt(raw, show)).toContain(rule);
  });

  it.each(holdsBack)('holds back at $show', ({ raw, show, gives }) => {
    expect(raw).toContain(show);
    expect(markdownOf(raw)).toContain(gives);
    expect(rulesAt(raw, show)).not.toContain(rule);
  });
});

describe('the table of rules', () => {
  it('has every rule that the normalizer knows, but for what an editor decides', () => {
    const known = [
      ...namesIn('text/edits.ts', /type EditRule =([^;]*);/),
      ...namesIn('text/segments.ts', /type StructureRule =([^;]*);/),
      ...namesIn('ledger/ledger-rows.ts', /readonly rule: ([^;]*);/),
    ];
    const shown = new Set<string>([...allRules.map(({ rule }) => rule), 'editor']);
    expect(known.length).toBeGreaterThan(30);
    expect(known.filter((rule) => !shown.has(rule))).toEqual([]);
  });

  it('in the README is made of these examples (`npx vitest -u` writes it)', async () => {
    const path = join(import.meta.dirname, '../../scripts/normalize/README.md');
    const [before = '', , after = ''] = (await readFile(path, 'utf8')).split(/<!-- \/?rules -->/);
    const readme = `${before}<!-- rules -->\n${ruleTable(allRules)}\n<!-- /rules -->${after}`;
    await expect(readme).toMatchFileSnapshot(path);
  });
});

/** The names of a union of strings in a source file, as they stand there. */
function namesIn(path: string, type: RegExp): readonly string[] {
  const file = join(import.meta.dirname, '../../scripts/normalize', path);
  const [, union = ''] = type.exec(readFileSync(file, 'utf8')) ?? [];
  return [...union.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name);
}

function markdownOf(raw: string): string {
  return normalized(raw)
    .chapters.map(({ markdown }) => markdown)
    .join('\n');
}

/** The rules of all edits and decisions that touch the first place where a stretch stands in a text. */
function rulesAt(raw: string, show: string): readonly string[] {
  const { text, edits, decisions } = normalized(raw);
  const from = text.indexOf(show);
  const to = from + show.length;
  const lines = (offset: number) => text.slice(0, offset).split('\n').length;
  const touching = edits.filter(({ start, end }) => start <= to && end >= from).map(({ rule }) => rule);
  const decided = decisions
    .filter(({ at }) => Number(at.split(':')[0]) >= lines(from) && Number(at.split(':')[0]) <= lines(to))
    .map(({ rule }) => rule);
  return [...touching, ...decided];
}
