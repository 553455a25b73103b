/** The lines that open, part and close a conflict, as `git merge` writes it in its diff3 style. */
export const conflictMarkers = { mine: '<<<<<<<', base: '|||||||', parting: '=======', theirs: '>>>>>>>' };

/** A line of a text, from 1, on which a conflict begins, or a marker stands that was left over from one. */
export interface ConflictLine {
  readonly line: number;
  readonly marker: string;
}

const anyMarker = /^(?:<{7}|>{7})(?=[ \r]|$)/m;
const codeFence = /^ {0,3}(`{3,}(?!.*`)|~{3,})/;

/**
 * The conflicts of a Markdown text: each at its first line, and closing markers that no opening one
 * belongs to. Code between fences is passed over, since it may speak of conflicts. A parting line alone
 * (`=======`, `|||||||`) is none: it may be an underline or a row of a table.
 */
export function findConflicts(text: string): readonly ConflictLine[] {
  if (!anyMarker.test(text)) return [];
  const found: ConflictLine[] = [];
  let code: string | undefined;
  let isOpen = false;
  for (const [index, line] of text.split('\n').entries()) {
    code = codeAfter(line, code);
    const marker = code === undefined ? anyMarker.exec(line)?.[0] : undefined;
    if (marker === undefined) continue;
    const closes = marker === conflictMarkers.theirs;
    if (!closes || !isOpen) found.push({ line: index + 1, marker });
    isOpen = !closes;
  }
  return found;
}

/** The fence of the code that is open after a line, given the one open before it. */
function codeAfter(line: string, open: string | undefined): string | undefined {
  const fence = codeFence.exec(line)?.[1];
  if (fence === undefined) return open;
  if (open === undefined) return fence;
  return fence.startsWith(open) && line.trim() === fence ? undefined : open;
}
