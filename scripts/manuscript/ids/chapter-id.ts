import { posix } from 'node:path';
import { fingerprint } from './id-registry.js';

/**
 * A chapter's id from its file name: `01-Shanghai.md` gives `ch-01-shanghai`. Names with other letters than ASCII
 * get a fingerprint, so that `一.md` and `二.md` differ: `ch-1f3a…`.
 */
export function chapterIdFor(path: string): string {
  const stem = posix.basename(path).replace(/\.[^.]*$/, '');
  const words = stem.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-').slice(0, 60);
  const isPlain = /^[\w .-]*$/.test(stem) && slug !== '' && slug.length < 60;
  return ['ch', slug, isPlain ? '' : fingerprint(stem)].filter((part) => part !== '').join('-');
}
