import type { Element, ElementData, Properties } from 'hast';
import type { Token } from 'markdown-it';

/** What a token says of its element: attributes of HTML, and the author's `key=value`s for the construct that knows them. */
export function saidOf(token: Token): Pick<Element, 'properties' | 'data'> {
  const properties: Properties = {};
  for (const [name, value] of token.attrs ?? []) {
    if (name === 'class') properties.className = String(value).split(' ');
    else if (name === 'start') properties.start = Number(value);
    else properties[name] = String(value);
  }
  const values = token.meta?.values as Readonly<Record<string, string>> | undefined;
  if (!values || Object.keys(values).length === 0) return { properties };
  const { lang, dir } = values;
  const known = { ...(lang !== undefined && { lang }), ...(dir !== undefined && { dir }) };
  return { properties: { ...properties, ...known }, data: { values } as ElementData };
}
