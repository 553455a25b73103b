import { readAttributes } from './attributes.js';

/** A line of three or more colons: with a name it opens a container, without one it closes. */
export interface ContainerFence {
  readonly colons: number;
  /** Class names, `undefined` on a closing line. */
  readonly names: readonly string[] | undefined;
  readonly id?: string;
  readonly values: Readonly<Record<string, string>>;
}

const fenceLine = /^(:{3,})[ \t]*(?:(?:([^\s{}:]+)[ \t]*)?(?:\{(.*)\})?)?[ \t]*:*[ \t]*$/;
const word = /^[\p{L}\p{N}_-]+$/u;

/**
 * Reads `:::`, `::: name`, `::: {.name #id key=value}` or `::: name {…}` (pandoc's fenced divs). Other words after the
 * name make the line no fence: there would be no place to print them.
 */
export function readContainerFence(line: string): ContainerFence | undefined {
  const match = fenceLine.exec(line);
  const colons = match?.[1]?.length;
  if (!match || colons === undefined) return undefined;
  const [, , name, inside] = match;
  if (name !== undefined && !word.test(name)) return undefined;
  if (inside === undefined) return { colons, names: name === undefined ? undefined : [name], values: {} };
  const attributes = readAttributes(inside);
  if (!attributes || (attributes.classes.length === 0 && name === undefined && attributes.id === undefined))
    return undefined;
  const { id, classes, values } = attributes;
  return {
    colons,
    names: [...(name === undefined ? [] : [name]), ...classes],
    values,
    ...(id !== undefined && { id }),
  };
}

/** Whether a line looks like a container's fence; a text line that does was probably meant as one. */
export function looksLikeFence(line: string): boolean {
  return /^ {0,3}:{3,}/.test(line);
}
