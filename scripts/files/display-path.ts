import { relative, resolve } from 'node:path';

/** A path as the user would type it: relative to the working directory where that is shorter. */
export function displayPath(path: string): string {
  const absolute = resolve(path);
  const way = relative(process.cwd(), absolute);
  return way !== '' && way.length < absolute.length ? way : absolute;
}

/** The same as a shell takes it in one piece, for a command that a person is to run. */
export function shellPath(path: string): string {
  const shown = displayPath(path);
  return /^[\w@%+=:,./\p{L}-]+$/u.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}
