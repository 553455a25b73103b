/** What a scan of XML calls back with; offsets count UTF-16 code units of the source. */
export interface XmlHandler {
  readonly open: (name: string, attributes: string, offset: number) => void;
  readonly close: (name: string, offset: number) => void;
  readonly text: (value: string, offset: number) => void;
}

/** Comments, CDATA sections, processing instructions, document types, tags. Attribute values may hold `>`. */
const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<(\/?)([^\s/>!?][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;

/**
 * Walks well-formed XML and calls back in order. It reads an EPUB by other means than wrote it. What is not
 * well-formed is for the EPUB checkers to say; here it is text or left out.
 */
export function scanXml(source: string, handler: XmlHandler): void {
  let end = 0;
  for (const match of source.matchAll(markup)) {
    if (match.index > end) handler.text(decodeEntities(source.slice(end, match.index)), end);
    end = match.index + match[0].length;
    const [, data, slash, name, attributes = ''] = match;
    if (data !== undefined) handler.text(data, match.index);
    if (name === undefined) continue;
    if (slash) handler.close(name, match.index);
    else handler.open(name, attributes, match.index);
    if (!slash && attributes.endsWith('/')) handler.close(name, match.index);
  }
  if (end < source.length) handler.text(decodeEntities(source.slice(end)), end);
}

/** The value of an attribute in the text between a tag's name and its end. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (const [, key, double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (key === name) return decodeEntities(double ?? single ?? '');
  }
  return undefined;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and numbers; others are not well-formed in an EPUB and stay as they are. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
