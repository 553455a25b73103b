import { randomBytes } from 'node:crypto';
import { access, constants, rename, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.js';

/**
 * The folder where Banxin keeps what can be made again (unpacked browser): `BANXIN_CACHE`, else
 * `$XDG_CACHE_HOME/banxin` or `~/.cache/banxin`, else, where none of these can be written to, a folder
 * of this user alone in the system's temporary folder.
 */
export async function cacheFolder(): Promise<string> {
  const { BANXIN_CACHE, XDG_CACHE_HOME } = process.env;
  const candidates = [
    BANXIN_CACHE,
    XDG_CACHE_HOME && join(XDG_CACHE_HOME, 'banxin'),
    homedir() && join(homedir(), '.cache', 'banxin'),
    join(tmpdir(), `banxin-${userInfo().uid}`),
  ];
  for (const candidate of candidates) {
    if (candidate && (await isOwnAndWritable(candidate))) return candidate;
  }
  throw new Error('no folder for the cache can be written to; set BANXIN_CACHE to one');
}

/** A folder in a shared place could be somebody else's: what is unpacked there would be run. */
async function isOwnAndWritable(folder: string): Promise<boolean> {
  try {
    await makeFolder(folder, 0o700);
    await access(folder, constants.W_OK);
    const { uid } = await stat(folder);
    return process.platform === 'win32' || uid === userInfo().uid;
  } catch {
    return false;
  }
}

/**
 * A folder in the cache, made once by `fill` and then kept. It is filled under another name and renamed,
 * so that nobody sees it half made and two processes may make it at once.
 */
export async function cachedFolder(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const root = await cacheFolder();
  const target = join(root, name);
  if (await exists(target)) return target;
  const draft = join(root, `.${name}.${randomBytes(6).toString('hex')}`);
  try {
    await makeFolder(draft);
    await fill(draft);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  }
  return target;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
