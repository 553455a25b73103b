import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDecisions } from '../../scripts/normalize/decisions/decisions-file.js';
import { checkNormalization } from '../../scripts/normalize/ledger/check-normalization.js';
import { normalizeText } from '../../scripts/normalize/normalize-text.js';

const book = join(import.meta.dirname, '../../manuscript/shanghai-2022-03-31');
const name = '000_e1f5ded88b7925a0.txt';
const source = { name, bytes: await readFile(join(book, 'source', name)) };
const { value } = normalizeText([source]);
const chapters = value?.chapters ?? [];
const count = (rule: string): number => value?.edits.filter((edit) => edit.rule === rule).length ?? 0;

describe('the page of 31 March 2022', () => {
  it('has four articles, each under its own headline', () => {
    expect(chapters.map(({ heading }) => heading)).toEqual([
      '勠力同心背水一战，坚决打赢疫情防控这场大仗硬仗',
      '众志成城共克时艰 凝聚起全社会强大合力 勠力同心竭尽全力 守护人民安康城市安全',
      '坚定坚决实施好这一轮面上核酸筛查工作',
      '胜利必将属于我们，上海的春天终将美丽如常',
    ]);
  });

  it('has 21 broken paragraphs rejoined and not one more', () => {
    expect(count('join')).toBe(21);
    expect(chapters.map(({ joins }) => joins)).toEqual([17, 3, 1, 0]);
  });

  it('has the kicker and ten district subheads of the first article, its captions and credits', () => {
    const first = chapters[0]?.markdown ?? '';
    expect(
      first.startsWith('::: kicker\n上海广大党员干部第一时间认真学习领会全市领导干部大会精神——\n:::\n'),
    ).toBe(true);
    const districts = first.match(/^## \S+/gm)?.map((line) => line.slice(3));
    expect(districts).toEqual([
      '虹口区',
      '杨浦区',
      '宝山区',
      '闵行区',
      '嘉定区',
      '金山区',
      '松江区',
      '青浦区',
      '奉贤区',
      '崇明区',
    ]);
    expect(first.match(/^[①②③]/gm)).toEqual(['①', '②', '③']);
    expect(first.match(/(?<=::: credit\n).*/g)).toEqual([
      '本报记者 张伊辰摄',
      '均本报记者 赵立荣摄',
      '制图：冯晓瑜',
    ]);
  });

  it('has its jump lines, its strays and its marks put right, and the letter signed off', () => {
    expect(chapters.map(({ continuedFrom }) => continuedFrom)).toEqual([
      undefined,
      '第一版',
      '第一版',
      '第一版',
    ]);
    expect(count('simplified-form')).toBe(2);
    expect(count('fullwidth-mark')).toBe(7);
    expect(chapters[3]?.markdown).toMatch(
      /::: signoff\n中共上海市委\\\n上海市人民政府\\\n2022年3月31日\n:::\n$/,
    );
  });
});

describe('the page with its editor’s decisions', async () => {
  const yaml = await readFile(join(book, 'source', `${name}.decisions.yaml`), 'utf8');
  const decisions = readDecisions(yaml, 'decisions.yaml').value ?? [];
  const decided = normalizeText([source], { decisions }).value;

  it('gives exactly the chapters of its book', async () => {
    const names = (await readdir(join(book, 'chapters'))).filter((file) => file.endsWith('.md'));
    expect(decided?.chapters.map(({ fileName }) => fileName)).toEqual(names);
    for (const { fileName, markdown } of decided?.chapters ?? []) {
      expect(await readFile(join(book, 'chapters', fileName), 'utf8')).toBe(markdown);
    }
    expect(await checkNormalization(book)).toEqual({
      value: { ledgers: 1, proved: 4, edited: 0 },
      diagnostics: [],
    });
  });

  it('has the three paragraphs again that the scan ran into others, and no other change', () => {
    expect(decided?.stale).toEqual([]);
    expect(decided?.followed).toHaveLength(3);
    const paragraphs = (list: typeof chapters) =>
      list.map(({ markdown }) => markdown.trim().split('\n\n').length);
    expect(paragraphs(decided?.chapters ?? [])).toEqual(
      paragraphs(chapters).map((count, i) => count + ([0, 0, 2, 1][i] ?? 0)),
    );
    const letters = (list: typeof chapters) =>
      list.map(({ markdown }) => markdown.replace(/\s+/g, '')).join('');
    expect(letters(decided?.chapters ?? [])).toBe(letters(chapters));
  });
});
