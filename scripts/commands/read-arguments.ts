import { parseArgs } from 'node:util';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { nearest } from '../model/nearest.js';
import type { Command, Option, Request } from './command.js';
import { helpOption, versionOption } from './options.js';

/** What the words of a command line ask for. */
export type Invocation =
  | { readonly kind: 'help'; readonly command?: Command }
  | { readonly kind: 'version' }
  | Misuse
  | { readonly kind: 'run'; readonly command: Command; readonly request: Request; readonly json: boolean };

interface Misuse {
  readonly kind: 'misuse';
  /** Name of the command, if it is a known one. */
  readonly command?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly json: boolean;
}

/** Reads a command line (without `node` and the script). Every mistake in it is reported, not only the first. */
export function readArguments(words: readonly string[], commands: readonly Command[]): Invocation {
  const [first, ...rest] = words;
  if (first === 'help') return readArguments([...rest.slice(0, 1), '--help'], commands);
  if (first === undefined || first.startsWith('-')) return readCommandless(words);
  const command = commands.find(({ name }) => name === first);
  if (!command) return misuse([unknownCommand(first, commands)], words);
  return readCommand(command, rest);
}

/** Without a command only `--help` and `--version` make sense. */
function readCommandless(words: readonly string[]): Invocation {
  const { diagnostics, values } = readWords(words, [helpOption, versionOption], 'banxin --help');
  if (diagnostics.length > 0) return misuse(diagnostics, words);
  return values.has('version') ? { kind: 'version' } : { kind: 'help' };
}

function readCommand(command: Command, words: readonly string[]): Invocation {
  const known = [...command.options, helpOption, versionOption];
  const read = readWords(words, known, `banxin ${command.name} --help`);
  if (read.values.has('help')) return { kind: 'help', command };
  if (read.values.has('version')) return { kind: 'version' };
  const problems = [...read.diagnostics, ...operandProblems(command, read)];
  if (problems.length > 0) return misuse(problems, words, command.name);
  return { kind: 'run', command, request: read, json: read.values.has('json') };
}

interface ReadWords extends Request {
  readonly diagnostics: readonly Diagnostic[];
}

/** Sorts words into options and operands; a switch that is given has the value `''`. */
function readWords(words: readonly string[], known: readonly Option[], help: string): ReadWords {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(known.map((option) => [option.name, parserOption(option)])),
    strict: false,
    tokens: true,
  });
  const diagnostics: Diagnostic[] = [];
  const values = new Map<string, string>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = known.find(({ name }) => name === token.name);
    const problem = option
      ? optionProblem(option, token, values.has(token.name))
      : unknownOption(token.rawName, known, help);
    if (problem) diagnostics.push(problem);
    values.set(token.name, token.value ?? '');
  }
  return { diagnostics, values, operands };
}

function parserOption({ value, short }: Option): { type: 'string' | 'boolean'; short?: string } {
  return { type: value ? 'string' : 'boolean', ...(short !== undefined && { short }) };
}

/** What a word of the command line is, as `parseArgs` tells it. */
interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function optionProblem(
  { value: meaning }: Option,
  token: OptionToken,
  repeated: boolean,
): Diagnostic | undefined {
  const { rawName: option, value, inlineValue } = token;
  if (repeated) return diagnose('option-repeated', { option });
  if (!meaning) {
    return value === undefined ? undefined : diagnose('option-value-unexpected', { option, value });
  }
  // `--out --json` forgets the value; who means a folder `--json` writes `--out=--json`.
  const forgotten = !value || (!inlineValue && value.startsWith('-'));
  return forgotten ? diagnose('option-value-missing', { option }) : undefined;
}

function unknownOption(option: string, known: readonly Option[], help: string): Diagnostic {
  const names = known.map(({ name }) => `--${name}`);
  return diagnose('option-unknown', { option, nearest: nearest(option, names), help });
}

function unknownCommand(command: string, commands: readonly Command[]): Diagnostic {
  const names = commands.map(({ name }) => name);
  return diagnose('command-unknown', { command, nearest: nearest(command, names), known: names.join(', ') });
}

function operandProblems(
  { name: command, operands, examples }: Command,
  request: Request,
): readonly Diagnostic[] {
  const given = request.operands;
  // An empty word (an unset variable in a script) is no path.
  const missing = operands.some(({ required }, index) => (required || index < given.length) && !given[index]);
  const extra = given
    .slice(operands.length)
    .map((argument) => diagnose('argument-unexpected', { command, argument, count: operands.length }));
  return [...(missing ? [diagnose('argument-missing', { command, example: examples[0] })] : []), ...extra];
}

function misuse(diagnostics: readonly Diagnostic[], words: readonly string[], command?: string): Misuse {
  return {
    kind: 'misuse',
    diagnostics,
    json: words.includes('--json'),
    ...(command !== undefined && { command }),
  };
}
