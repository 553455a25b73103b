import { describe, expect, it } from 'vitest';
import type { AccessibilityMetadata } from '../../scripts/ebook/accessibility.js';
import { makeOnix } from '../../scripts/ebook/onix.js';
import type { BookMeta } from '../../scripts/model/book.js';
import { fullMeta, plainMeta } from './sample-books.js';

const accessibility: AccessibilityMetadata = {
  modes: ['textual'],
  sufficient: ['textual'],
  features: ['tableOfContents', 'readingOrder', 'pageNavigation'],
  hazards: ['none'],
  summary: '可重排。',
};

function recordOf(meta: Partial<BookMeta>): string {
  const { bytes } = makeOnix({ ...plainMeta, ...meta }, accessibility, new Date('2024-05-17T08:30:01Z'));
  return Buffer.from(bytes).toString();
}

/** The texts of all elements of a name, in order. */
function texts(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(
    ([, text = '']) => text,
  );
}

describe('the ONIX 3.0 record of an e-book', () => {
  it('says what book.yaml says: identifiers, people, language, series, subjects, dates, the printed book', () => {
    const record = recordOf({
      ...fullMeta,
      series: { title: '夜行丛书', number: '3' },
      subjects: [{ term: '散文' }, { term: '当代小说', scheme: 'CLC', code: 'I247.5' }],
    });
    expect(record).toContain('<ONIXMessage release="3.0" xmlns="http://ns.editeur.org/onix/3.0/reference">');
    expect(texts(record, 'IDValue')).toEqual(['9787121365329', '9787508667895']);
    expect(texts(record, 'ProductIDType')).toEqual(['15', '15']);
    expect(texts(record, 'PersonName')).toEqual(['曹雪芹', '译者甲']);
    expect(texts(record, 'ContributorRole')).toEqual(['A01', 'B06']);
    expect(texts(record, 'PersonNameInverted')).toEqual(['Cao, Xueqin']);
    expect(texts(record, 'TitleText')).toEqual(['夜行丛书', '样书 &#x26; 例']);
    expect([texts(record, 'LanguageCode'), texts(record, 'ScriptCode')]).toEqual([['chi'], ['Hans']]);
    expect(texts(record, 'SubjectSchemeIdentifier')).toEqual(['20', '24']);
    expect(record).toContain('<Date dateformat="01">202405</Date>');
    expect(texts(record, 'SentDateTime')).toEqual(['20240517T083001Z']);
  });

  it('says of accessibility what the package says, by list 196, and claims nothing by itself', () => {
    expect(texts(recordOf({}), 'ProductFormFeatureValue')).toEqual(['00', '10', '11', '13', '19', '52']);
    const claim = { conformsTo: 'EPUB Accessibility 1.1 - WCAG 2.1 Level AA', certifiedBy: '某机构' };
    expect(texts(recordOf({ accessibility: claim }), 'ProductFormFeatureValue')).toEqual([
      '00',
      '04',
      '81',
      '85',
      '90',
      '10',
      '11',
      '13',
      '19',
      '52',
    ]);
  });

  it('names a book without an ISBN by its UUID, and says that nobody is named as its author', () => {
    const record = recordOf({ authors: [] });
    expect([texts(record, 'ProductIDType'), texts(record, 'IDTypeName')]).toEqual([['01'], ['UUID']]);
    expect(record).toContain('<NoContributor></NoContributor>');
  });
});
