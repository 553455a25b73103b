import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../scripts/diagnostics/catalogue.js';
import type { MessageEntry, Messages, Wording } from '../../scripts/diagnostics/message.js';
import { projectFolder, readSourceTree } from './source-tree.js';

const folder = join(projectFolder, 'scripts', 'diagnostics', 'messages');
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
// `manuscript.ts` only joins the tables of the folder `manuscript/`.
const tables = await Promise.all(
  names.filter((name) => name.endsWith('.ts') && !names.includes(name.replace(/\.ts$/, ''))).map(readTable),
);
const entries: readonly (readonly [string, MessageEntry])[] = Object.entries(catalogue);

describe('the catalogue of messages', () => {
  it.each(tables)('has the codes of $file in order', ({ codes }) => {
    expect(codes).toEqual([...codes].sort());
  });

  it('has every code once, and every file of messages', () => {
    const codes = tables.flatMap((table) => table.codes);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(entries.map(([code]) => code).sort()).toEqual([...codes].sort());
  });

  it('says the same in both languages: the same blanks, and a hint in both or in neither', () => {
    const uneven = entries.filter(
      ([, { en, 'zh-CN': zh }]) =>
        blanks(en).join() !== blanks(zh).join() || (en.hint === undefined) !== (zh.hint === undefined),
    );
    expect(uneven.map(([code]) => code)).toEqual([]);
  });

  it('tells with every error what to do, or is the fault that only Banxin can mend', () => {
    const silent = entries.filter(([, { severity, en }]) => severity === 'error' && en.hint === undefined);
    expect(silent.map(([code]) => code)).toEqual(['banxin-fault']);
  });

  it('has no code that nothing in scripts/ uses', () => {
    const files = readSourceTree().filter(({ path }) => !path.startsWith('diagnostics/messages/'));
    const strings = new Set(files.flatMap((file) => [...file.strings]));
    const templates = files.flatMap((file) => file.templates).filter(makesCodes);
    const isUsed = (code: string) => strings.has(code) || templates.some((texts) => fits(code, texts));
    expect(entries.map(([code]) => code).filter((code) => !isUsed(code))).toEqual([]);
  });
});

async function readTable(file: string): Promise<{ file: string; codes: readonly string[] }> {
  const module: Readonly<Record<string, Messages>> = await import(join(folder, file));
  return { file, codes: Object.values(module).flatMap((messages) => Object.keys(messages)) };
}

/** The names of all blanks of a wording, each once and sorted. */
function blanks({ message, hint = '' }: Wording): readonly string[] {
  const names = [...`${message} ${hint}`.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return [...new Set(names)].sort();
}

/** Whether a template can only be a family of codes, such as `pdf-text-${kind}`. */
function makesCodes(texts: readonly string[]): boolean {
  return /^[a-z]+-/.test(texts[0] ?? '') && texts.every((text) => /^[a-z-]*$/.test(text));
}

function fits(code: string, texts: readonly string[]): boolean {
  return new RegExp(`^${texts.join('[a-z-]+')}$`).test(code);
}
