import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FuzzDesk, openFuzzDesk } from '../../scripts/bench/fuzz-desk.js';
import { openPress } from '../../scripts/bench/fuzz-run.js';
import { piece } from '../../scripts/bench/piece.js';
import { layoutPart } from '../../scripts/print/layout-part.js';
import { openLayoutTab } from '../../scripts/print/layout-tab.js';
import type { Correction } from '../../scripts/print/pagedjs/correction.js';
import { corrections } from '../../scripts/print/pagedjs/corrections/index.js';
import { correctedPagedjs } from '../../scripts/print/pagedjs/source.js';
import { plainSetup } from './browser-for-tests.js';

const sentence = '春江潮水连海平海上明月共潮生滟滟随波千万里何处春江无月明。';
const a5 = '@page{size:148mm 210mm;margin:20mm 16mm} body{margin:0;font-size:10.5pt;line-height:17.5pt}';

/**
 * Chapters that random books were cut down to, in which text is lost, repeated or off its page without one correction:
 * tests/fixtures/pagination/<name>.md. The number in the heading is the seed (it decides the page and the notes).
 */
const chapters = [
  'calls-at-a-line-end',
  'cells-beside-a-split-cell',
  'cells-that-go-on',
  'cut-until-it-fits',
  'nothing-passed-over',
  'page-end-where-the-browser-broke',
  'source-of-every-copy',
  'tokens-that-differ',
];

/** The smallest document of the other corrections. */
const samples: Record<string, { html: string; css: string }> = {
  'no-hyphen-of-its-own': {
    html: `<p>${'/abcdefgh'.repeat(500)}</p>`,
    css: `${a5} p{margin:0;overflow-wrap:anywhere;word-break:break-all}`,
  },
  'breaks-to-avoid-left-to-the-browser': {
    html: Array.from(
      { length: 28 },
      (_, k) => `<p>${'字<br>'.repeat(k + 1)}</p><h2>标题</h2><p>${sentence.repeat(3)}</p>`,
    ).join(''),
    css: `${a5} h2{break-after:avoid;font-size:1em;margin:0} p{margin:0}`,
  },
  'closing-quote-of-strings': {
    html: '<h1>标题</h1><p>正文</p>',
    css: `${a5} h1{string-set:title content()} @page{@top-left{content:string(title) "·"}}`,
  },
  'ids-that-repeat': { html: '<p>甲</p><p>乙</p>', css: `${a5} p + p { color: red }` },
  'split-marked-when-cut': {
    html: `<p><b>${'春江潮水连海平，'.repeat(300)}</b></p>`,
    css: `${a5} p{margin:0} b[data-split-to]::before{content:"（这一段接下页，这一段接下页，这一段接下页，这一段接下页）"}`,
  },
  'tokens-of-texts': {
    html: `<section>${'<p>甲</p>'.repeat(27)}<p>${'<br>'.repeat(27)}乙</p><p>丙</p></section>`,
    css: `${a5} p{margin:0}`,
  },
  'table-heads-repeated': {
    html: `<table><thead><tr><th id="a">行</th></tr></thead><tbody>${'<tr><td>甲</td></tr>'.repeat(60)}</tbody></table>`,
    css: a5,
  },
};

/** Its sample needs a real face: foot-notes.test.ts has it. */
const ofNotes = ['note-with-its-call'];

/** Corrections that a correction stands on: where it is left out, they are too. */
const onTopOf: Readonly<Record<string, readonly string[]>> = { 'cells-that-go-on': ['table-heads-repeated'] };

function without(name: string): readonly Correction[] {
  const left = [name, ...(onTopOf[name] ?? [])];
  return corrections.filter((correction) => !left.includes(correction.name));
}

let desk: FuzzDesk;
beforeAll(async () => {
  desk = await openFuzzDesk(1);
});
afterAll(() => desk.session.end());

type Press = Awaited<ReturnType<typeof openPress>>;

/** So many lines more at the beginning of a chapter: where its pages end is a matter of the style sheets. */
const mostShifts = 24;

/** What goes wrong in a chapter that begins so many lines later. */
async function faultsOf(press: Press, name: string, shift: number): Promise<readonly string[]> {
  const markdown = readFileSync(`tests/fixtures/pagination/${name}.md`, 'utf8');
  const seed = Number(/\d+/.exec(markdown)?.[0]);
  const shifted = markdown.replace('\n\n', `\n\n${'一行。\n\n'.repeat(shift)}`);
  const { faults, hang } = await press.run(seed, piece(shifted, []));
  return hang === undefined ? faults.map(({ kind, text }) => `${kind}: ${text}`) : [hang];
}

