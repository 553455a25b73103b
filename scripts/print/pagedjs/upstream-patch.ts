import { type Correction, correct, type Edit } from './correction.js';

/** Lines around a change that show where it stands. */
const context = 3;

/** A change of some lines of a file: the first of them, counted from 0, and what comes instead. */
interface Change {
  readonly start: number;
  readonly old: readonly string[];
  readonly new: readonly string[];
}

/**
 * A correction as a patch of the sources of Paged.js, in the unified form, and the sources with it. Sources are by path.
 * Throws where an edit does not find its spot in one of them.
 */
export function upstreamPatch(
  correction: Correction,
  sources: ReadonlyMap<string, string>,
): { readonly patch: string; readonly sources: ReadonlyMap<string, string> } {
  const after = new Map(sources);
  const message = `${correction.name}\n\n${correction.fault}\n`;
  const parts = [...sources].flatMap(([path, text]) => {
    const edits = correction.edits.filter(({ find }) => text.includes(find));
    if (edits.length === 0) return [];
    after.set(path, correct(text, { ...correction, edits }));
    const changes = edits.map((edit) => changeOf(text, edit)).sort((a, b) => a.start - b.start);
    return [`--- a/${path}\n+++ b/${path}\n${hunks(text.split('\n'), changes)}`];
  });
  return { patch: `${message}\n${parts.join('')}`, sources: after };
}

function changeOf(text: string, { find, until = '', replacement }: Edit): Change {
  const from = text.indexOf(find);
  const to = text.indexOf(until, from + find.length) + until.length;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', to);
  const old = text.slice(lineStart, lineEnd).split('\n');
  const made = (text.slice(lineStart, from) + replacement + text.slice(to, lineEnd)).split('\n');
  let [same, sameEnd] = [0, 0];
  while (same < old.length && same < made.length && old[same] === made[same]) same += 1;
  const rest = Math.min(old.length, made.length) - same;
  while (sameEnd < rest && old.at(-1 - sameEnd) === made.at(-1 - sameEnd)) sameEnd += 1;
  return {
    start: text.slice(0, lineStart).split('\n').length - 1 + same,
    old: old.slice(same, old.length - sameEnd),
    new: made.slice(same, made.length - sameEnd),
  };
}

/** Changes that stand near each other share a hunk. */
function hunks(lines: readonly string[], changes: readonly Change[]): string {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1);
    if (last && change.start - (last.start + last.old.length) <= 2 * context) groups.at(-1)?.push(change);
    else groups.push([change]);
  }
  let shift = 0;
  return groups
    .map((group) => {
      const [first, last] = [group[0], group.at(-1)];
      if (!first || !last) return '';
      const from = Math.max(0, first.start - context);
      const to = Math.min(lines.length, last.start + last.old.length + context);
      const body: string[] = [];
      let at = from;
      for (const { start, old, new: made } of group) {
        body.push(...lines.slice(at, start).map((line) => ` ${line}`));
        body.push(...old.map((line) => `-${line}`), ...made.map((line) => `+${line}`));
        at = start + old.length;
      }
      body.push(...lines.slice(at, to).map((line) => ` ${line}`));
      const grown = group.reduce((sum, change) => sum + change.new.length - change.old.length, 0);
      const head = `@@ -${from + 1},${to - from} +${from + 1 + shift},${to - from + grown} @@`;
      shift += grown;
      return `${[head, ...body].join('\n')}\n`;
    })
    .join('');
}
