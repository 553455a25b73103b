/** A line of three or more colons: with a name it opens a container, without one it closes. */
export interface ContainerFence {
  readonly colons: number;
  /** Class names, `undefined` on a closing line. */
  readonly names: readonly string[] | undefined;
  readonly id?: string;
}

const fenceLine = /^(:{3,})[ \t]*(?:\{([^{}]*)\}|([^\s{}:]+))?[ \t]*:*[ \t]*$/;
const word = /^[\p{L}\p{N}_-]+$/u;

/**
 * Reads `:::`, `::: name` or `::: {.name #id}` (pandoc's fenced divs). Words after the name make the line no
 * fence: there would be no place to print them.
 */
export function readContainerFence(line: string): ContainerFence | undefined {
  const match = fenceLine.exec(line);
  const colons = match?.[1]?.length;
  if (!match || colons === undefined) return undefined;
  if (match[3] !== undefined) return word.test(match[3]) ? { colons, names: [match[3]] } : undefined;
  if (match[2] === undefined) return { colons, names: undefined };
  const attributes = match[2].split(/\s+/).filter((part) => part !== '');
  const classes = attributes.filter((part) => part.startsWith('.')).map((part) => part.slice(1));
  const ids = attributes.filter((part) => part.startsWith('#')).map((part) => part.slice(1));
  const known = classes.length + ids.length === attributes.length;
  if (
    !known ||
    classes.length === 0 ||
    ids.length > 1 ||
    ![...classes, ...ids].every((part) => word.test(part))
  ) {
    return undefined;
  }
  return { colons, names: classes, ...(ids[0] !== undefined && { id: ids[0] }) };
}

/** Whether a line looks like a container's fence; a text line that does was probably meant as one. */
export function looksLikeFence(line: string): boolean {
  return /^ {0,3}:{3,}/.test(line);
}
