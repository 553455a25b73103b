import { describe, expect, it } from 'vitest';
import type { BookMeta } from '../../scripts/model/book.js';
import type { BodyType } from '../../scripts/model/theme.js';
import { printingSheets } from '../../scripts/print/leaves/printing-sheets.js';
import { imprintOf } from '../../scripts/theme/leaves/imprint.js';
import { loadTrim } from '../../scripts/theme/trim-size.js';

const body: BodyType = { size: 10.5, line: 18 };
const whole: BookMeta = {
  id: 'a',
  title: '江上数峰',
  subtitle: '札记',
  authors: [
    { name: '沈望舒', role: 'aut' },
    { name: '林一苇', role: 'trl' },
    { name: '周子实', role: 'red' },
  ],
  language: 'zh-Hans',
  publisher: '青石出版社',
  date: '2024-05-17',
  identifiers: { print: '978-7-02-000220-7', ebook: 'urn:uuid:123e4567-e89b-12d3-a456-426614174000' },
  edition: '2',
  printing: '3',
  price: '58.00元',
};
const bare: BookMeta = { id: 'a', title: '书', authors: [], language: 'zh-Hans', identifiers: {} };

async function imprint(meta: BookMeta, { trim = 'b32-140x210', pages = 272, characters = 150_432 } = {}) {
  const size = (await loadTrim(trim, '/nowhere', body)).value;
  if (!size) throw new Error(trim);
  return imprintOf(meta, { characters, print: { trim: size, sheets: (kai) => printingSheets(pages, kai) } });
}

const worded = (rows: readonly { readonly label: string; readonly value: string }[]) =>
  rows.map(({ label, value }) => `${label} ${value}`);

describe('the imprint of a Chinese book', () => {
  it('gives what book.yaml says and what is computed, in the order of GB/T 12450', async () => {
    expect(worded((await imprint(whole)).rows)).toEqual([
      '书名 江上数峰：札记',
      '作者 沈望舒',
      '译者 林一苇',
      '责任编辑 周子实',
      '出版 青石出版社',
      '开本 889毫米×1194毫米　1/32',
      '成品尺寸 140毫米×210毫米',
      '印张 8.5',
      '字数 150千字',
      '版次 2024年5月第2版',
      '印次 第3次印刷',
      '书号 ISBN 978-7-02-000220-7',
      '定价 58.00元',
    ]);
  });

  it('leaves no hole for what book.yaml does not say', async () => {
    const { rows, statements, rights, disclaimer, cip } = await imprint(bare);
    expect(rows.map(({ label }) => label)).toEqual(['书名', '开本', '成品尺寸', '印张', '字数']);
    expect([statements, rights, disclaimer, cip]).toEqual([[], [], [], undefined]);
  });

  it('names a size whose sheet is not known by itself, without sheets', async () => {
    const { rows } = await imprint(bare, { trim: 'in-6x9' });
    expect(worded(rows).slice(1, 3)).toEqual(['开本 6 × 9 in（152.4毫米×228.6毫米）', '字数 150千字']);
  });

  it('says a date by itself where neither edition nor printing bears it', async () => {
    const { rows } = await imprint({ ...bare, date: '2024-05' });
    expect(worded(rows)).toContain('日期 2024年5月');
  });

  it('prints a wording of edition and printing as it is given', async () => {
    const { rows } = await imprint({ ...whole, edition: '修订版', printing: '2025年1月第9次印刷' });
    expect(worded(rows)).toEqual(expect.arrayContaining(['版次 修订版', '印次 2025年1月第9次印刷']));
  });

  it('makes rows of colophon lines with a label, and keeps the others as lines', async () => {
    const { rows, statements } = await imprint({ ...bare, colophon: ['印刷：云间印刷厂', '本书用宋体排印'] });
    expect(worded(rows)).toContain('印刷 云间印刷厂');
    expect(statements).toEqual(['本书用宋体排印']);
  });

  it('parts cataloguing data into its heading and groups of lines', async () => {
    const cip = ['图书在版编目（CIP）数据', '', '甲', '乙', '', '丙'];
    expect((await imprint({ ...bare, cip })).cip).toEqual({
      heading: cip[0],
      groups: [['甲', '乙'], ['丙']],
    });
  });

  it('in traditional characters has the words of Taiwan', async () => {
    const { rows } = await imprint({ ...whole, language: 'zh-Hant', edition: '1' });
    expect(worded(rows)).toEqual(
      expect.arrayContaining(['書名 江上数峰：札记', '成品尺寸 140公釐×210公釐', '版次 2024年5月初版']),
    );
  });
});

describe('imprints of other languages', () => {
  it('a Japanese 奥付 has title and date above its rows, edition and printing in one', async () => {
    const { heading, issued, rows } = await imprint({
      ...whole,
      language: 'ja',
      edition: '1',
      printing: '1',
    });
    expect([heading, issued]).toEqual(['江上数峰　札记', '2024年5月17日　初版第1刷発行']);
    expect(rows.map(({ label }) => label)).toEqual(['著者', '訳者', '編集', '発行所', '定価', 'ISBN']);
  });

  it('an English copyright page says it in words', async () => {
    const { heading, rows, statements } = await imprint({ ...whole, language: 'en', price: '$18' });
    expect([heading, rows]).toEqual(['江上数峰: 札记', []]);
    expect(statements).toEqual([
      'Translated by 林一苇',
      'Editor: 周子实',
      'Published by 青石出版社',
      'Second edition, May 2024',
      'Third printing',
      'ISBN 978-7-02-000220-7',
      '$18',
    ]);
  });

  it('an e-book has neither format, sheets, printing and price, nor a UUID for an ISBN', () => {
    const { rows, isbn } = imprintOf(whole, { characters: 150_432 });
    expect(isbn).toBeUndefined();
    for (const absent of ['开本', '印张', '印次', '书号', '定价'])
      expect(rows.map(({ label }) => label)).not.toContain(absent);
  });
});

describe('印张', () => {
  it.each([
    [272, 32, '8.5'],
    [271, 32, '8.5'],
    [332, 32, '10.375'],
    [166, 16, '10.375'],
    [2, 32, '0.0625'],
  ])('%i pages at 1/%i are %s sheets', (pages, kai, sheets) => {
    expect(printingSheets(pages, kai)).toBe(sheets);
  });
});
