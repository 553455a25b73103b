import { toXml } from 'xast-util-to-xml';
import type { Artifact } from '../model/artifact.js';
import type { BookMeta } from '../model/book.js';
import type { AccessibilityMetadata } from './accessibility.js';
import { iso6392b, scriptOf } from './language-codes.js';
import { type PackageMetadata, type PackagePerson, packageMetadata } from './metadata.js';

type Element = Extract<Parameters<typeof toXml>[0], { type: 'element' }>;
type Nodes = Element | readonly Nodes[] | false | undefined;

/**
 * The catalogue record of the e-book that shops take in (ONIX for Books 3.0, reference tags), from the same data as the
 * package. What the book does not say (price, supplier, rights of sale) is left for the publisher to add.
 */
export function makeOnix(meta: BookMeta, accessibility: AccessibilityMetadata, modified: Date): Artifact {
  const metadata = packageMetadata(meta, modified);
  const message = element('ONIXMessage', [
    element('Header', [
      element('Sender', [
        value('SenderName', metadata.publisher ?? metadata.people[0]?.name ?? metadata.title),
      ]),
      value('SentDateTime', metadata.modified.replace(/[-:]/g, '')),
    ]),
    element('Product', [
      value('RecordReference', metadata.identifier),
      value('NotificationType', '03'),
      identifier(metadata.identifier),
      descriptive(metadata, accessibility),
      collateral(metadata),
      publishing(metadata),
      metadata.source ? related(metadata.source) : false,
    ]),
  ]);
  message.attributes = { release: '3.0', xmlns: 'http://ns.editeur.org/onix/3.0/reference' };
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(message)}\n`;
  return { kind: 'xml', fileName: `${meta.id}.onix.xml`, bytes: new TextEncoder().encode(xml) };
}

/** An ISBN (list 5, code 15), else a name of our own (code 01). */
function identifier(id: string): Element {
  const isbn = /^urn:isbn:(\d{13})$/.exec(id)?.[1];
  return element('ProductIdentifier', [
    value('ProductIDType', isbn ? '15' : '01'),
    isbn ? false : value('IDTypeName', id.startsWith('urn:uuid:') ? 'UUID' : 'Publisher'),
    value('IDValue', isbn ?? id.replace(/^urn:(?:uuid|isbn):/, '')),
  ]);
}

function descriptive(metadata: PackageMetadata, accessibility: AccessibilityMetadata): Element {
  const { title, subtitle, series, people, subjects, language } = metadata;
  const code = iso6392b(language);
  return element('DescriptiveDetail', [
    value('ProductComposition', '00'),
    value('ProductForm', 'ED'),
    value('ProductFormDetail', 'E101'),
    accessibilityFeatures(metadata, accessibility),
    value('PrimaryContentType', '10'),
    value('EpubTechnicalProtection', '00'),
    series &&
      element('Collection', [
        value('CollectionType', '10'),
        titleDetail([
          value('TitleElementLevel', '02'),
          series.number ? value('PartNumber', series.number) : false,
          value('TitleText', series.title),
        ]),
      ]),
    titleDetail([
      value('TitleElementLevel', '01'),
      value('TitleText', title),
      subtitle ? value('Subtitle', subtitle) : false,
    ]),
    people.length > 0 ? people.map(contributor) : element('NoContributor', []),
    code
      ? element('Language', [
          value('LanguageRole', '01'),
          value('LanguageCode', code),
          scriptOf(language) ? value('ScriptCode', scriptOf(language) ?? '') : false,
        ])
      : false,
    subjects.map(({ term, scheme, code: subject }) =>
      element('Subject', [
        value('SubjectSchemeIdentifier', subjectScheme(scheme)),
        subjectScheme(scheme) === '24' ? value('SubjectSchemeName', scheme ?? '') : false,
        subject ? value('SubjectCode', subject) : false,
        value('SubjectHeadingText', term),
      ]),
    ),
  ]);
}

function titleDetail(parts: readonly Nodes[]): Element {
  return element('TitleDetail', [value('TitleType', '01'), element('TitleElement', parts)]);
}

/** Codes of list 17 for MARC relators; another role is said as `Z99`. */
const contributorRoles: Readonly<Record<string, string>> = {
  aut: 'A01',
  cre: 'A01',
  ill: 'A12',
  pht: 'A13',
  aui: 'A15',
  win: 'A15',
  wpr: 'A16',
  aft: 'A19',
  wat: 'A20',
  ann: 'A20',
  cwt: 'A21',
  cov: 'A36',
  com: 'C01',
  edt: 'B01',
  red: 'B11',
  trl: 'B06',
  nrt: 'E07',
};

function contributor({ name, role, fileAs }: PackagePerson, index: number): Element {
  return element('Contributor', [
    value('SequenceNumber', String(index + 1)),
    value('ContributorRole', contributorRoles[role] ?? 'Z99'),
    value('PersonName', name),
    fileAs ? value('PersonNameInverted', fileAs) : false,
  ]);
}

/** List 27; a scheme that it does not have is named (code 24), and words without one are keywords (code 20). */
function subjectScheme(scheme: string | undefined): string {
  if (scheme === undefined) return '20';
  const known: Readonly<Record<string, string>> = {
    DDC: '01',
    LCC: '03',
    LCSH: '04',
    BISAC: '10',
    BIC: '12',
    UDC: '08',
    NDC: '77',
    Thema: '93',
  };
  return known[scheme] ?? '24';
}

/** What a feature of schema.org is in list 196. */
const features: Readonly<Record<string, string>> = {
  tableOfContents: '11',
  index: '12',
  readingOrder: '13',
  alternativeText: '14',
  MathML: '17',
  pageNavigation: '19',
  structuralNavigation: '29',
  displayTransformability: '36',
};

function accessibilityFeatures({ claim }: PackageMetadata, accessibility: AccessibilityMetadata): Nodes {
  const codes = accessibility.features.flatMap((feature) => features[feature] ?? []);
  if (accessibility.sufficient.includes('textual')) codes.push('52');
  return [
    feature('00', accessibility.summary),
    ...claimedStandards(claim.conformsTo ?? '').map((code) => feature(code)),
    claim.certifiedBy ? feature('90', claim.certifiedBy) : false,
    // List 196, code 10: nothing keeps a reading system from its own settings, for there is no DRM.
    ...['10', ...codes].sort().map((code) => feature(code)),
    claim.certifierReport ? feature('94', claim.certifierReport) : false,
  ];
}

function feature(code: string, description?: string): Element {
  return element('ProductFormFeature', [
    value('ProductFormFeatureType', '09'),
    value('ProductFormFeatureValue', code),
    description ? value('ProductFormFeatureDescription', description) : false,
  ]);
}

/** The standard, WCAG's version and its level, as list 196 has them apart. */
function claimedStandards(claim: string): readonly string[] {
  const level = /Level (A{1,3})\b/.exec(claim)?.[1];
  const wcag = /WCAG (2\.[012])\b/.exec(claim)?.[1];
  return [
    ...(/EPUB Accessibility 1\.1/.test(claim) ? ['04'] : []),
    ...(wcag ? [{ '2.0': '80', '2.1': '81', '2.2': '82' }[wcag] ?? ''] : []),
    ...(level ? [{ A: '84', AA: '85', AAA: '86' }[level] ?? ''] : []),
  ].filter(Boolean);
}

function collateral({ description }: PackageMetadata): Nodes {
  if (!description) return false;
  return element('CollateralDetail', [
    element('TextContent', [
      value('TextType', '03'),
      value('ContentAudience', '00'),
      value('Text', description),
    ]),
  ]);
}

function publishing({ publisher, date }: PackageMetadata): Nodes {
  if (!publisher && !date) return false;
  return element('PublishingDetail', [
    publisher
      ? element('Publisher', [value('PublishingRole', '01'), value('PublisherName', publisher)])
      : false,
    date ? element('PublishingDate', [value('PublishingDateRole', '01'), dateOf(date)]) : false,
  ]);
}

/** A date with its format (list 55): a year, a month or a day. */
function dateOf(date: string): Element {
  const format = { 4: '05', 7: '01', 10: '00' }[date.length] ?? '00';
  return { ...value('Date', date.replaceAll('-', '')), attributes: { dateformat: format } };
}

/** The printed book (list 51, code 13: the e-book is based on it). */
function related(source: string): Element {
  return element('RelatedMaterial', [
    element('RelatedProduct', [value('ProductRelationCode', '13'), identifier(source)]),
  ]);
}

function element(name: string, children: readonly Nodes[]): Element {
  return { type: 'element', name, attributes: {}, children: flatten(children) };
}

function value(name: string, text: string): Element {
  return { type: 'element', name, attributes: {}, children: [{ type: 'text', value: text }] };
}

function flatten(nodes: Nodes): Element[] {
  if (!nodes) return [];
  return 'type' in nodes ? [nodes] : nodes.flatMap(flatten);
}
