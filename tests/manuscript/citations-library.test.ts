import { describe, expect, test } from 'vitest';
import { type CslItem, readLibrary } from '../../scripts/manuscript/citations/cite.js';
import { bib } from './citations-library.js';

/** Findings of the file and of all entries as `line code`, and the items by key. */
function read(text: string, file = 'a.bib') {
  const { value, diagnostics } = readLibrary({ file, text });
  const all = [...diagnostics, ...(value?.entries.flatMap((entry) => entry.diagnostics) ?? [])];
  return {
    items: Object.fromEntries(value?.entries.map(({ item }) => [item.id, item]) ?? []) as Readonly<
      Record<string, CslItem>
    >,
    lines: value?.entries.map(({ item, place }) => `${place.line} ${item.id}`),
    found: all.map(({ code, place }) => `${place?.line ?? ''} ${code}`.trim()),
    diagnostics: all,
  };
}

/** What BibTeX makes of one field. */
function field(name: string, value: string, variable: string): unknown {
  return read(`@article{a, ${name} = {${value}}}`).items.a?.[variable];
}

describe('BibTeX', () => {
  test('is read without a finding where it is sound, each entry with its line', () => {
    const { found, lines } = read(bib);
    expect(found).toEqual([]);
    expect(lines?.slice(0, 3)).toEqual(['8 chen', '18 harrison', '30 yuan']);
    expect(lines).toHaveLength(17);
  });

  test.each([
    ['{\\"o}', 'ö'],
    ['\\"{o}', 'ö'],
    ["\\'{\\i}", 'í'],
    ["{\\'\\i}", 'í'],
    ['\\c{c}', 'ç'],
    ['\\v s', 'š'],
    ['{\\ss}', 'ß'],
    ['{\\O}re', 'Øre'],
    ['\\aa ngstr\\"om', 'ångström'],
    ['Erd{\\H o}s', 'Erdős'],
    ['\\={a}\\.z\\u{g}\\k{a}\\r{u}\\d{t}', 'āżğąůṭ'],
    ['R\\&D at 5\\% \\#1 \\_', 'R&D at 5% #1 _'],
    ["``quoted'' and `this'", '“quoted” and ‘this’'],
    ['1990--2000 --- so', '1990–2000 — so'],
    ['a~b', 'a\u00A0b'],
    ['H$_2$O and $\\alpha^{2}$', 'H<sub>2</sub>O and α<sup>2</sup>'],
    ['\\emph{so} \\textbf{b} {\\it i} \\textsuperscript{2}', '<i>so</i> <b>b</b> <i>i</i> <sup>2</sup>'],
    ['\\textsc{Sc}', '<span style="font-variant:small-caps;">Sc</span>'],
    ['The {NASA} way', 'The <span class="nocase">NASA</span> way'],
    ['a\n   b', 'a b'],
    ['\\href{http://x.cn}{text} \\url{http://y.cn}', 'text http://y.cn'],
    ['中文{标题}——“引”', '中文标题——“引”'],
  ])('reads TeX in a title: %s', (tex, text) => {
    expect(field('title', tex, 'title')).toBe(text);
  });

  test('reads names of every form', () => {
    expect(
      field(
        'author',
        'John A. Smith and van der Berg, Jan and King, Jr, Martin and Ludwig van Beethoven and {WHO and {Co}} and 陈登原 and 王 小明 and 王, 小明 and family=Groot, given=Jan, prefix=de and {\\"O}zg{\\"u}r, A. and others',
        'author',
      ),
    ).toEqual([
      { family: 'Smith', given: 'John A.' },
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
      { family: 'King', given: 'Martin', suffix: 'Jr', 'comma-suffix': true },
      { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
      { literal: 'WHO and Co' },
      { family: '陈登原' },
      { family: '王', given: '小明' },
      { family: '王', given: '小明' },
      { family: 'Groot', given: 'Jan', 'non-dropping-particle': 'de' },
      { family: 'Özgür', given: 'A.' },
      { family: '\uE00E' },
    ]);
  });

  test.each([
    ['date = {2020}', { 'date-parts': [[2020]] }],
    [
      'date = {2020-05/2020-06}',
      {
        'date-parts': [
          [2020, 5],
          [2020, 6],
        ],
      },
    ],
    ['date = {2020-05-06T10:00:00Z}', { 'date-parts': [[2020, 5, 6]] }],
    ['date = {2020-21}', { 'date-parts': [[2020]], season: 1 }],
    ['date = {1723~}', { 'date-parts': [[1723]], circa: true }],
    ['date = {2020/}', { literal: '2020–' }],
    ['date = {-0100}', { 'date-parts': [[-100]] }],
    ['year = 2020, month = may', { 'date-parts': [[2020, 5]] }],
    ['year = 2020, month = "10~" # jan', { 'date-parts': [[2020, 1, 10]] }],
    ['year = 2020, month = {September}, day = 3', { 'date-parts': [[2020, 9, 3]] }],
    ['year = {2020年}, month = {5月}', { 'date-parts': [[2020, 5]] }],
    ['year = {1988--1990}', { 'date-parts': [[1988], [1990]] }],
    ['year = {c1980}', { 'date-parts': [[1980]], circa: true }],
    ['year = {in press}', { literal: 'in press' }],
  ])('reads dates: %s', (fields, issued) => {
    const { items, found } = read(`@book{a, ${fields}}`);
    expect(found).toEqual([]);
    expect(items.a?.issued).toEqual(issued);
  });

  test('reads addresses, numbers, languages and what `@string` explains', () => {
    const { items, found } = read(`@string{p = "A" # {B}}
@article{a, title = {T}, publisher = p # { C}, doi = {https://doi.org/10.1/a\\_b}, url = {http://x.cn/a_b%20c~d},
  urldate = {2020-01-02}, pages = {1--3, 7}, number = 4, langid = {english}}
@techreport{b, title = {T}, number = {R-1}, type = {Memo}, institution = {I}, howpublished = {\\url{http://y.cn}}}
@misc{c, title = {T}, eprint = {2001.00001}, eprinttype = {arxiv}, language = {simplifiedchinese}}`);
    expect(found).toEqual([]);
    expect(items.a).toMatchObject({
      publisher: 'AB C',
      DOI: '10.1/a_b',
      URL: 'http://x.cn/a_b%20c~d',
      accessed: { 'date-parts': [[2020, 1, 2]] },
      page: '1-3, 7',
      issue: '4',
      language: 'en-US',
    });
    expect(items.b).toMatchObject({
      type: 'report',
      number: 'R-1',
      genre: 'Memo',
      publisher: 'I',
      URL: 'http://y.cn',
    });
    expect(items.c).toMatchObject({ URL: 'https://arxiv.org/abs/2001.00001', language: 'zh-CN' });
  });

  test('a part inherits from its book what it does not say itself', () => {
    const { items, found } = read(`@inbook{a, title = {Part}, author = {A}, crossref = {b}, publisher = {Own}}
@book{b, title = {Whole}, subtitle = {All of it}, author = {B}, publisher = {P}, year = 2001, location = {L}}
@xdata{x, series = {S}}
@book{c, title = {C}, xdata = {x}}`);
    expect(found).toEqual([]);
    expect(items.a).toEqual({
      id: 'a',
      type: 'chapter',
      title: 'Part',
      author: [{ family: 'A' }],
      'container-author': [{ family: 'B' }],
      'container-title': 'Whole: All of it',
      publisher: 'Own',
      'publisher-place': 'L',
      issued: { 'date-parts': [[2001]] },
    });
    expect(items.c?.['collection-title']).toBe('S');
    expect(items.x).toBeUndefined();
  });

  test('what is wrong in an entry is told with its line', () => {
    const { found, diagnostics, items } = read(`@book{a,
  title = {A \\weird{b} c},
  title = {Twice \\weird d},
  publisher = nope,
  date = {May 2020},
  crossref = {gone},
}
@bok{b, title = {B}}
@book{c, title = {C}, crossref = {d}}
@book{d, title = {D}, crossref = {c}}
`);
    expect(found).toEqual([
      '3 library-field-twice',
      '6 library-crossref-unknown',
      '3 library-command-unknown',
      '4 library-abbreviation-unknown',
      '5 library-date-unreadable',
      '8 library-type-unknown',
      '10 library-crossref-circle',
      '9 library-crossref-circle',
    ]);
    expect(items.a).toMatchObject({ title: 'Twice d', publisher: 'nope', issued: { literal: 'May 2020' } });
    expect(items.b?.type).toBe('document');
    expect(diagnostics.find(({ code }) => code === 'library-type-unknown')?.hint).toBe(
      'did you mean `@book`?',
    );
  });

  test('a brace that is not closed costs one entry', () => {
    const { found, lines } = read(`@book{a, title = {A}}
@book{b,
  title = {B,
  year = 2000,
}
@book{c, title = {C}}
@book{d, title = "D}
`);
    expect(found).toEqual(['2 library-entry-unclosed', '7 library-entry-unclosed']);
    expect(lines).toEqual(['1 a', '6 c']);
  });

  test('a lost comma, a lost key, a key that stands twice, and what is no field', () => {
    const { found, lines, diagnostics } = read(`@book{a, title = {A}
  year = 2000}
@book{title = {No key}}
@book{, title = {No key}}
@book{a, title = {Again}}
@book{e, title {E}}
@book{f, title = {F}}
`);
    expect(found).toEqual([
      '2 library-comma-missing',
      '3 library-key-missing',
      '4 library-key-missing',
      '5 library-key-twice',
      '6 library-field-unreadable',
    ]);
    expect(lines).toEqual(['1 a', '7 f']);
    expect(diagnostics.find(({ code }) => code === 'library-key-twice')?.related).toEqual([
      { file: 'a.bib', line: 1 },
    ]);
  });

  test('no text makes it fail or hang', () => {
    const deep = '{'.repeat(20_000);
    for (const text of [
      '',
      '@',
      '@{',
      '@book',
      '@book{',
      '@book{a',
      '@book{a,',
      '@book{a, b',
      '@book{a, b =',
      '@book{a, b = "',
      deep,
      `@book{a, title = ${deep}`,
      `@book{a, title = ${deep}${'}'.repeat(20_000)}}`,
      '\uFEFF@book{a, title={T}}',
      '@@@@book{a,title={\\}}',
      `@book{a, title = {${"\\'".repeat(20_000)}}}`,
      `@book{a, title = {${'\\em'.repeat(20_000)}}}`,
    ]) {
      expect(() => read(text)).not.toThrow();
    }
  });
});

describe('CSL-JSON', () => {
  test('is read as it is, each item with its line', () => {
    const item = {
      id: 'a',
      type: 'book',
      title: 'T',
      author: [{ family: 'F', given: 'G' }],
      issued: { 'date-parts': [[2000, 1]] },
    };
    const { items, found, lines } = read(
      `[\n${JSON.stringify(item)},\n{"id": 7, "type": "article"}]`,
      'a.json',
    );
    expect(found).toEqual([]);
    expect(lines).toEqual(['2 a', '3 7']);
    expect(items.a).toEqual(item);
  });

  test('values of a wrong form are left out and told; those of other programs are let be', () => {
    const text = `[
{"id": "a", "type": "boook", "author": "F", "issued": {"date-parts": [["2000", 5]]}, "custom": {"x": 1}, "note": null},
{"id": "b", "type": "book", "editor": [{}], "issued": 2000, "accessed": {"raw": "2020-01-02"}},
{"type": "book"},
3]`;
    const { items, found } = read(text, 'a.json');
    expect(found).toEqual([
      '4 library-key-missing',
      '5 library-entry-unreadable',
      '2 library-type-unknown',
      '2 library-value-wrong',
      '3 library-value-wrong',
      '3 library-value-wrong',
    ]);
    expect(items.a).toEqual({ id: 'a', type: 'document', issued: { 'date-parts': [[2000, 5]] } });
    expect(items.b).toEqual({ id: 'b', type: 'book', accessed: { 'date-parts': [[2020, 1, 2]] } });
  });

  test.each([
    ['[\n{"id": "a",}\n]', 2],
    ['[\n{"id": "a"}\n{"id": "b"}\n]', 3],
    ["[\n{'id': 1}]", 2],
    ['[\n1\n', 3],
    ['', 1],
    ['[1] x', 1],
    ['[\n"a\\q"]', 2],
    ['[\n\n01]', 3],
    ['['.repeat(100_000), 1],
  ])('tells where it stops being JSON: %j', (text, line) => {
    expect(read(text, 'a.json').found).toEqual([`${line} library-not-json`]);
  });

  test('a map is no list of items', () => {
    expect(read('{"id": "a"}', 'a.json').found).toEqual(['1 library-not-a-list']);
  });
});

test('a file of another kind is refused', () => {
  expect(read('', 'refs.ris').found).toEqual(['library-kind-unknown']);
});
