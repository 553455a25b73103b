import { relative, resolve } from 'node:path';

/** A path as the user would type it: relative to the working directory where that is shorter. */
export function displayPath(path: string): string {
  const absolute = resolve(path);
  const way = relative(process.cwd(), absolute);
  return way !== '' && way.length < absolute.length ? way : absolute;
}
