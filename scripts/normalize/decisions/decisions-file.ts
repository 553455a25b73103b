import { isMap, isScalar, isSeq } from 'yaml';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { hasErrors, type Outcome, success } from '../../model/outcome.js';
import { type Choice, type Decision, type ForcedRole, forcedRoles } from './decision.js';
import { parseDecisions } from './decisions-yaml.js';

/** Other names that editors use for a role. */
const otherNames: Readonly<Record<string, ForcedRole>> = {
  eyebrow: 'kicker',
  'sign-off': 'signoff',
  text: 'body',
};

/** What an entry may say, for people. */
export const operations = 'join, break, heading, chapter, not-heading, role, replace, keep';

/**
 * Reads the decisions of an editor. Errors, with their line: `decisions-unreadable` (no YAML, or no
 * list), `decision-invalid` (an entry that says nothing that can be done).
 */
export function readDecisions(yaml: string, file: string): Outcome<readonly Decision[]> {
  const { document, lineOf } = parseDecisions(yaml);
  const [fault] = document.errors;
  if (fault) return unreadable(file, fault.message, lineOf(fault.pos[0]));
  if (document.contents === null) return success([]);
  const list = isMap(document.contents) ? document.contents.get('decisions', true) : document.contents;
  if (list === undefined || (isScalar(list) && list.value === null)) return success([]);
  if (!isSeq(list)) return unreadable(file, '`decisions` is no list', 1);
  const decisions: Decision[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const item of list.items) {
    const line = lineOf((isMap(item) ? item.range?.[0] : undefined) ?? 0);
    const read = isMap(item) ? readDecision(item.toJS(document), line) : 'the entry is no map';
    if (typeof read === 'string')
      diagnostics.push(diagnose('decision-invalid', { problem: read, operations }, { file, line }));
    else decisions.push(read);
  }
  return hasErrors(diagnostics) ? { value: undefined, diagnostics } : success(decisions);
}

function unreadable(file: string, problem: string, line: number): Outcome<never> {
  return {
    value: undefined,
    diagnostics: [diagnose('decisions-unreadable', { file, problem }, { file, line })],
  };
}

/** One entry, or what is wrong with it. */
function readDecision(data: Record<string, unknown>, line: number): Decision | string {
  const choice = readChoice(data);
  if (typeof choice === 'string') return choice;
  const { before = '', after = '', nth } = data;
  if (!isText(before) || !isText(after)) return '`before` and `after` are text';
  if (`${before}${after}`.trim() === '') return 'it names no place: `before` or `after` is missing';
  if (nth !== undefined && !isCount(nth)) return '`nth` is a whole number from 1';
  return { choice, before: `${before}`, after: `${after}`, ...(nth !== undefined && { nth }), line };
}

function readChoice(data: Record<string, unknown>): Choice | string {
  const { do: what, level, lines, from, to } = data;
  if (lines !== undefined && !isCount(lines)) return '`lines` is a whole number from 1';
  const span = lines === undefined ? {} : { lines };
  switch (what) {
    case 'join':
    case 'break':
      return { do: what };
    case 'not-heading':
    case 'chapter':
      return { do: what, ...span };
    case 'heading':
      return isCount(level) && level <= 6
        ? { do: what, level, ...span }
        : 'a heading needs a `level` from 1 to 6';
    case 'role':
      return readRole(data.role, span);
    case 'replace':
      if (!isText(from) || !isText(to)) return '`replace` needs `from` and `to`';
      if (`${from}` === `${to}`) return '`from` and `to` are the same';
      if (/[\p{Cc}\u2028\u2029]/u.test(`${to}`)) return '`to` holds a line end or control character';
      return { do: what, from: `${from}`, to: `${to}` };
    case 'keep':
      if (from !== undefined && !isText(from)) return '`from` is text';
      return { do: what, ...(from !== undefined && { from: `${from}` }) };
    default:
      return what === undefined ? '`do` is missing' : `\`do: ${String(what)}\` is unknown`;
  }
}

function readRole(name: unknown, span: { lines?: number }): Choice | string {
  const role = forcedRoles.find((known) => known === name) ?? otherNames[String(name)];
  return role ? { do: 'role', role, ...span } : `a role is one of ${forcedRoles.join(', ')}`;
}

/** YAML reads 12 as a number; as a piece of the text it is text. */
function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}
