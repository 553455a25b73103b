import { type Document, isMap, isScalar, isSeq, type Node, parseDocument, stringify, YAMLSeq } from 'yaml';
import type { Decision } from './decision.js';
import { operations } from './decisions-file.js';
import { parseDecisions } from './decisions-yaml.js';

/** First lines of a new decisions file. */
const preamble = `# What an editor decided of the raw text beside this file; \`banxin normalize\` follows it.
# A place is named by the text right before and right after it, white space left out; \`nth\` counts
# where the same text stands more than once. do: ${operations}.

`;

/** What changes in a decisions file. */
export interface DecisionChanges {
  /** Entries to write; one of the same place and kind that is there gives way to it. */
  readonly set?: readonly Decision[];
  /** Entries to take out. */
  readonly unset?: readonly Decision[];
}

/**
 * The decisions file with entries written and taken out, however many. All else stays as a person
 * wrote it, to the byte: an entry that is replaced keeps its place, and comments are never touched.
 */
export function withDecisions(yaml: string, { set = [], unset = [] }: DecisionChanges): string {
  const changes = {
    wanted: new Map(set.map((decision) => [keyOf(decision), decision])),
    unwanted: new Set(unset.map(keyOf)),
  };
  if (set.length + unset.length === 0) return yaml;
  const { document } = parseDecisions(yaml);
  if (document.contents === null) return begun(yaml, set);
  const empty = emptyListAt(document, yaml);
  if (empty !== undefined) return yaml.slice(0, empty) + entriesText(set, '  ') + yaml.slice(empty);
  const entries = entriesOf(document, yaml);
  return entries ? spliced(yaml, entries, changes) : rewritten(yaml, changes);
}

/** The decisions file with one more entry. */
export function withDecision(yaml: string, decision: Decision): string {
  return withDecisions(yaml, { set: [decision] });
}

/** The decisions file without what it says of a place. */
export function withoutDecision(yaml: string, decision: Decision): string {
  return withDecisions(yaml, { unset: [decision] });
}

interface Changes {
  /** By place and kind, as `keyOf` has it. */
  readonly wanted: Map<string, Decision>;
  readonly unwanted: Set<string>;
}

/** An entry in the text of the file: from the beginning of its line to its end. */
interface Entry {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly indent: string;
}

/** A file that holds nothing but comments yet. */
function begun(yaml: string, set: readonly Decision[]): string {
  if (set.length === 0) return yaml;
  const head = yaml.trim() === '' ? preamble : yaml.replace(/\n*$/, '\n');
  return `${head}decisions:\n${entriesText(set, '  ')}`;
}

/** Where the first entry goes if `decisions:` holds nothing yet, or nothing any more; comments may follow. */
function emptyListAt({ contents }: Document<Node, false>, yaml: string): number | undefined {
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === 'decisions')
    : undefined;
  const end = isScalar(pair?.key) ? pair.key.range?.[1] : undefined;
  if (end === undefined || !(pair?.value === null || (isScalar(pair?.value) && pair.value.value === null)))
    return undefined;
  const rest = /^\s*:[^\S\n]*(?:#.*)?\n/.exec(yaml.slice(end));
  return rest ? end + rest[0].length : undefined;
}

/** The entries of a list that is written one a line; nothing where it is written otherwise, or empty. */
function entriesOf(document: Document<Node, false>, yaml: string): readonly Entry[] | undefined {
  const list = listOf(document);
  const entries = (list?.items ?? []).map((item) => {
    const [start = 0, , end = start] = isMap(item) ? (item.range ?? []) : [];
    const line = yaml.lastIndexOf('\n', start - 1) + 1;
    const lead = /^( *)- +$/.exec(yaml.slice(line, start));
    if (!isMap(item) || lead?.[1] === undefined) return undefined;
    return { key: keyOfEntry(item.toJS(document)), start: line, end, indent: lead[1] };
  });
  const known = entries.filter((entry) => entry !== undefined);
  return known.length > 0 && known.length === entries.length ? known : undefined;
}

function spliced(yaml: string, entries: readonly Entry[], { wanted, unwanted }: Changes): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { key, start, end, indent } of entries) {
    const decision = wanted.get(key);
    if (!decision && !unwanted.has(key)) continue;
    pieces.push(yaml.slice(at, start), decision ? entriesText([decision], indent) : '');
    at = end;
    // A second entry of the same place would say what the new one no longer says.
    wanted.delete(key);
    unwanted.add(key);
  }
  const { end = 0, indent = '' } = entries.at(-1) ?? {};
  const head = pieces.join('') + yaml.slice(at, Math.max(at, end));
  const gap = head === '' || head.endsWith('\n') ? '' : '\n';
  return head + gap + entriesText([...wanted.values()], indent) + yaml.slice(Math.max(at, end));
}

/** A list that is empty, or written in one line, is written anew; its comments stay. */
function rewritten(yaml: string, { wanted, unwanted }: Changes): string {
  const document = parseDocument<Node, false>(yaml);
  const list = listOf(document) ?? new YAMLSeq();
  list.flow = false;
  list.items = list.items.filter((item) => {
    const key = isMap(item) ? keyOfEntry(item.toJS(document)) : '';
    return !wanted.has(key) && !unwanted.has(key);
  });
  for (const decision of wanted.values()) list.add(document.createNode(entryOf(decision)));
  if (isMap(document.contents)) document.set('decisions', list);
  return document.toString({ lineWidth: 0 });
}

function listOf(document: Document<Node, false>): YAMLSeq | undefined {
  const { contents } = document;
  const list = isMap(contents) ? contents.get('decisions', true) : contents;
  return isSeq(list) ? list : undefined;
}

/** Entries of one place and kind have one key: what is said of a line, or of characters, is said once. */
function keyOf({ before, after, nth, choice }: Decision): string {
  return keyOfEntry({ before, after, nth, do: choice.do });
}

function keyOfEntry({ before = '', after = '', nth, do: what }: Record<string, unknown>): string {
  const kind = what === 'replace' || what === 'keep' ? 'characters' : 'line';
  return JSON.stringify([kind, `${before}`, `${after}`, nth ?? null]);
}

function entriesText(decisions: readonly Decision[], indent: string): string {
  if (decisions.length === 0) return '';
  const text = stringify(decisions.map(entryOf), { lineWidth: 0 });
  return indent === '' ? text : text.replace(/^(?=.)/gm, indent);
}

function entryOf({ choice, before, after, nth }: Decision): Record<string, unknown> {
  return { ...choice, before, after, ...(nth !== undefined && { nth }) };
}