async function layOut(name: string, only: readonly Correction[]) {
  const setup = await plainSetup({ pagedjs: await correctedPagedjs(only) });
  const { page } = await openLayoutTab(await desk.session.browser(), setup);
  const { html = '', css = '' } = samples[name] ?? {};
  const { pages, css: rewritten, proof } = await layoutPart(page, { html, css });
  await page.close();
  const texts = pages.map((own) => own.html.replace(/<[^>]*>/g, '').replace(/\s/g, ''));
  const faults = proof.faults.map(({ kind }) => kind);
  return { faults, pages, texts, style: pages[0]?.style ?? '', css: rewritten };
}

describe('corrections of Paged.js', () => {
  it('each has a sample', () => {
    const names = [...chapters, ...Object.keys(samples), ...ofNotes];
    expect(corrections.map(({ name }) => name).sort()).toEqual(names.sort());
  });

  it.each(chapters)('%s: text is printed wrongly without it and rightly with it', async (name) => {
    const [stock, mended] = [
      await openPress(desk, await correctedPagedjs(without(name))),
      await openPress(desk, await correctedPagedjs(corrections)),
    ];
    let shift = 0;
    while (shift < mostShifts && (await faultsOf(stock, name, shift)).length === 0) shift += 1;
    expect(shift).toBeLessThan(mostShifts);
    expect(await faultsOf(mended, name, shift)).toEqual([]);
    await Promise.all([stock.close(), mended.close()]);
  });

  it('breaks-to-avoid-left-to-the-browser: no heading stands at the foot of a page', async () => {
    const name = 'breaks-to-avoid-left-to-the-browser';
    expect((await layOut(name, without(name))).texts.filter((text) => text.endsWith('标题'))).not.toEqual([]);
    expect((await layOut(name, corrections)).texts.filter((text) => text.endsWith('标题'))).toEqual([]);
  });

  it('split-marked-when-cut: what a style sheet sets where a page ends finds room on the page', async () => {
    const name = 'split-marked-when-cut';
    expect((await layOut(name, without(name))).faults).not.toEqual([]);
    expect((await layOut(name, corrections)).faults).toEqual([]);
  });

  it('table-heads-repeated: a table has its head on every page, and its id once', async () => {
    const name = 'table-heads-repeated';
    const [stock, mended] = [await layOut(name, without(name)), await layOut(name, corrections)];
    expect(stock.texts.filter((text) => text.includes('行'))).toHaveLength(1);
    expect(mended.texts.length).toBeGreaterThan(1);
    expect(mended.texts.every((text) => text.includes('行'))).toBe(true);
    expect(mended.pages.flatMap(({ anchors }) => anchors)).toEqual(['a']);
    expect(mended.pages[1]?.html).toMatch(/<thead[^>]*aria-hidden="true"/);
  });

  it('tokens-of-texts: what comes after two page ends of one place is not left out', async () => {
    const name = 'tokens-of-texts';
    expect((await layOut(name, without(name))).texts.join('')).not.toContain('乙');
    expect((await layOut(name, corrections)).texts.join('')).toBe(`${'甲'.repeat(27)}乙丙`);
  });

  it('no-hyphen-of-its-own: an address that a page ends in is what it was', async () => {
    const name = 'no-hyphen-of-its-own';
    const address = '/abcdefgh'.repeat(500);
    expect((await layOut(name, without(name))).texts.join('')).toContain('\u2011');
    expect((await layOut(name, corrections)).texts.join('')).toBe(address);
  });

  it('closing-quote-of-strings: a running head after a string is closed', async () => {
    const name = 'closing-quote-of-strings';
    expect((await layOut(name, without(name))).style).toMatch(/--pagedjs-string-first-title: ?"标题; --/);
    expect((await layOut(name, corrections)).style).toMatch(/--pagedjs-string-first-title: ?"标题";/);
  });

  it('ids-that-repeat: two layouts with one style sheet share its rewritten rules', async () => {
    const name = 'ids-that-repeat';
    expect((await layOut(name, without(name))).css).not.toBe((await layOut(name, without(name))).css);
    expect((await layOut(name, corrections)).css).toBe((await layOut(name, corrections)).css);
  });

  it('a correction that does not find its spot stops everything', async () => {
    const edits = [{ find: 'no such code', replacement: '' }];
    await expect(correctedPagedjs([{ name: 'lost', fault: '', edits }])).rejects.toThrow(
      /lost found its spot 0 times/,
    );
  });
});
