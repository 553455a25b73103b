import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OwnRule } from '../../scripts/model/extension.js';
import { checkNormalization } from '../../scripts/normalize/ledger/check-normalization.js';
import { normalizeInto } from '../../scripts/pipeline/normalize.js';
import { normalize } from '../../scripts/pipeline/normalize-in-memory.js';
import { ownFolder } from '../commands/run-banxin.js';
import { bookOf, codesOf } from './own-book.js';

const prose = '从前有一个书生，姓张，住在东门外。他读书很用功，每天点灯到半夜，邻居们都说他将来会有出息。';

/** Changes every place of some words. */
function replacing(name: string, from: string, to: string): OwnRule {
  return {
    name,
    find: (text) =>
      [...text.matchAll(new RegExp(from, 'gu'))].map(({ 0: word, index }) => ({
        start: index,
        end: index + word.length,
        after: to,
      })),
  };
}

async function run(raw: string, ...normalizer: OwnRule[]) {
  const { value, diagnostics } = await normalize({ raw, config: { normalizer } });
  return {
    codes: codesOf(diagnostics),
    markdown: value?.chapters.map(({ markdown }) => markdown).join('\n') ?? '',
    own: value?.edits
      .filter(({ rule }) => rule.startsWith('own-'))
      .map(({ rule, before, after }) => [rule, before, after]),
  };
}

describe('a rule of a book’s own', () => {
  it('is told the language of the text, and wins over a rule of single characters', async () => {
    const languages: string[] = [];
    const keep: OwnRule = {
      name: 'keep-comma',
      find: (text, { language }) => {
        languages.push(language);
        const start = text.indexOf('一眼,');
        return [{ start: start + 2, end: start + 3, after: '、' }];
      },
    };
    const { markdown, own } = await run(`${prose}他回头看了一眼,没有说话。`, keep);
    expect(languages).toEqual(['zh-Hans']);
    expect(markdown).toContain('看了一眼、没有说话');
    expect(own).toEqual([['own-keep-comma', ',', '、']]);
  });

  it('gives way where another rule was first, and changes nothing where nothing would change', async () => {
    const { own } = await run(
      `${prose}东门外。`,
      replacing('first', '东门', '西门'),
      replacing('second', '门外', '门内'),
      replacing('idle', '书生', '书生'),
    );
    expect(own).toEqual([
      ['own-first', '东门', '西门'],
      ['own-first', '东门', '西门'],
    ]);
  });

  it('writes characters, never markup', async () => {
    expect((await run(`${prose}`, replacing('star', '书生', '*书生*'))).markdown).toContain('\\*书生\\*');
  });

  it('may take words out, and leave a heading or a paragraph empty, with every letter accounted for', async () => {
    const raw = '第一章 归来\n\n　　天亮了。\n\n　　广告勿删\n\n　　他还在路上。\n';
    const { markdown, own, codes } = await run(raw, replacing('advert', '广告勿删|归来', ''));
    expect([markdown.includes('广告'), markdown.includes('归来'), own?.length, codes]).toEqual([
      false,
      false,
      2,
      [],
    ]);
  });

  it.each([
    ['over a line end', { start: 0, end: 60, after: '' }],
    ['with a line end in it', { start: 0, end: 1, after: '甲\n乙' }],
    ['beyond the text', { start: 5, end: 5000, after: '' }],
    ['backwards', { start: 5, end: 4, after: '' }],
    ['within a character', { start: 1, end: 2, after: '' }],
    ['half a character', { start: 2, end: 3, after: '\ud842' }],
    ['surer than sure', { start: 2, end: 3, after: '甲', confidence: 2 }],
  ])('is refused an edit %s; nothing is written then', async (_, edit) => {
    const book = bookOf({ 'raw.txt': `𠮷${prose}\n\n${prose}` });
    const { value, diagnostics } = await normalizeInto({
      raw: join(book, 'raw.txt'),
      out: join(ownFolder(), 'out'),
      config: { normalizer: [{ name: 'odd', find: () => [edit] }] },
    });
    expect([value, codesOf(diagnostics)]).toEqual([undefined, ['own-rule-shape']]);
  });

  it('leaves a ledger that proves the chapters without it', async () => {
    const out = join(ownFolder(), 'out');
    const raw = join(dirname(out), 'raw.txt');
    writeFileSync(raw, `第一章 归来\n\n　　${prose}\n`);
    const config = { normalizer: [replacing('gate', '东门', '西门')] };
    const { value } = await normalizeInto({ raw, out, config });
    expect(value?.edits).toMatchObject({ 'own-gate': 1 });
    expect((await checkNormalization(out)).value).toEqual({ ledgers: 1, proved: 1, edited: 0 });
    expect(readFileSync(join(out, 'source', 'raw.txt'), 'utf8')).toContain('东门');
    const again = await normalizeInto({ raw, out, config });
    expect(again.value?.files).toEqual([]);
  });
});
