import type { Root } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';

const htmlNamespace = 'http://www.w3.org/1999/xhtml';

/** Closing tags of elements that HTML parsers know as void: `<br></br>` would be two breaks to them. */
const voidEnd = /><\/(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)>/g;

/**
 * Serializes hast as a fragment of XHTML that an XML and an HTML parser read alike: void elements as
 * `<br/>`, all others with both tags, characters as themselves. Its parent must declare the XHTML namespace.
 */
export function toXhtml(tree: Root): string {
  const xml = toXast(tree);
  if (xml.type !== 'root') return '';
  for (const child of xml.children) {
    if (child.type === 'element' && child.attributes.xmlns === htmlNamespace) delete child.attributes.xmlns;
  }
  // The serializer leaves `>` alone, but `]]>` may not stand in XML text (XML 1.0, section 2.4).
  return toXml(xml).replace(voidEnd, '/>').replaceAll(']]>', ']]&gt;');
}
