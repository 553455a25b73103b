import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { failure, hasErrors, type Outcome, success } from '../model/outcome.js';
import { findConfig } from './config-file.js';
import { type Permission, permissionOf, setPermission } from './permission.js';

/** A config of which nothing has run. */
export interface InspectedConfig {
  /** Its path, and those of the files that it imports, as the user would type them. */
  readonly files: readonly string[];
  readonly fingerprint: string;
  readonly permission: Permission;
}

/** What a book's folder has for a config, and whether it may run here; nothing where it has none, or one that cannot be read. */
export async function inspectConfig(folder: string): Promise<InspectedConfig | undefined> {
  const { value: file } = await findConfig(folder);
  if (!file) return undefined;
  const { code, fingerprint } = file;
  return { files: [...code.keys()].map(displayPath), fingerprint, permission: await permissionOf(file) };
}

/** Lets a book's config run on this machine, or takes that back. Errors: `config-missing`, or that it cannot be written down. */
export async function permitConfig(folder: string, mayRun: boolean): Promise<Outcome<InspectedConfig>> {
  const found = await findConfig(folder);
  if (found.value === null) return failure([diagnose('config-missing', { book: displayPath(folder) })]);
  if (!found.value) return failure(found.diagnostics);
  const faults = await setPermission(found.value, mayRun);
  const inspected = await inspectConfig(folder);
  return hasErrors(faults) || !inspected ? failure(faults) : success(inspected, faults);
}
