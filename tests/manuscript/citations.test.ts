import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import {
  type Citation,
  type CitationCluster,
  type CitationStyle,
  formatCitations,
  readLibrary,
  readStyle,
  shippedStyle,
} from '../../scripts/manuscript/citations/cite.js';
import { bib } from './citations-library.js';

const library = read('refs.bib', bib);

function read(file: string, text: string) {
  const { value, diagnostics } = readLibrary({ file, text });
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

async function styleOf(name: string): Promise<CitationStyle> {
  const { value } = await shippedStyle(name);
  if (!value) throw new Error(`no style ${name}`);
  return value;
}

/** A cluster of keys, or of citations with more to them. */
function cite(...citations: readonly (string | Citation)[]): CitationCluster {
  return { citations: citations.map((one) => (typeof one === 'string' ? { key: one } : one)) };
}

async function set(
  style: string | CitationStyle,
  clusters: readonly CitationCluster[],
  more: { listed?: readonly string[] | 'all'; language?: string; libraries?: (typeof library)[] } = {},
) {
  const { value, diagnostics } = await formatCitations({
    libraries: more.libraries ?? [library],
    style: typeof style === 'string' ? await styleOf(style) : style,
    language: more.language ?? 'zh-Hans',
    clusters,
    ...(more.listed && { listed: more.listed }),
  });
  return {
    value,
    texts: (value?.clusters ?? []).map(({ children }) => html(children)),
    lines: (value?.bibliography ?? []).map(({ label, children }) =>
      [...(label ? [html(label)] : []), html(children)].join(' '),
    ),
    found: diagnostics.map(({ code, place }) =>
      [place && [place.file, place.line].filter(Boolean).join(':'), code].filter(Boolean).join(' '),
    ),
    diagnostics,
  };
}

/** HTML without the marks of items. */
function html(nodes: readonly ElementContent[]): string {
  return toHtml([...nodes]).replace(/<\/?span[^>]*>/g, '');
}

const numeric = 'gb-t-7714-2015-numeric';
const authorDate = 'gb-t-7714-2015-author-date';

const everyKind = cite(
  ...'chen harrison yuan kanamori buseck erdos zhang who gbt deng ding xiao waerden smith-a'.split(' '),
);

describe('GB/T 7714—2015 by numbers', () => {
  test('sets every kind of source, Chinese ones with 等, others with et al.', async () => {
    const { lines, texts, found } = await set(numeric, [everyKind]);
    expect(found).toEqual([]);
    expect(texts).toEqual(['<sup>[1-14]</sup>']);
    expect(lines).toEqual([
      '[1] 陈登原. 国史旧闻: 第1卷[M]. 北京: 中华书局, 2000: 29.',
      '[2] 哈里森, 沃尔德伦. 经济数学与金融数学[M]. 谢远涛, 译. 2版. 北京: 中国人民大学出版社, 2012: 235-236.',
      '[3] 袁训来, 陈哲, 肖书海, 等. 蓝田生物群: 一个认识多细胞生物起源和早期演化的新窗口[J]. 科学通报, 2012, 55(34): 3219.',
      '[4] KANAMORI H. Shaking without quaking[J]. Science, 1998, 279(5359): 2063-2064. DOI:10.1126/science.279.5359.2063.',
      '[5] BUSECK P R, NORD G L Jr, VEBLEN D R, et al. Subsolidus phenomena in pyroxenes[M]//PREWITT C T. Pyroxene. Washington, D.C.: Mineralogical Society of America, 1980: 117-211.',
      '[6] ERDŐS P, GÖDEL K. On the NP question: an <i>open</i> problem[C]//Proceedings of the First Congress. Zürich: Birkhäuser, 1961: 1-9.',
      '[7] 张志祥. 间断动力系统的随机扰动及其在守恒律方程中的应用[D]. 北京: 北京大学, 1998.',
      '[8] World Health Organization. Factors regulating the immune response: report of WHO Scientific Group[R]. Geneva: WHO, 1970.',
      '[9] 全国信息与文献标准化技术委员会. 文献著录: 第4部分 非书资料: GB/T 3792.4—2009[S]. 北京: 中国标准出版社, 2010: 3.',
      '[10] 邓一刚. 全智能节电器: 200610171314.3[P]. 2006-12-13.',
      '[11] 丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).',
      '[12] 萧钰. 出版业信息化迈入快车道[EB/OL]. (2001-12-19)[2002-04-15]. http://www.creader.com/news/20011219/200112190019.html.',
      '[13] VAN DER WAERDEN B L, NOETHER E. Moderne Algebra[M]. 3rd ed. Berlin: Springer, 1950.',
      '[14] SMITH J A, et al. First things[M]. New York: Norton, 2020.',
    ]);
  });

  test('numbers follow the text; those in a row are drawn together, others are parted by commas (10.1.2)', async () => {
    const { texts } = await set(numeric, [
      cite('chen'),
      cite('zhang', 'yuan'),
      cite('who'),
      cite('chen', 'who'),
      cite('who', 'chen', 'zhang', 'yuan'),
      cite('zhang', 'yuan', 'who'),
      cite('zhang', 'chen', 'who'),
    ]);
    expect(texts).toEqual([
      '<sup>[1]</sup>',
      '<sup>[2-3]</sup>',
      '<sup>[4]</sup>',
      '<sup>[1,4]</sup>',
      '<sup>[1-4]</sup>',
      '<sup>[2-4]</sup>',
      '<sup>[1-2,4]</sup>',
    ]);
  });

  test('pages stand raised behind the bracket of their source (10.1.3)', async () => {
    const { texts, found } = await set(numeric, [
      cite('chen'),
      cite({ key: 'yuan', locator: '15-20' }),
      cite('chen', { key: 'yuan', locator: '15' }, { key: 'zhang', locator: '3', label: 'chapter' }, 'who'),
    ]);
    expect(found).toEqual([]);
    expect(texts).toEqual(['<sup>[1]</sup>', '<sup>[2]15-20</sup>', '<sup>[1],[2]15,[3]第3章,[4]</sup>']);
  });

  test('an author in the sentence stands before the number', async () => {
    const inText = (key: string): CitationCluster => ({ ...cite(key), inText: true });
    const { texts } = await set(numeric, ['chen', 'yuan', 'waerden', 'nobody'].map(inText));
    expect(texts).toEqual([
      '陈登原<sup>[1]</sup>',
      '袁训来等<sup>[2]</sup>',
      'van der Waerden et al.<sup>[3]</sup>',
      '《无名氏集》<sup>[4]</sup>',
    ]);
  });

  test('what is said of a source is marked with its key; of a range, both ends', async () => {
    const { value } = await set(numeric, [cite('chen'), cite('chen', 'yuan', 'zhang')]);
    expect(toHtml([...(value?.clusters[1]?.children ?? [])])).toBe(
      '<sup>[<span data-cite="chen">1</span>-<span data-cite="zhang">3</span>]</sup>',
    );
  });

  test('a book that names neither place nor publisher says so', async () => {
    const { lines } = await set(numeric, [cite('nobody')]);
    expect(lines).toEqual(['[1] 无名氏集[M]. [出版地不详]: [出版者不详], 1934.']);
  });
});

describe('GB/T 7714—2015 by author and year', () => {
  test('lists Chinese works first, by pinyin, then the others', async () => {
    const { lines, found } = await set(authorDate, [everyKind, cite('smith-b', 'nobody')]);
    expect(found).toEqual([]);
    expect(lines).toEqual([
      '陈登原, 2000. 国史旧闻: 第1卷[M]. 北京: 中华书局: 29.',
      '邓一刚, 2006. 全智能节电器: 200610171314.3[P]. 2006-12-13.',
      '丁文详, 2000. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).',
      '哈里森, 沃尔德伦, 2012. 经济数学与金融数学[M]. 谢远涛, 译. 2版. 北京: 中国人民大学出版社: 235-236.',
      '全国信息与文献标准化技术委员会, 2010. 文献著录: 第4部分 非书资料: GB/T 3792.4—2009[S]. 北京: 中国标准出版社: 3.',
      '萧钰, 2001. 出版业信息化迈入快车道[EB/OL]. (2001-12-19)[2002-04-15]. http://www.creader.com/news/20011219/200112190019.html.',
      '佚名, 1934. 无名氏集[M]. [出版地不详]: [出版者不详].',
      '袁训来, 陈哲, 肖书海, 等, 2012. 蓝田生物群: 一个认识多细胞生物起源和早期演化的新窗口[J]. 科学通报, 55(34): 3219.',
      '张志祥, 1998. 间断动力系统的随机扰动及其在守恒律方程中的应用[D]. 北京: 北京大学.',
      'BUSECK P R, NORD G L Jr, VEBLEN D R, et al., 1980. Subsolidus phenomena in pyroxenes[M]//PREWITT C T. Pyroxene. Washington, D.C.: Mineralogical Society of America: 117-211.',
      'ERDŐS P, GÖDEL K, 1961. On the NP question: an <i>open</i> problem[C]//Proceedings of the First Congress. Zürich: Birkhäuser: 1-9.',
      'KANAMORI H, 1998. Shaking without quaking[J]. Science, 279(5359): 2063-2064. DOI:10.1126/science.279.5359.2063.',
      'SMITH J A, et al., 2020a. Second things[M]. New York: Norton.',
      'SMITH J A, et al., 2020b. First things[M]. New York: Norton.',
      'VAN DER WAERDEN B L, NOETHER E, 1950. Moderne Algebra[M]. 3rd ed. Berlin: Springer.',
      'World Health Organization, 1970. Factors regulating the immune response: report of WHO Scientific Group[R]. Geneva: WHO.',
    ]);
  });

  test('names the whole Chinese author and the family name of others, the first of several', async () => {
    const { texts } = await set(authorDate, [
      cite('chen'),
      cite('yuan', 'kanamori'),
      cite('erdos'),
      cite('smith-a', 'smith-b'),
      cite({ key: 'chen', prefix: '参见', suffix: '等处' }),
      cite({ key: 'chen', locator: '33-34' }),
      cite({ key: 'chen', suppressAuthor: true }),
      { ...cite('yuan'), inText: true },
      { ...cite({ key: 'erdos', locator: '3' }), inText: true },
    ]);
    expect(texts).toEqual([
      '（陈登原，2000）',
      '（袁训来 等，2012；Kanamori，1998）',
      '（Erdős et al.，1961）',
      '（Smith et al.，2020b，2020a）',
      '（参见陈登原，2000等处）',
      '（陈登原，2000）<sup>33-34</sup>',
      '（2000）',
      '袁训来 等（2012）',
      'Erdős et al.（1961）<sup>3</sup>',
    ]);
  });

  test('author and year are one mark', async () => {
    const { value } = await set(authorDate, [cite('chen', 'kanamori')]);
    expect(toHtml([...(value?.clusters[0]?.children ?? [])])).toBe(
      '（<span data-cite="chen">陈登原，2000</span>；<span data-cite="kanamori">Kanamori，1998</span>）',
    );
  });
});

describe('author and year in English', () => {
  test('sets citations and the list of references', async () => {
    const clusters = [
      cite({ key: 'kanamori', locator: '15-20' }, 'buseck', 'erdos'),
      cite({ key: 'who', locator: '3', label: 'chapter' }),
      cite('smith-a', 'smith-b'),
      { ...cite({ key: 'erdos', locator: '3' }), inText: true },
    ];
    const { texts, lines, found, value } = await set('author-date', clusters, { language: 'en-GB' });
    expect(found).toEqual([]);
    expect(texts).toEqual([
      '(Kanamori 1998, 15–20; Buseck et al. 1980; Erdős and Gödel 1961)',
      '(World Health Organization 1970, chap. 3)',
      '(Smith et al. 2020b; 2020a)',
      'Erdős and Gödel (1961, 3)',
    ]);
    expect(lines).toEqual([
      'Buseck, P. R., G. L. Nord, Jr, D. R. Veblen, and J. V. Smith. 1980. “Subsolidus phenomena in pyroxenes.” In <i>Pyroxene</i>, edited by C. T. Prewitt, 117–211. Washington, D.C.: Mineralogical Society of America.',
      'Erdős, Pál, and Kurt Gödel. 1961. “On the NP question: an <i>open</i> problem.” In <i>Proceedings of the First Congress</i>, 1–9. Zürich: Birkhäuser.',
      'Kanamori, Hiroo. 1998. “Shaking without quaking.” <i>Science</i> 279 (5359): 2063–64. https://doi.org/10.1126/science.279.5359.2063.',
      'Smith, John A., et al. 2020a. <i>Second things</i>. New York: Norton.',
      'Smith, John A., et al. 2020b. <i>First things</i>. New York: Norton.',
      'World Health Organization. 1970. <i>Factors regulating the immune response: report of WHO Scientific Group</i>. Geneva: WHO.',
    ]);
    expect(value?.hangs).toBe(true);
  });
});

describe('Chinese notes', () => {
  test('name a source whole, then short; Chinese ones in Chinese, others in English', async () => {
    const clusters = [
      cite({ key: 'chen', locator: '29' }),
      cite('yuan', { key: 'kanamori', locator: '2063' }),
      cite('harrison', 'ding'),
      cite({ key: 'chen', locator: '3', label: 'chapter' }),
      cite('erdos'),
      cite({ key: 'kanamori', locator: '2064' }),
    ];
    const { texts, lines, found } = await set('chinese-notes', clusters);
    expect(found).toEqual([]);
    expect(texts).toEqual([
      '陈登原：《国史旧闻》第1卷，北京：中华书局，2000年，第29页。',
      '袁训来等：《蓝田生物群: 一个认识多细胞生物起源和早期演化的新窗口》，《科学通报》2012年第34期，第3219页；Hiroo Kanamori, “Shaking without quaking”, <i>Science</i>, vol. 279, no. 5359 (March 1998), p. 2063.',
      '哈里森、沃尔德伦：《经济数学与金融数学》，谢远涛译，第2版，北京：中国人民大学出版社，2012年，第235-236页；丁文详：《数字革命与竞争国际化》，《中国青年报》2000年11月20日，第15版。',
      '陈登原：《国史旧闻》第1卷，第3章。',
      'Pál Erdős and Kurt Gödel, “On the NP question: an <i>open</i> problem”, in <i>Proceedings of the First Congress</i>, Zürich: Birkhäuser, 1961, pp. 1-9.',
      'Hiroo Kanamori, “Shaking without quaking”, p. 2064.',
    ]);
    expect(lines.slice(0, 2)).toEqual([
      '陈登原：《国史旧闻》第1卷，北京：中华书局，2000年。',
      '丁文详：《数字革命与竞争国际化》，《中国青年报》2000年11月20日。',
    ]);
  });

  test('an author in the sentence stands there, and the note is whole', async () => {
    const { value } = await set('chinese-notes', [{ ...cite('chen'), inText: true }]);
    const [cluster] = value?.clusters ?? [];
    expect(html(cluster?.author ?? [])).toBe('陈登原');
    expect(html(cluster?.children ?? [])).toBe('陈登原：《国史旧闻》第1卷，北京：中华书局，2000年，第29页。');
  });
});

describe('what a book asks for', () => {
  test('only what is cited is listed, and what is asked for besides; `all` lists the library', async () => {
    const clusters = [cite('who')];
    expect((await set(numeric, clusters)).value?.bibliography.map(({ key }) => key)).toEqual(['who']);
    const some = await set(numeric, clusters, { listed: ['deng', 'who'] });
    expect(some.value?.bibliography.map(({ key }) => key)).toEqual(['who', 'deng']);
    const all = await set(numeric, clusters, { listed: 'all' });
    expect(all.value?.bibliography).toHaveLength(library.entries.length);
    expect(all.value?.bibliography[0]?.key).toBe('who');
  });

  test('a key that no library has is an error at its place, and the rest of the cluster stands', async () => {
    const place = { file: 'chapters/1.md', line: 7, column: 3 };
    const { texts, diagnostics } = await set(numeric, [
      { ...cite('chen', 'kanamory'), place },
      { ...cite('kanamory'), place },
    ]);
    expect(texts).toEqual(['<sup>[1]</sup>', '[@kanamory]']);
    expect(diagnostics.map(({ code, hint, place: at }) => [code, hint, at])).toEqual([
      ['citation-key-unknown', 'did you mean `kanamori`?', place],
      ['citation-key-unknown', 'did you mean `kanamori`?', place],
    ]);
  });

  test('what is wrong inside an entry is told only where it is used', async () => {
    const odd = read('odd.bib', '@book{a, title = {A \\foo{b} c}}\n@book{b,\n title = {D \\bar e}}\n');
    expect((await set(numeric, [cite('a')], { libraries: [odd] })).found).toEqual([
      'odd.bib:1 library-command-unknown',
    ]);
  });

  test('of two libraries with one key the first counts', async () => {
    const other = read('other.bib', '@book{chen, title = {别的书}}\n');
    const { lines, found } = await set(numeric, [cite('chen')], { libraries: [library, other] });
    expect(lines[0]).toContain('国史旧闻');
    expect(found).toEqual(['other.bib:1 library-key-twice']);
  });

  test('keys may be any words', async () => {
    const items = ['__proto__', 'constructor', '甲/乙', '1'].map((id) => ({
      id,
      type: 'book',
      title: `T${id}`,
    }));
    const odd = read('odd.json', JSON.stringify(items));
    const { value, found } = await set(numeric, [cite(...items.map(({ id }) => id))], { libraries: [odd] });
    expect(found).toEqual([]);
    expect(value?.bibliography.map(({ key }) => key)).toEqual(items.map(({ id }) => id));
  });

  test('markup in a text or in the words of a citation makes no elements but for fonts', async () => {
    const evil = read(
      'evil.json',
      JSON.stringify([
        {
          id: 'e',
          type: 'book',
          title: '<script>x</script> <a href="javascript:1">y</a> <i>z</i> a < b & c',
        },
      ]),
    );
    const { value } = await set(numeric, [cite({ key: 'e', prefix: '<b>p</b> ' })], { libraries: [evil] });
    expect(toHtml([...(value?.bibliography[0]?.children ?? [])])).toBe(
      '&#x3C;script>x&#x3C;/script> &#x3C;a href="javascript:1">y&#x3C;/a> <i>z</i> a &#x3C; b &#x26; c[M]. [S.l.]: [s.n.].',
    );
    expect(toHtml([...(value?.clusters[0]?.children ?? [])])).toContain('[&#x3C;b>p&#x3C;/b> <span');
  });

  test('editions are known by their number however they are written, and the first is not said', async () => {
    const editions = ['1', '第一版', '第3版', '第二版', '2nd ed.', 'Second', '修订本', 'Rev. ed.'];
    const items = editions.map((edition, index) => ({
      id: `e${index}`,
      type: 'book',
      title: index % 2 ? '书' : 'B',
      edition,
      publisher: 'P',
      'publisher-place': 'L',
    }));
    const libraries = [read('e.json', JSON.stringify(items))];
    const { lines } = await set(numeric, [cite(...items.map(({ id }) => id))], { libraries });
    expect(lines.map((line) => line.replace(/^.*\[M\]\. /, ''))).toEqual([
      'L: P.',
      'L: P.',
      '3rd ed. L: P.',
      '2版. L: P.',
      '2nd ed. L: P.',
      '2版. L: P.',
      '修订本. L: P.',
      'Rev. ed. L: P.',
    ]);
  });

  test('spans of uneven dates, days that are 0 and numbers that are no texts are taken', async () => {
    const items = [
      { issued: { 'date-parts': [[2020, 5], [2021]] }, publisher: 7 },
      { issued: { 'date-parts': [[2020, 0, 0]] }, publisher: 'P' },
    ].map((item, index) => ({
      id: `d${index}`,
      type: 'book',
      title: 100 + index,
      'publisher-place': 'L',
      ...item,
    }));
    const libraries = [read('d.json', JSON.stringify(items))];
    const { lines, found } = await set(numeric, [cite('d0', 'd1')], { libraries });
    expect(found).toEqual([]);
    expect(lines).toEqual(['[1] 100[M]. L: 7, 2020-2021.', '[2] 101[M]. L: P, 2020.']);
  });

  test('a book in traditional characters has their words', async () => {
    const item = {
      id: 'a',
      type: 'book',
      title: '書',
      author: [{ family: '甲' }],
      translator: [{ family: '乙' }],
      language: 'zh-TW',
      publisher: '社',
      'publisher-place': '臺北',
    };
    const libraries = [read('a.json', JSON.stringify([item]))];
    const { lines } = await set(numeric, [cite('a')], { libraries, language: 'zh-Hant-TW' });
    expect(lines).toEqual(['[1] 甲. 書[M]. 乙, 譯. 臺北: 社.']);
  });

  test('a source that a cluster names twice is numbered once', async () => {
    const { texts } = await set(numeric, [cite('chen', 'chen')]);
    expect(texts).toEqual(['<sup>[1]</sup>']);
  });

  test('authors and translators who are not named are 等 or et al., in every style', async () => {
    const some = read(
      'a.bib',
      `@book{a, title = {书}, author = {甲 and others}, translator = {乙 and others}, publisher = {社}, location = {京 and 沪}, date = 2000}
@book{b, title = {Book}, author = {Smith, J. and others}, publisher = {P}, date = 2000}
@book{c, title = {Book}, author = {Smith, J. and Lee, K. and others}, publisher = {P}, date = 2001}`,
    );
    const clusters = [cite('a', 'b', 'c')];
    const libraries = [some];
    expect((await set(numeric, clusters, { libraries })).lines).toEqual([
      '[1] 甲, 等. 书[M]. 乙, 等译. 京: 社, 2000.',
      '[2] SMITH J, et al. Book[M]. [S.l.]: P, 2000.',
      '[3] SMITH J, LEE K, et al. Book[M]. [S.l.]: P, 2001.',
    ]);
    const english = await set('author-date', clusters, { libraries, language: 'en' });
    expect(english.texts).toEqual(['(甲 et al. 2000; Smith et al. 2000; Smith, Lee, et al. 2001)']);
    expect(english.lines).toContain('Smith, J., K. Lee, et al. 2001. <i>Book</i>. P.');
  });

  test('a work without a language is worded by the writing of its title', async () => {
    const titles = { a: '书', b: 'Book', c: 'Книга', d: 'ほん' };
    const items = Object.entries(titles).map(([id, title]) => ({
      id,
      type: 'book',
      title,
      author: 'ABCD'.split('').map((family) => ({ family })),
      publisher: 'P',
    }));
    const { lines } = await set(numeric, [cite('a', 'b', 'c', 'd')], {
      libraries: [read('a.json', JSON.stringify(items))],
    });
    expect(lines.map((line) => line.replace(/^.*C, /, ''))).toEqual([
      '等. 书[M]. [出版地不详]: P.',
      'et al. Book[M]. [S.l.]: P.',
      'et al. Книга[M]. [S.l.]: P.',
      '等. ほん[M]. [S.l.]: P.',
    ]);
  });

  test('the same request gives the same nodes', async () => {
    const clusters = [everyKind, cite('smith-a', 'smith-b')];
    const [first, second] = [await set(authorDate, clusters), await set(authorDate, clusters)];
    expect(JSON.stringify(first.value)).toBe(JSON.stringify(second.value));
  });
});

describe('styles', () => {
  test('an unknown name is an error with the nearest known one', async () => {
    const { value, diagnostics } = await shippedStyle('gb-t-7714-2015-numerik');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, values }) => [code, values.nearest])).toEqual([
      ['citation-style-unknown', 'gb-t-7714-2015-numeric'],
    ]);
  });

  test.each([
    ['citation-style-not-csl', '<html/>'],
    ['citation-style-not-csl', '<style xmlns="http://purl.org/net/xbiblio/csl"/>'],
    [
      'citation-style-dependent',
      '<style><info><link href="http://www.zotero.org/styles/nature" rel="independent-parent"/></info></style>',
    ],
  ])('a file that is no style of its own: %s', (code, text) => {
    const { value, diagnostics } = readStyle({ file: 'my.csl', text });
    expect(value).toBeUndefined();
    expect(diagnostics.map((found) => [found.code, found.place?.file])).toEqual([[code, 'my.csl']]);
  });

  const own = (layout: string, attributes = 'class="in-text"'): CitationStyle => {
    const text = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" ${attributes}><info><title>t</title><id>t</id></info>
      <citation><layout delimiter="; ">${layout}</layout></citation></style>`;
    const { value } = readStyle({ file: 'my.csl', text });
    if (!value) throw new Error('unreadable');
    return value;
  };

  test('a style that calls a macro it has not is warned of at its line', () => {
    const text = '<style>\n<citation>\n<layout><text macro="gone"/></layout></citation></style>';
    const { value, diagnostics } = readStyle({ file: 'my.csl', text });
    expect(value).toBeDefined();
    expect(diagnostics.map(({ code, severity, place }) => [code, severity, place?.line])).toEqual([
      ['citation-style-macro-missing', 'warning', 3],
    ]);
  });

  test('a style whose tags do not pair is an error at the tag', () => {
    const text = '<style>\n<citation>\n<layout>\n</citation></style>';
    expect(
      readStyle({ file: 'my.csl', text }).diagnostics.map(({ code, place, values }) => [
        code,
        place?.line,
        values.tag,
      ]),
    ).toEqual([['citation-style-malformed', 4, '</citation>']]);
  });

  test('a style that the engine cannot carry out is an error at its file', async () => {
    const { value: style } = readStyle({
      file: 'my.csl',
      text: '<style version="1.0"><info/><citation><layout><gone/></layout></citation></style>',
    });
    if (!style) throw new Error('unreadable');
    const { found, value } = await set(style, [cite('chen')]);
    expect(value).toBeUndefined();
    expect(found).toEqual(['my.csl citation-style-unreadable']);
  });

  test('a style without pages for citations tells of the page that it lost', async () => {
    const { found, texts } = await set(own('<text variable="title"/>'), [
      cite({ key: 'chen', locator: '3' }),
    ]);
    expect(texts).toEqual(['国史旧闻']);
    expect(found).toEqual(['citation-locator-lost']);
  });

  test('a style that has nothing to print of a source tells so', async () => {
    const { found, texts } = await set(own('<text variable="DOI"/>'), [cite('chen')]);
    expect(texts).toEqual(['']);
    expect(found).toEqual(['citation-empty']);
  });

  test('a style of notes knows where a source was cited before', async () => {
    const style = own(
      '<choose><if position="subsequent"><text variable="title" form="short"/></if><else><text variable="title" font-style="italic"/></else></choose>',
      'class="note"',
    );
    const { texts } = await set(style, [cite('kanamori'), cite('who'), cite('kanamori')]);
    expect(style.isNote).toBe(true);
    expect(texts[0]).toBe('<i>Shaking without quaking</i>');
    expect(texts[2]).toBe('Shaking without quaking');
  });

  test('a language that Banxin has no words for is told, and English is used', async () => {
    const { found } = await set('author-date', [cite('chen')], { language: 'de' });
    expect(found).toEqual(['citation-words-missing']);
  });
});
