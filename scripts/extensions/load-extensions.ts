import { basename, dirname } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { shellPath } from '../files/display-path.js';
import {
  type BookConfig,
  type ExtensionOptions,
  type Extensions,
  noExtensions,
  type ThemePackage,
} from '../model/extension.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { type ConfigFile, findConfig } from './config-file.js';
import { readConfigShape } from './config-shape.js';
import { loadCheck } from './load-checks.js';
import { loadConstruct } from './load-constructs.js';
import { loadRule } from './load-rules.js';
import { type Permission, permissionOf } from './permission.js';
import { findThemePackage } from './theme-package.js';

/**
 * What a book's own config adds. A manuscript is not trusted, and a config is a program: nothing of it runs that its owner
 * has not allowed on this machine. Errors: `config-not-allowed`, `config-changed`, and what is wrong with it.
 */
export async function loadExtensions(
  folder: string,
  { allowConfig = false, config }: ExtensionOptions,
): Promise<Outcome<Extensions>> {
  if (config) return given(config, folder);
  const found = await findConfig(folder);
  if (found.value === null) return success(noExtensions, found.diagnostics);
  if (!found.value) return failure(found.diagnostics);
  const file = found.value;
  const permission = await permissionFor(file, allowConfig);
  if (permission !== 'allowed') {
    const values = { file: basename(file.shown), book: shellPath(folder) };
    const code = permission === 'changed' ? 'config-changed' : 'config-not-allowed';
    return failure([diagnose(code, values, { file: file.shown })]);
  }
  const { runConfig } = await import('./run-config.js');
  const ran = await runConfig(file);
  const shaped =
    ran.diagnostics.length > 0
      ? failure<BookConfig>(ran.diagnostics)
      : readConfigShape(ran.value, file.shown);
  return shaped.value ? load(shaped.value, folder, file) : failure(shaped.diagnostics);
}

/** What a run allows counts for that run; a run that goes on allows what it began with, and no later change. */
async function permissionFor(file: ConfigFile, allowed: boolean | string): Promise<Permission> {
  if (allowed === true || allowed === file.fingerprint) return 'allowed';
  const lasting = await permissionOf(file);
  return lasting === 'unknown' && allowed !== false ? 'changed' : lasting;
}

/** A program's own config; its functions may still throw, or not end. */
async function given(config: BookConfig, folder: string): Promise<Outcome<Extensions>> {
  const shaped = readConfigShape(config, undefined);
  return shaped.value ? load(shaped.value, folder, undefined) : failure(shaped.diagnostics);
}

async function load(
  { normalizer = [], constructs = [], checks = [], theme }: BookConfig,
  folder: string,
  file: ConfigFile | undefined,
): Promise<Outcome<Extensions>> {
  const files = [...(file?.code.keys() ?? [])];
  const found = theme === undefined ? success(undefined) : await findTheme(theme, folder, file);
  if (found.diagnostics.length > 0) {
    const place = file && { place: { file: file.shown } };
    return failure(found.diagnostics.map((diagnostic) => ({ ...diagnostic, ...place })));
  }
  return success({
    fingerprint: file?.fingerprint ?? '',
    rules: normalizer.map((rule) => loadRule(rule, files)),
    constructs: constructs.map((construct) => loadConstruct(construct, files)),
    checks: checks.map((check) => loadCheck(check, files)),
    ...(found.value && { theme: found.value }),
  });
}

/** From the config's own folder, which may stand elsewhere than its link; a program's packages are its own too. */
async function findTheme(
  theme: string,
  folder: string,
  file: ConfigFile | undefined,
): Promise<Outcome<ThemePackage>> {
  if (file) return findThemePackage(theme, dirname(file.path));
  const found = await findThemePackage(theme, folder);
  return found.value ? found : findThemePackage(theme, process.cwd());
}
