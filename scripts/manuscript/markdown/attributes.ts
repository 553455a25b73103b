/** What stands in braces behind a heading, a picture, a span or a fence (pandoc's attributes). */
export interface Attributes {
  readonly id?: string;
  readonly classes: readonly string[];
  /** `key=value`, without the quotation marks. */
  readonly values: Readonly<Record<string, string>>;
}

const item =
  /\s*(?:#(?<id>[\p{L}\p{N}_:.-]+)|\.(?<className>[\p{L}\p{N}_-]+)|(?<bare>-)|(?<key>[\p{L}][\p{L}\p{N}_:-]*)=(?:"(?<double>(?:[^"\\]|\\.)*)"|'(?<single>[^']*)'|(?<word>[^\s"'{}]+)))(?=\s|$)/uy;

/**
 * Reads the inside of `{#id .class key=value}`. Anything else in it, or nothing at all, makes it no attributes: then it
 * is text. A lone `-` is pandoc's short form of `.unnumbered`.
 */
export function readAttributes(inside: string): Attributes | undefined {
  const ids: string[] = [];
  const classes: string[] = [];
  const values: Record<string, string> = {};
  item.lastIndex = 0;
  let end = 0;
  for (let match = item.exec(inside); match; match = item.exec(inside)) {
    const { id, className, bare, key, double, single, word } = match.groups ?? {};
    if (id !== undefined) ids.push(id);
    if (className !== undefined) classes.push(className);
    if (bare !== undefined) classes.push('unnumbered');
    if (key !== undefined) values[key] = double?.replace(/\\(.)/g, '$1') ?? single ?? word ?? '';
    end = item.lastIndex;
  }
  const isWhole = inside.slice(end).trim() === '' && end > 0;
  if (!isWhole || ids.length > 1) return undefined;
  return fromKeys({ ...(ids[0] !== undefined && { id: ids[0] }), classes, values });
}

/** `id=x` and `class="a b"` say the same as `#x` and `.a .b`. */
function fromKeys({ id, classes, values }: Attributes): Attributes {
  const { id: keyId, class: keyClass, ...rest } = values;
  const own = id ?? keyId;
  const more = keyClass?.split(/\s+/).filter((name) => name !== '') ?? [];
  return { ...(own !== undefined && { id: own }), classes: [...classes, ...more], values: rest };
}

/** The attributes that begin at the brace at `start`, and where they end (behind the brace). */
export function attributesAt(
  text: string,
  start: number,
): { readonly attributes: Attributes; readonly end: number } | undefined {
  if (text[start] !== '{') return undefined;
  const close = closingBrace(text, start + 1);
  if (close < 0) return undefined;
  const attributes = readAttributes(text.slice(start + 1, close));
  return attributes && { attributes, end: close + 1 };
}

/** The brace that closes; those between quotation marks do not. Attributes are short: a long way is not gone. */
function closingBrace(text: string, from: number): number {
  const limit = Math.min(text.length, from + 1000);
  let quote = '';
  for (let at = from; at < limit; at++) {
    const character = text[at] ?? '';
    if (quote !== '') quote = character === quote && text[at - 1] !== '\\' ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '}') return at;
    else if (character === '{') return -1;
  }
  return -1;
}
