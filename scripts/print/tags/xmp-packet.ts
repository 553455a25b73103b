import { type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { BookMeta } from '../../model/book.js';
import { printIdentifier } from '../../model/edition-identifier.js';

/**
 * Sets the metadata stream (ISO 16684-1; ISO 14289-1, sections 5 and 7.1): what `book.yaml` says of the book, the same
 * as in the information dictionary, and that the file follows PDF/UA-1. It is not packed, so that any program can find it.
 */
export function setXmp(pdf: PDFDocument, meta: BookMeta, modified: Date): void {
  const bytes = Buffer.from(xmpPacket(meta, modified), 'utf8');
  const dict = pdf.context.obj({ Type: 'Metadata', Subtype: 'XML', Length: bytes.length });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(PDFRawStream.of(dict, bytes)));
}

function xmpPacket(meta: BookMeta, modified: Date): string {
  const date = modified.toISOString().replace(/\.\d+Z$/, 'Z');
  const properties = [
    alternative('dc:title', meta.title),
    list(
      'dc:creator',
      'Seq',
      meta.authors.map(({ name }) => name),
    ),
    meta.description && alternative('dc:description', meta.description),
    list('dc:language', 'Bag', [meta.language]),
    list('dc:publisher', 'Bag', meta.publisher ? [meta.publisher] : []),
    list('dc:date', 'Seq', meta.date ? [meta.date] : []),
    meta.rights && alternative('dc:rights', meta.rights),
    simple('dc:identifier', printIdentifier(meta)),
    simple('dc:format', 'application/pdf'),
    simple('xmp:CreatorTool', 'Banxin'),
    simple('xmp:CreateDate', date),
    simple('xmp:ModifyDate', date),
    simple('xmp:MetadataDate', date),
    simple('pdf:Producer', 'Banxin'),
    simple('pdfuaid:part', '1'),
  ];
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${properties.filter(Boolean).join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function simple(name: string, value: string): string {
  return `<${name}>${escaped(value)}</${name}>`;
}

function list(name: string, kind: 'Seq' | 'Bag', values: readonly string[]): string {
  if (values.length === 0) return '';
  const items = values.map((value) => `<rdf:li>${escaped(value)}</rdf:li>`).join('');
  return `<${name}><rdf:${kind}>${items}</rdf:${kind}></${name}>`;
}

function alternative(name: string, value: string): string {
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
