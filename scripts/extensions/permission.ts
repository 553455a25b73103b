import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { kindOf, readBytes } from '../files/read.js';
import { writeAll } from '../files/write.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { isRecord } from '../model/is-record.js';
import type { ConfigFile } from './config-file.js';

/** What the owner of this machine has said of a config: it may run, it may not, or it was another one that might. */
export type Permission = 'allowed' | 'changed' | 'unknown';

/** Whether a config may run here as it is now. */
export async function permissionOf({ path, fingerprint }: ConfigFile): Promise<Permission> {
  const known = (await readAllowed())[path];
  if (known === undefined) return 'unknown';
  return known === fingerprint ? 'allowed' : 'changed';
}

/** Lets a config run on this machine for as long as no byte of its code changes, or takes that back. */
export async function setPermission(
  { path, fingerprint }: ConfigFile,
  mayRun: boolean,
): Promise<readonly Diagnostic[]> {
  const { [path]: _, ...others } = await readAllowed();
  const allowed = mayRun ? { ...others, [path]: fingerprint } : others;
  const sorted = Object.fromEntries(Object.entries(allowed).sort(([a], [b]) => (a < b ? -1 : 1)));
  return writeAll([{ path: allowedFile(), bytes: `${JSON.stringify({ allowed: sorted }, undefined, 2)}\n` }]);
}

/** `$XDG_CONFIG_HOME/banxin/allowed.json` (XDG Base Directory 0.8: a relative path counts as none), else in `~/.config`. */
export function allowedFile(): string {
  const { XDG_CONFIG_HOME } = process.env;
  const home = XDG_CONFIG_HOME && isAbsolute(XDG_CONFIG_HOME) ? XDG_CONFIG_HOME : join(homedir(), '.config');
  return join(home, 'banxin', 'allowed.json');
}

/** Fingerprints by the path of the config. A file that cannot be read allows nothing. */
async function readAllowed(): Promise<Readonly<Record<string, string>>> {
  const file = allowedFile();
  if ((await kindOf(file)) !== 'file') return {};
  const { value } = await readBytes(file);
  try {
    const data: unknown = JSON.parse(new TextDecoder().decode(value));
    const allowed = isRecord(data) && isRecord(data.allowed) ? data.allowed : {};
    return Object.fromEntries(
      Object.entries(allowed).flatMap(([path, hash]) => (typeof hash === 'string' ? [[path, hash]] : [])),
    );
  } catch {
    return {};
  }
}
