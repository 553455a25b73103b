import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { checkInvariant } from '../../scripts/normalize/ledger/invariant.js';
import { makeLedger, readLedger, writeLedger } from '../../scripts/normalize/ledger/ledger.js';
import type { NormalizedText } from '../../scripts/normalize/ledger/normalized-text.js';
import { rebuildChapters } from '../../scripts/normalize/ledger/rebuild-chapters.js';
import { normalized } from './texts.js';

const sentences = [
  '时候既然是深冬，天气又阴晦了，冷风吹进船舱中。',
  '“你怎么会姓赵！——你那里配姓赵！”',
  '全员核酸检测人口近17万人，筛查任务艰巨(见下表)。',
  '老栓忽然坐起身，擦着火柴，点上遍身油腻的灯盏',
  '虹口区 党员先行',
  '(上接第一版)充分挖潜、加緊布局。',
  '①干部走访农户。 本报记者 王小明摄 ②公路。',
  '第三章 过河',
  '2022年3月31日',
  'It was the best of times, it was the worst of times—',
  '“Oh! single, my dear, to be sure!”',
  'posses-',
  'CHAPTER IV',
  '有诗为证：',
  '床前看月光，疑是地上霜。',
  '庄子[1]说过，孔子[2]也说过。',
  '[1]庄周，战国时人。',
  '注释',
  '目录',
  '亲爱的同学：',
  '本报记者 傅青禾 通讯员 罗 坡',
  '编者按：大钟停摆十一年后重新敲响。',
  '（下转第四版）',
  '岫江日报 2024年6月18日 星期二 第1版',
  '一等奖(1名)：詹秋圃《糖粥》',
  '憚《はばか》かる遠慮、｜書生《しょせい》の癖',
  'ぽかん［＃「ぽかん」に傍点］として',
  '［＃３字下げ］',
  '-------------------------------------------------------',
  '* * *',
];
const damage = [
  '\n',
  '\n\n',
  '\r\n',
  '\n\n\n',
  '\f',
  ' ',
  '\u3000\u3000',
  '\t',
  '\u00a0',
  '\u0007',
  '\ufeff',
  '\u2028',
  '# ',
  '## ',
  '- ',
  '+ ',
  '1. ',
  '> ',
  '*',
  '**',
  '_',
  '`',
  '```',
  '~~',
  '|',
  '\\',
  '<b>',
  '&amp;',
  '[^1]',
  '![x](y)',
  ':::',
  '::: note',
  '---',
  '***',
  '===',
  '!',
  '?',
  '(',
  ')',
  '\ue000',
  '\ufffd',
  '𠮷',
  '[',
  ']',
  '{',
  '}',
  '　',
];
const raw = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...sentences) },
      { weight: 2, arbitrary: fc.constantFrom(...damage) },
      fc.string({ maxLength: 3, unit: 'binary' }),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => `正文从这里开始，一直写下去。${parts.join('')}`.replaceAll('\0', '').toWellFormed())
  .filter((text) => (text.match(/\p{Cc}|\ufffd/gu)?.length ?? 0) * 60 < text.length);

const ledgerOf = (text: NormalizedText) =>
  makeLedger(
    text,
    () => '',
    () => '',
  );
const filesOf = (text: NormalizedText) =>
  text.chapters.map(({ fileName, markdown }) => ({ file: `chapters/${fileName}`, markdown }));

describe('the ledger of a normalized text', () => {
  it('proves that source less edits is the chapters, whatever the text and however it is damaged', () => {
    fc.assert(
      fc.property(raw, (text) => {
        const result = normalized(text, { encoding: 'utf-8' });
        expect(checkInvariant(result.text, ledgerOf(result), filesOf(result))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('loses no character in the eyes of another Markdown reader', () => {
    fc.assert(
      fc.property(raw, (text) => {
        const result = normalized(text, { encoding: 'utf-8' });
        // Ruby and footnotes read otherwise than they stand; moved captions stand elsewhere.
        fc.pre(result.edits.every(({ markup }) => markup !== true));
        fc.pre(result.chapters.every(({ ranges }) => ranges.length === 1));
        expect(result.chapters.map(({ markdown }) => readByMarkdownIt(markdown)).join('')).toBe(
          sourceLessEdits(result),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('makes the chapters again from the source, to the byte', () => {
    fc.assert(
      fc.property(raw, (text) => {
        const result = normalized(text, { encoding: 'utf-8' });
        expect(rebuildChapters(result.text, ledgerOf(result))).toEqual(
          result.chapters.map(({ markdown }) => markdown),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('is the same for the same bytes, and reads back as it was written', () => {
    fc.assert(
      fc.property(raw, (text) => {
        const [first, second] = [
          normalized(text, { encoding: 'utf-8' }),
          normalized(text, { encoding: 'utf-8' }),
        ];
        const json = writeLedger(ledgerOf(first));
        expect(writeLedger(ledgerOf(second))).toBe(json);
        expect(readLedger(json)).toEqual(JSON.parse(json));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a changed character', (markdown: string) => markdown.replace('深冬', '深秋')],
    ['a lost line', (markdown: string) => markdown.replace(/\n\n[^\n]*$/, '\n')],
    ['an added space', (markdown: string) => markdown.replace('深冬', '深 冬')],
  ])('catches %s in a chapter', (_, harm) => {
    const result = normalized(`${sentences[0]}\n${sentences[1]}\n${sentences[0]}`);
    const files = filesOf(result).map(({ file, markdown }) => ({ file, markdown: harm(markdown.trim()) }));
    expect(checkInvariant(result.text, ledgerOf(result), files).map(({ code }) => code)).toEqual([
      'ledger-mismatch',
    ]);
  });

  it('catches an edit that does not fit its source', () => {
    const result = normalized(`${sentences[0]}\n他说(真的)。`);
    const ledger = ledgerOf(result);
    const edits = ledger.edits.map((edit) => ({ ...edit, before: '〔' }));
    expect(checkInvariant(result.text, { ...ledger, edits }, []).map(({ code }) => code)).toEqual([
      'ledger-mismatch',
    ]);
  });

  it('is refused where it is damaged', () => {
    expect(readLedger('{"format":1,')).toBeUndefined();
    expect(readLedger('{"format":3}')).toBeUndefined();
  });
});

const reader = new MarkdownIt('default', { html: true });

/** The text that a Markdown reader sees, without white space; containers, note marks and front matter taken out first. */
function readByMarkdownIt(markdown: string): string {
  const body = markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^:{3,}.*$/gm, '')
    .replace(/\[\^\d+\](?:: )?/g, '');
  const text = reader.render(body).replace(/<\/?(?:h[1-6]|p|br|hr)>/g, '');
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '').replace(/\s+/g, '');
}

function sourceLessEdits({ text, edits }: NormalizedText): string {
  let [result, at] = ['', 0];
  for (const edit of edits) {
    result += text.slice(at, edit.start) + (edit.markup ? '' : edit.after);
    at = edit.end;
  }
  return (result + text.slice(at)).replace(/\s+/g, '');
}
