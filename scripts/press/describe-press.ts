import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import type { BookMeta } from '../model/book.js';
import type { PressSettings, PrintingCondition } from '../model/press.js';
import { deflated } from './deflated.js';
import { profileName, profileSpace } from './icc-profile.js';

/**
 * Names of the standards as the file says them (PDF/X-4: ISO 15930-7; PDF/X-1a: ISO 15930-4). The first edition of
 * X-1 names the family, and what of it the file conforms to in a key of its own (ISO 15930-1).
 */
const versions = {
  'x-4': 'PDF/X-4',
  'x-1a': 'PDF/X-1a:2003',
  'x-1a:2001': 'PDF/X-1:2001',
} as const;
const firstEdition = 'PDF/X-1a:2001';

/** What a screen has and a printer must not find: tags, links and where they lead, bookmarks, actions. */
const ofScreens = [
  'StructTreeRoot',
  'MarkInfo',
  'Dests',
  'Names',
  'Outlines',
  'OpenAction',
  'AA',
  'AcroForm',
  'PageLabels',
  'PageMode',
  'Threads',
  'OutputIntents',
  'Metadata',
];
const ofScreenPages = [
  'Annots',
  'StructParents',
  'Tabs',
  'AA',
  'Group',
  'CropBox',
  'ArtBox',
  'Rotate',
  'UserUnit',
];

/** Takes from the file what only screens need. */
export function dropScreenParts(pdf: PDFDocument): void {
  for (const key of ofScreens) pdf.catalog.delete(PDFName.of(key));
  for (const { node } of pdf.getPages()) for (const key of ofScreenPages) node.delete(PDFName.of(key));
}

/**
 * Says what the file is for (ISO 15930-7): the printing condition, metadata, identifiers, dates that do not vary.
 * `identity` is hex, at least 32 digits.
 */
export function describePress(
  pdf: PDFDocument,
  meta: BookMeta,
  settings: Pick<PressSettings, 'standard' | 'profile'>,
  condition: PrintingCondition | undefined,
  modified: Date,
  identity: string,
): void {
  const version = versions[settings.standard];
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
  info.set(PDFName.of('GTS_PDFXVersion'), PDFString.of(version));
  if (settings.standard === 'x-1a:2001')
    info.set(PDFName.of('GTS_PDFXConformance'), PDFString.of(firstEdition));
  info.set(PDFName.of('Trapped'), PDFName.of('False'));
  pdf.setTitle(meta.title);
  if (meta.authors.length > 0) pdf.setAuthor(meta.authors.map(({ name }) => name).join('; '));
  pdf.setProducer('Banxin');
  pdf.setCreator('Banxin');
  pdf.setCreationDate(modified);
  pdf.setModificationDate(modified);
  pdf.catalog.set(PDFName.of('OutputIntents'), pdf.context.obj([outputIntent(pdf, settings, condition)]));
  const packet = Buffer.from(xmp(meta, settings.standard, modified, identity), 'utf8');
  // The packet is readable without unpacking, as the standard asks.
  const dict = pdf.context.obj({ Type: 'Metadata', Subtype: 'XML', Length: packet.length });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(PDFRawStream.of(dict, packet)));
  const id = PDFHexString.of(identity.slice(0, 32));
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
}

/** The printing condition: registered, or by the profile that the user names, or both (ISO 32000-1, section 14.11.5). */
function outputIntent(
  pdf: PDFDocument,
  { profile }: Pick<PressSettings, 'profile'>,
  condition: PrintingCondition | undefined,
): PDFDict {
  const named = condition ?? { identifier: 'Custom', info: profile ? profileName(profile.bytes) : 'unknown' };
  const intent = pdf.context.obj({ Type: 'OutputIntent', S: 'GTS_PDFX' });
  intent.set(PDFName.of('OutputConditionIdentifier'), PDFString.of(named.identifier));
  intent.set(PDFName.of('Info'), PDFHexString.fromText(named.info));
  if (condition) intent.set(PDFName.of('RegistryName'), PDFString.of('http://www.color.org'));
  if (profile) {
    const like = pdf.context.obj({ N: profileSpace(profile.bytes) === 'GRAY' ? 1 : 4 });
    const stream = pdf.context.register(deflated(pdf, profile.bytes, like));
    intent.set(PDFName.of('DestOutputProfile'), stream);
  }
  return intent;
}

function xmp(meta: BookMeta, standard: PressSettings['standard'], modified: Date, identity: string): string {
  const conformance =
    standard === 'x-1a:2001'
      ? `\n<pdfxid:GTS_PDFXConformance>${firstEdition}</pdfxid:GTS_PDFXConformance>`
      : '';
  const date = modified.toISOString().replace(/\.\d+Z$/, 'Z');
  const uuid = (digits: string): string =>
    `uuid:${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20, 32)}`;
  const creators = meta.authors.map(({ name }) => `<rdf:li>${escaped(name)}</rdf:li>`).join('');
  return `<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdfxid:GTS_PDFXVersion>${versions[standard]}</pdfxid:GTS_PDFXVersion>${conformance}
<pdf:Producer>Banxin</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(meta.title)}</rdf:li></rdf:Alt></dc:title>
${creators === '' ? '' : `<dc:creator><rdf:Seq>${creators}</rdf:Seq></dc:creator>\n`}<xmp:CreatorTool>Banxin</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmpMM:DocumentID>${uuid(identity)}</xmpMM:DocumentID>
<xmpMM:InstanceID>${uuid(identity.slice(16) + identity)}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
