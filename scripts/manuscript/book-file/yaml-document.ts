import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, Place } from '../../model/diagnostic.js';
import type { Outcome } from '../../model/outcome.js';
import { failure, success } from '../../model/outcome.js';

/** YAML text with where it stands: `firstLine` is the line of `file` (from 1) on which it begins. */
export interface YamlText {
  readonly text: string;
  readonly file: string;
  readonly firstLine: number;
}

/** Keys and list positions that lead from the top of a document to a value. */
export type YamlPath = readonly (string | number)[];

/** A YAML document as plain data that knows where each part was written. */
export interface LocatedYaml {
  /** Maps, lists and strings only: `1984` is a title, `2024-10` a date, and an ISBN keeps its zeros. */
  readonly value: unknown;
  /** Whether the document itself has a key at its top; defaults that a schema fills in are not there. */
  readonly has: (key: string) => boolean;
  /** Where a value stands, or the key that leads to it; the nearest part above it if it is not there. */
  readonly placeOf: (path: YamlPath, part: 'key' | 'value') => Place;
}

/** A damaged file gives an error on nearly every line; more than this help nobody. */
const maxFaults = 10;

/**
 * Reads one YAML document with all its scalars as strings (YAML 1.2.2, section 10.1, failsafe schema). Every
 * fault of syntax is a diagnostic at its place. Aliases are refused: a settings file has no need of
 * them, and a few lines of them grow to gigabytes.
 */
export function readYaml(source: YamlText): Outcome<LocatedYaml> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: source.file, line: line + source.firstLine - 1, column: col };
  };
  const faults = [...syntaxFaults(document, source.text, placeAt), ...aliasFaults(document, placeAt)];
  if (faults.length > 0) return failure(faults.slice(0, maxFaults));
  const contents = document.contents;
  const placeOf = (path: YamlPath, part: 'key' | 'value'): Place => placeAt(offsetOf(contents, path, part));
  return success({ value: document.toJS(), has: (key) => document.has(key), placeOf });
}

type Document = ReturnType<typeof parseDocument>;

function syntaxFaults(document: Document, text: string, placeAt: (offset: number) => Place): Diagnostic[] {
  const seen = new Set<string>();
  const faults: Diagnostic[] = [];
  for (const error of [...document.errors, ...document.warnings]) {
    const [start, end] = error.pos;
    // Nesting that is too deep is reported again at every level.
    if (error.code === 'RESOURCE_EXHAUSTION' && seen.has(error.code)) continue;
    seen.add(error.code);
    if (error.code === 'DUPLICATE_KEY') {
      const key = /^[^\s:,}\]]*/.exec(text.slice(start, Math.max(end, start + 80)))?.[0] ?? '';
      faults.push(diagnose('yaml-duplicate-key', { key }, placeAt(start)));
    } else {
      const reason = error.message.split('\n')[0] ?? error.code;
      faults.push(diagnose('yaml-malformed', { reason }, placeAt(start)));
    }
  }
  return faults;
}

function aliasFaults(document: Document, placeAt: (offset: number) => Place): Diagnostic[] {
  const faults: Diagnostic[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      faults.push(diagnose('yaml-alias', { alias: alias.source }, placeAt(alias.range?.[0] ?? 0)));
      return faults.length < maxFaults ? undefined : visit.BREAK;
    },
  });
  return faults;
}

function offsetOf(contents: Node | null, path: YamlPath, part: 'key' | 'value'): number {
  let node: unknown = contents;
  let offset = startOf(contents) ?? 0;
  for (const [depth, step] of path.entries()) {
    const wantsKey = part === 'key' && depth === path.length - 1;
    const next = stepInto(node, step);
    offset = (wantsKey ? startOf(next.key) : startOf(next.value)) ?? startOf(next.key) ?? offset;
    node = next.value;
  }
  return offset;
}

function stepInto(node: unknown, step: string | number): { readonly key: unknown; readonly value: unknown } {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return { key: pair?.key, value: pair?.value };
  }
  return { key: undefined, value: isSeq(node) ? node.items[Number(step)] : undefined };
}

function startOf(node: unknown): number | undefined {
  if (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) return node.range?.[0];
  return undefined;
}
