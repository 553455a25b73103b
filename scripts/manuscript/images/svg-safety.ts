/** Why an SVG picture is refused, in the words of its own markup; `undefined` if nothing speaks against it. */
export function svgFault(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'UTF-8';
  }
  const open: string[] = [];
  let position = text.indexOf('<');
  while (position >= 0) {
    const step = markupAt(text, position);
    if ('fault' in step) return step.fault;
    const nesting = step.tag && nestingFault(step.tag, open);
    if (nesting !== undefined) return nesting;
    position = text.indexOf('<', step.end);
    const between = referenceFault(text.slice(step.end, position < 0 ? undefined : position));
    if (between !== undefined) return between;
  }
  return open.length === 0 ? undefined : `<${open.at(-1)}> ?`;
}

type Step = { readonly end: number; readonly tag?: string } | { readonly fault: string };

/** XML wants every element ended by its own name (XML 1.0, 3); an EPUB with one that is not cannot be opened. */
function nestingFault(tag: string, open: string[]): string | undefined {
  const name = /^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? '';
  if (tag.startsWith('</')) return open.pop() === name ? undefined : tag;
  if (!tag.endsWith('/>')) open.push(name);
  return undefined;
}

/** Without a document type of its own, XML knows five names (XML 1.0, 4.6), and numbers. */
function referenceFault(text: string): string | undefined {
  const stray = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)[^\s<;]{0,20};?/.exec(text);
  return stray?.[0];
}

function markupAt(text: string, position: number): Step {
  if (text.startsWith('<!--', position)) return after(text, '-->', position + 4);
  if (text.startsWith('<![CDATA[', position)) return cdata(text, position);
  if (text.startsWith('<?', position)) return instruction(text, position);
  if (text.startsWith('<!', position)) return documentType(text, position);
  return element(text, position);
}

function after(text: string, end: string, from: number): Step {
  const at = text.indexOf(end, from);
  return at < 0 ? { fault: `${end} ?` } : { end: at + end.length };
}

function cdata(text: string, position: number): Step {
  const step = after(text, ']]>', position);
  if ('fault' in step) return step;
  return cssFault(text.slice(position, step.end)) ?? step;
}

/** `<?xml-stylesheet?>` loads a file. */
function instruction(text: string, position: number): Step {
  return /^<\?xml\s/.test(text.slice(position, position + 6))
    ? after(text, '?>', position)
    : { fault: '<?…?>' };
}

/** A document type with declarations of its own can define entities: text that no check here sees. */
function documentType(text: string, position: number): Step {
  const step = after(text, '>', position);
  if ('fault' in step) return step;
  return text.slice(position, step.end).includes('[') ? { fault: '<!DOCTYPE … [' } : step;
}

const refusedElements = new Set([
  'script',
  'foreignobject',
  'iframe',
  'embed',
  'object',
  'handler',
  'audio',
  'video',
  'set',
]);
const tag = /<\/?([^\s/>"'<=]+)((?:\s+[^\s/>"'<=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/y;

function element(text: string, position: number): Step {
  tag.lastIndex = position;
  const match = tag.exec(text);
  if (!match) return { fault: text.slice(position, position + 20) };
  const name = localName(match[1] ?? '');
  if (refusedElements.has(name)) return { fault: `<${match[1]}>` };
  const fault = attributesFault(match[2] ?? '') ?? referenceFault(match[2] ?? '');
  if (fault !== undefined) return { fault };
  const step = { end: tag.lastIndex, tag: match[0] };
  if (name !== 'style' || text.startsWith('</', position) || match[0].endsWith('/>')) return step;
  const close = text.indexOf('<', step.end);
  return cssFault(text.slice(step.end, close < 0 ? undefined : close)) ?? step;
}

function attributesFault(attributes: string): string | undefined {
  const seen = new Set<string>();
  for (const [whole, name = '', quoted = ''] of attributes.matchAll(/([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (seen.has(name)) return shorten(whole);
    seen.add(name);
    const local = localName(name);
    const value = quoted.slice(1, -1).trim();
    const isReference = local === 'href' || local === 'src' || name.toLowerCase() === 'xml:base';
    const isHarmless = value.startsWith('#') || /^data:image\/(?:png|jpeg|gif|webp);base64,/i.test(value);
    const animatesReference = local === 'attributename' && /href|src|^on/i.test(value);
    if (/^on/.test(local) || animatesReference || (isReference && !isHarmless)) return shorten(whole);
    if (local === 'style' ? cssFault(value) : loadsFile(value)) return shorten(whole);
  }
  return undefined;
}

/** Style that loads a file, or hides by escapes what it does. */
function cssFault(css: string): { readonly fault: string } | undefined {
  const hidden = /@import|image-set\(|\\|&#/i.exec(css);
  if (hidden) return { fault: shorten(css.slice(hidden.index)) };
  return loadsFile(css) ? { fault: shorten(css.slice(css.search(/url\(/i))) } : undefined;
}

/** `url(…)` of anything but a part of the picture itself or a raster image in it. */
function loadsFile(value: string): boolean {
  const plain = value.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
  return /url\((?!\s*["']?\s*(?:#|data:image\/(?:png|jpeg|gif|webp);base64,))/i.test(plain);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
