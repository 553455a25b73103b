import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../scripts/print/browser-session.js';
import { layoutPart } from '../../scripts/print/layout-part.js';
import { openLayoutTab } from '../../scripts/print/layout-tab.js';
import { type Correction, corrections } from '../../scripts/print/pagedjs/corrections.js';
import { correctedPagedjs } from '../../scripts/print/pagedjs/source.js';
import { openTestSession, plainSetup } from './browser-for-tests.js';

const sentence = '春江潮水连海平海上明月共潮生滟滟随波千万里何处春江无月明。';
const a5 = '@page{size:148mm 210mm;margin:20mm 16mm} body{margin:0;font-size:10.5pt;line-height:17.5pt}';

/** The smallest document that each correction mends. */
const samples: Record<string, { html: string; css: string }> = {
  'offset-of-continued-text': {
    html: `<p style="text-emphasis:filled dot">${sentence.repeat(120)}</p><p>#END#</p>`,
    css: a5,
  },
  'sibling-of-short-text': {
    html: Array.from(
      { length: 16 },
      (_, k) => `<p style="break-before:page">${'字'.repeat(k)}${'<b>〔i〕名</b>和'.repeat(220)}</p>`,
    ).join(''),
    css: '@page{size:105mm 148mm;margin:15mm} body{margin:0;font-size:10pt;line-height:16pt}',
  },
  'closing-quote-of-strings': {
    html: '<h1>标题</h1><p>正文</p>',
    css: `${a5} h1{string-set:title content()} @page{@top-left{content:string(title) "·"}}`,
  },
  'ids-that-repeat': { html: '<p>甲</p><p>乙</p>', css: `${a5} p + p { color: red }` },
};

let session: BrowserSession;
beforeAll(async () => {
  session = await openTestSession();
});
afterAll(() => session.end());

async function layOut(
  name: string,
  only: readonly Correction[],
): Promise<{ text: string; style: string; css: string }> {
  const setup = await plainSetup({ pagedjs: await correctedPagedjs(only) });
  const { page } = await openLayoutTab(await session.browser(), setup);
  const { html = '', css = '' } = samples[name] ?? {};
  const { pages, css: rewritten } = await layoutPart(page, { html, css });
  const text = await page.evaluate(
    (parts) => {
      const box = document.createElement('div');
      return parts
        .map((part) => {
          box.innerHTML = part;
          return box.querySelector('.pagedjs_page_content')?.textContent ?? '';
        })
        .join('');
    },
    pages.map(({ html: own }) => own),
  );
  await page.close();
  return { text: text.replace(/\s/g, ''), style: pages[0]?.style ?? '', css: rewritten };
}

const source = (name: string) => (samples[name]?.html ?? '').replace(/<[^>]*>/g, '').replace(/\s/g, '');

describe('corrections of Paged.js', () => {
  it('each has a sample', () => {
    // Notes have a test of their own: foot-notes.test.ts.
    const names = [...Object.keys(samples), 'note-with-its-call'];
    expect(corrections.map(({ name }) => name).sort()).toEqual(names.sort());
  });

  for (const name of ['offset-of-continued-text', 'sibling-of-short-text']) {
    it(`${name}: text is printed wrongly without it and rightly with it`, async () => {
      const others = corrections.filter((correction) => correction.name !== name);
      expect((await layOut(name, others)).text).not.toBe(source(name));
      expect((await layOut(name, corrections)).text).toBe(source(name));
    });
  }

  it('closing-quote-of-strings: a running head after a string is closed', async () => {
    const name = 'closing-quote-of-strings';
    expect((await layOut(name, [])).style).toMatch(/--pagedjs-string-first-title: ?"标题; --/);
    expect((await layOut(name, corrections)).style).toMatch(/--pagedjs-string-first-title: ?"标题";/);
  });

  it('ids-that-repeat: two layouts with one style sheet share its rewritten rules', async () => {
    const name = 'ids-that-repeat';
    const others = corrections.filter((correction) => correction.name !== name);
    expect((await layOut(name, others)).css).not.toBe((await layOut(name, others)).css);
    expect((await layOut(name, corrections)).css).toBe((await layOut(name, corrections)).css);
  });

  it('a correction that does not find its spot stops everything', async () => {
    const edits = [['no such code', '']] as const;
    await expect(correctedPagedjs([{ name: 'lost', fault: '', edits }])).rejects.toThrow(
      /lost found its spot 0 times/,
    );
  });
});
