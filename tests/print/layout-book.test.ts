import { afterEach, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../scripts/print/browser-session.js';
import { layOutBook, type PartSource } from '../../scripts/print/layout-book.js';
import { openTestSession, plainSetup } from './browser-for-tests.js';

const css = '@page{size:148mm 210mm;margin:20mm}';
const part = (id: string, html = `<p>${'字'.repeat(3000)}</p>`): PartSource => ({
  id,
  html,
  name: `第${id}章`,
  numbering: 'arabic',
  openOn: 'next',
  heads: { verso: '', recto: '' },
});

let session: BrowserSession | undefined;
afterEach(() => session?.end());

describe('laying out a book', () => {
  it('chapters come back in order with their pages', async () => {
    session = await openTestSession(2);
    const { value, diagnostics } = await layOutBook(
      session,
      await plainSetup(),
      css,
      ['1', '2', '3'].map((id) => part(id)),
    );
    expect(diagnostics).toEqual([]);
    expect(value?.parts.map(({ id, pages }) => [id, pages.length > 1])).toEqual([
      ['1', true],
      ['2', true],
      ['3', true],
    ]);
  });

  it('a browser that dies in mid-layout is started again and nothing is missing', async () => {
    session = await openTestSession(2);
    const parts = Array.from({ length: 8 }, (_, index) => part(String(index)));
    const running = session;
    let killed = 0;
    const { value, diagnostics } = await layOutBook(running, await plainSetup(), css, parts, {
      onPart: async ({ done }) => {
        if (done === 2 && killed++ === 0) (await running.browser()).process()?.kill('SIGKILL');
      },
    });
    expect(killed).toBe(1);
    expect(diagnostics).toEqual([]);
    expect(value?.parts.map(({ id }) => id)).toEqual(parts.map(({ id }) => id));
  });

  it('a chapter that hangs is tried twice and then named', async () => {
    session = await openTestSession(1);
    const slow = `<p>${'慢'.repeat(60_000)}</p>`;
    const setup = await plainSetup({ timeLimit: (html) => (html === slow ? 50 : 30_000) });
    const { value, diagnostics } = await layOutBook(session, setup, css, [part('1'), part('2', slow)]);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, values }) => [code, values.chapter])).toEqual([
      ['layout-failed', '第2章'],
    ]);
  });

  it('what a manuscript asks of the network is refused, and no script of it runs', async () => {
    session = await openTestSession(1);
    const html =
      '<p>甲</p><img src="https://example.com/a.png"><script>document.body.textContent = "脚本"</script>' +
      '<img src="data:," onerror="document.body.remove()"><p>乙</p>';
    const { value, diagnostics } = await layOutBook(session, await plainSetup(), css, [part('1', html)]);
    expect(value?.parts[0]?.pages[0]?.html).toMatch(/甲.*乙/s);
    expect(diagnostics.map(({ code, values }) => [code, values.url])).toEqual([
      ['network-refused', 'https://example.com/a.png'],
    ]);
  });
});
