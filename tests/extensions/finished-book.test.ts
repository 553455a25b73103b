import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { FinishedBook } from '../../scripts/model/extension.js';
import { build } from '../../scripts/pipeline/build.js';
import { bookOf } from './own-book.js';

const filler = `${'春风又绿江南岸，明月何时照我还。'.repeat(70)}\n\n`;

describe('the picture of a book that its own checks see', () => {
  it('has each piece with its file, its line, and the page that a reader turns to', async () => {
    vi.stubEnv('PATH', '/nonexistent');
    const book = bookOf({
      'chapters/01.md': `# 一\n\n::: note\n按语。\n:::\n\n${filler}## 节\n\n见[此](https://example.org/)，有注[^1]。\n\n{{#include ../part.md}}\n\n[^1]: 注文。\n`,
      'chapters/02.md': '---\nlang: en\n---\n\n# Two\n\n| a |\n|---|\n| b |\n',
      'part.md': '取自别处。\n\n![方块](../block.svg)\n',
      'block.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>',
    });
    let seen: FinishedBook | undefined;
    const check = (finished: FinishedBook) => {
      seen = finished;
      return [];
    };
    const config = { checks: [{ name: 'look', check }] };
    const { value, diagnostics } = await build({
      book,
      config,
      out: join(book, 'out'),
      formats: ['pdf'],
      cache: false,
    });
    vi.unstubAllEnvs();
    expect(diagnostics).toEqual([]);
    expect(value?.checks.at(-1)).toMatchObject({ check: 'own-look', status: 'passed' });
    expect(seen).toMatchObject({
      id: 'small',
      title: '小书',
      language: 'zh-Hans',
      pages: value?.figures.pages,
    });
    const [one, two] = seen?.chapters ?? [];
    const file = expect.stringMatching(/chapters\/01\.md$/);
    const included = expect.stringMatching(/book\/part\.md$/);
    const late = expect.stringMatching(/^[23]$/);
    expect(one).toMatchObject({
      id: 'ch-01',
      title: '一',
      matter: 'body',
      language: 'zh-Hans',
      file,
      page: '1',
    });
    expect(one?.headings).toEqual([
      { depth: 1, text: '一', file, line: 1, page: '1' },
      { depth: 2, text: '节', file, line: 9, page: late },
    ]);
    expect(one?.blocks.find(({ text }) => text === '按语。')).toEqual({
      element: 'p',
      text: '按语。',
      classes: ['note'],
      file,
      line: 4,
      page: '1',
    });
    expect(one?.blocks.find(({ text }) => text === '取自别处。')).toMatchObject({
      file: included,
      line: 1,
      page: late,
    });
    expect(one?.notes).toEqual([
      { label: '1', text: expect.stringContaining('注文。'), file, line: 15, page: late },
    ]);
    expect(one?.images).toEqual([{ path: 'block.svg', alt: '方块', file: included, line: 3, page: late }]);
    expect(one?.links).toEqual([{ target: 'https://example.org/', text: '此', file, line: 11, page: late }]);
    expect(two?.blocks.map(({ element, text }) => [element, text])).toEqual([
      ['h1', 'Two'],
      ['th', 'a'],
      ['td', 'b'],
    ]);
    expect([two?.language, one?.text.includes('注文')]).toEqual(['en', true]);
    expect(() => Object.assign(one ?? {}, { title: '二' })).toThrow(TypeError);
  }, 60_000);
});
