import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { BookConfig } from '../model/extension.js';
import { isRecord } from '../model/is-record.js';
import { nearest } from '../model/nearest.js';
import { failure, type Outcome, success } from '../model/outcome.js';

/** What a member must be, in words of a message; `undefined` where it is. */
type Test = (value: unknown) => boolean;

const tests = {
  name: (value) => typeof value === 'string' && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(value),
  word: (value) => typeof value === 'string' && /^[\p{L}\p{N}_-]+$/u.test(value),
  text: (value) => typeof value === 'string',
  function: (value) => typeof value === 'function',
  pattern: (value) => value instanceof RegExp || Object.prototype.toString.call(value) === '[object RegExp]',
  package: (value) =>
    typeof value === 'string' && /^(?:@[a-z0-9_-][\w.-]*\/)?[a-z0-9_-][\w.-]*$/i.test(value),
} satisfies Record<string, Test>;

interface Member {
  readonly is: keyof typeof tests;
  readonly optional?: boolean;
}

type Shape = Readonly<Record<string, Member>>;

const rule: Shape = { name: { is: 'name' }, find: { is: 'function' } };
const check: Shape = {
  name: { is: 'name' },
  about: { is: 'text', optional: true },
  check: { is: 'function' },
};
const inline: Shape = { pattern: { is: 'pattern' }, make: { is: 'function' } };
const block: Shape = { word: { is: 'word' }, make: { is: 'function' } };

const lists = ['normalizer', 'constructs', 'checks'] as const;
const keys = [...lists, 'theme'];

/** What is wrong: where in the config, what stands there, and what should. */
interface Fault {
  readonly path: string;
  readonly wanted: string;
}

/** Holds what a config exports against its form; every fault is told, as `config-shape` in the file. */
export function readConfigShape(exported: unknown, file: string | undefined): Outcome<BookConfig> {
  // A promise has no keys, and would pass for a config that adds nothing.
  const faults =
    isRecord(exported) && !('then' in exported)
      ? configFaults(exported)
      : [{ path: 'default', wanted: 'export default defineConfig({ … })' }];
  const diagnostics = faults.map(({ path, wanted }): Diagnostic => {
    const values = { path, found: describe(valueAt(exported, path)), wanted };
    return diagnose('config-shape', values, file === undefined ? undefined : { file });
  });
  return diagnostics.length > 0 ? failure(diagnostics) : success(exported as BookConfig);
}

function configFaults(config: Record<string, unknown>): readonly Fault[] {
  const unknown = unknownKeys(config, keys, '');
  const lost = lists.filter((key) => config[key] !== undefined && !Array.isArray(config[key]));
  const list = (key: (typeof lists)[number]): readonly unknown[] => {
    const value = config[key];
    return Array.isArray(value) ? value : [];
  };
  const theme =
    config.theme === undefined || tests.package(config.theme) ? [] : [{ path: 'theme', wanted: 'package' }];
  return [
    ...unknown,
    ...lost.map((path) => ({ path, wanted: '[ … ]' })),
    ...list('normalizer').flatMap((own, i) => faultsOf(own, rule, `normalizer[${i}]`)),
    ...list('constructs').flatMap((own, i) => constructFaults(own, `constructs[${i}]`)),
    ...list('checks').flatMap((own, i) => faultsOf(own, check, `checks[${i}]`)),
    ...lists.flatMap((key) => repeatedNames(list(key), key)),
    ...theme,
  ];
}

function constructFaults(own: unknown, path: string): readonly Fault[] {
  if (!isRecord(own)) return [{ path, wanted: '{ name, inline, block }' }];
  const parts = [
    ...(own.inline === undefined ? [] : faultsOf(own.inline, inline, `${path}.inline`)),
    ...(own.block === undefined ? [] : faultsOf(own.block, block, `${path}.block`)),
  ];
  const neither = own.inline === undefined && own.block === undefined;
  return [
    ...unknownKeys(own, ['name', 'inline', 'block'], `${path}.`),
    ...(tests.name(own.name) ? [] : [{ path: `${path}.name`, wanted: 'name' }]),
    ...(neither ? [{ path, wanted: '{ name, inline, block }' }] : parts),
  ];
}

function faultsOf(own: unknown, shape: Shape, path: string): readonly Fault[] {
  if (!isRecord(own)) return [{ path, wanted: `{ ${Object.keys(shape).join(', ')} }` }];
  const wrong = Object.entries(shape).filter(
    ([key, { is, optional }]) => !(optional && own[key] === undefined) && !tests[is](own[key]),
  );
  return [
    ...unknownKeys(own, Object.keys(shape), `${path}.`),
    ...wrong.map(([key, { is }]) => ({ path: `${path}.${key}`, wanted: is })),
  ];
}

/** A key that nobody reads is a slip of the pen. */
function unknownKeys(own: object, known: readonly string[], above: string): readonly Fault[] {
  return Object.keys(own)
    .filter((key) => !known.includes(key))
    .map((key) => ({ path: `${above}${key}`, wanted: nearest(key, known) }));
}

function repeatedNames(list: readonly unknown[], key: string): readonly Fault[] {
  const names = list.map((own) => (isRecord(own) ? own.name : undefined));
  return names.flatMap((name, i) =>
    name !== undefined && names.indexOf(name) < i
      ? [{ path: `${key}[${i}].name`, wanted: 'unique name' }]
      : [],
  );
}

function valueAt(root: unknown, path: string): unknown {
  if (path === 'default') return root;
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((value, key) => (isAny(value) ? value[key] : undefined), root);
}

function describe(value: unknown): string {
  if (typeof value === 'string') return `'${value.slice(0, 40)}'`;
  if (Array.isArray(value)) return '[ … ]';
  return value === null || typeof value !== 'object' ? String(value).slice(0, 40) : '{ … }';
}

function isAny(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
