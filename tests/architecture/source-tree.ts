import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';

/** One import, export-from, `import()`, `import('…')` type, `require()` or `resolve()` of a module. */
export interface Import {
  /** As written; `undefined` where it is computed and cannot be known. */
  readonly specifier: string | undefined;
  readonly typeOnly: boolean;
}

/** A function's name, where it starts, and how many lines it has. */
export interface FunctionSize {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

/** What the tests of the architecture look at in a file. */
export interface SourceFile {
  /** POSIX path inside `scripts/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly functions: readonly FunctionSize[];
  /** Every string literal. */
  readonly strings: ReadonlySet<string>;
  /** Every template with blanks, as the texts around the blanks. */
  readonly templates: readonly (readonly string[])[];
}

export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const scriptsFolder = join(projectFolder, 'scripts');

/** Every TypeScript file of `scripts/`. */
export function readSourceTree(): readonly SourceFile[] {
  return readdirSync(scriptsFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) =>
      parseSource(relative(scriptsFolder, file).split(sep).join('/'), readFileSync(file, 'utf8')),
    );
}

/** Takes one file apart. */
export function parseSource(path: string, text: string): SourceFile {
  const imports: Import[] = [];
  const functions: FunctionSize[] = [];
  const strings = new Set<string>();
  const templates: (readonly string[])[] = [];
  const lineAt = lineCounter(text);
  visit(parseAst(text, { lang: path.endsWith('.d.ts') ? 'dts' : 'ts' }, path), undefined, (node, parent) => {
    const found = importOf(node);
    if (found) imports.push(found);
    if (node.type === 'TemplateLiteral') templates.push(textsOf(node));
    if (node.type === 'Literal' && typeof node.value === 'string') strings.add(node.value);
    if (isFunction(node)) functions.push(measure(node, parent, lineAt));
  });
  return { path, text, lines: text.split('\n').length - 1, imports, functions, strings, templates };
}

/** The path in `scripts/` that a relative import of a file means. */
export function resolveImport(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

/** A node of the syntax tree (ESTree with TypeScript), read without trusting its shape. */
type Node = Readonly<Record<string, unknown>> & { readonly type: string };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function visit(
  value: unknown,
  parent: Node | undefined,
  enter: (node: Node, parent: Node | undefined) => void,
): void {
  if (Array.isArray(value)) for (const item of value) visit(item, parent, enter);
  if (!isNode(value)) return;
  enter(value, parent);
  for (const child of Object.values(value)) visit(child, value, enter);
}

function importOf(node: Node): Import | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      if (!node.source) return undefined;
      return {
        specifier: literal(node.source),
        typeOnly: node.importKind === 'type' || node.exportKind === 'type',
      };
    case 'ImportExpression':
      return { specifier: literal(node.source), typeOnly: false };
    case 'TSImportType':
      return { specifier: literal(node.source), typeOnly: true };
    case 'CallExpression':
      return isLoader(node.callee) && Array.isArray(node.arguments)
        ? { specifier: literal(node.arguments[0]), typeOnly: false }
        : undefined;
    default:
      return undefined;
  }
}

/** `require(…)` and `process.getBuiltinModule(…)`: ways to a module beside `import`. */
function isLoader(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'Identifier') return callee.name === 'require';
  return isNode(callee.property) && callee.property.name === 'getBuiltinModule';
}

function literal(node: unknown): string | undefined {
  return isNode(node) && typeof node.value === 'string' ? node.value : undefined;
}

/** The texts between the blanks of a template. */
function textsOf({ quasis }: Node): readonly string[] {
  const parts: readonly unknown[] = Array.isArray(quasis) ? quasis : [];
  return parts.map((part) => (isNode(part) && isRaw(part.value) ? part.value.raw : ''));
}

function isRaw(value: unknown): value is { readonly raw: string } {
  return typeof value === 'object' && value !== null && 'raw' in value && typeof value.raw === 'string';
}

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function isFunction(node: Node): boolean {
  return functionTypes.has(node.type);
}

function measure(node: Node, parent: Node | undefined, lineAt: (offset: unknown) => number): FunctionSize {
  const line = lineAt(node.start);
  const named = [node.id, parent?.id, parent?.key].find((id) => isNode(id) && typeof id.name === 'string');
  return {
    name: isNode(named) ? String(named.name) : 'a function',
    line,
    lines: lineAt(node.end) - line + 1,
  };
}

function lineCounter(text: string): (offset: unknown) => number {
  return (offset) => (typeof offset === 'number' ? text.slice(0, offset).split('\n').length : 0);
}
