import { type Document, LineCounter, type Node, parseDocument } from 'yaml';

/** A decisions file as YAML; it is only read. */
export interface DecisionsYaml {
  readonly document: Document<Node, false>;
  /** The line of an offset in the text, from 1. */
  readonly lineOf: (offset: number) => number;
}

let last: { readonly yaml: string; readonly parsed: DecisionsYaml } | undefined;

/**
 * Parses a decisions file. The last one is remembered: an editor writes one decision after another, and
 * each run reads what the one before has written.
 */
export function parseDecisions(yaml: string): DecisionsYaml {
  if (last?.yaml === yaml) return last.parsed;
  const counter = new LineCounter();
  const document = parseDocument<Node, false>(yaml, {
    lineCounter: counter,
    prettyErrors: false,
    stringKeys: true,
  });
  last = { yaml, parsed: { document, lineOf: (offset) => counter.linePos(offset).line } };
  return last.parsed;
}
