import { afterEach, describe, expect, it } from 'vitest';
import { locateBrowser } from '../../scripts/print/browser.js';
import { type BrowserSession, openBrowserSession } from '../../scripts/print/browser-session.js';
import { layOutBook, type PartSource } from '../../scripts/print/layout-book.js';
import { openOfflinePage } from '../../scripts/print/offline-page.js';
import { makeWarm } from '../../scripts/print/warm.js';
import { openTestSession, plainSetup } from './browser-for-tests.js';

const css = '@page{size:148mm 210mm;margin:20mm}';
const part = (text: string): PartSource => ({
  id: 'one',
  html: `<h1 id="one">标题</h1>${`<p>${text.repeat(300)}</p>`.repeat(8)}`,
  name: '第一章',
  numbering: 'arabic',
  openOn: 'next',
  heads: { verso: '', recto: '' },
});
const face = (characters: string) => ({ fileName: 'song.ttf', source: 'one', characters });

const sessions: BrowserSession[] = [];
afterEach(() => Promise.all(sessions.splice(0).map((session) => session.end())));

async function warmSession(): Promise<BrowserSession> {
  const found = await locateBrowser();
  const session = found.value && (await openBrowserSession(found.value, 1, undefined, makeWarm()));
  if (!session?.value) throw new Error('no browser');
  sessions.push(session.value);
  return session.value;
}

/** Lays a text out where the fonts have those characters; gives the pages, and the tabs that are open afterwards. */
async function laidOut(session: BrowserSession, text: string, characters: string) {
  const setup = await plainSetup({ faces: [face(characters)] });
  const { value } = await layOutBook(session, setup, css, [part(text)]);
  const tabs = await (await session.browser()).pages();
  return { pages: JSON.stringify(value), tabs: tabs.filter((tab) => tab.url().includes('tab.html')) };
}

describe('a session that stays warm', () => {
  it('lays out in the tab of before what a new tab would lay out', async () => {
    const warm = await warmSession();
    const first = await laidOut(warm, '春江', '春江潮水');
    const second = await laidOut(warm, '潮水', '潮水');
    expect(second.tabs).toHaveLength(1);
    expect(second.tabs[0]).toBe(first.tabs[0]);
    const cold = await openTestSession();
    sessions.push(cold);
    expect(second.pages).toBe((await laidOut(cold, '潮水', '潮水')).pages);
    expect(first.pages).not.toBe(second.pages);
  });

  it('opens another tab where the fonts of the old one lack a character, and closes the old one', async () => {
    const warm = await warmSession();
    const first = await laidOut(warm, '春江', '春江');
    const second = await laidOut(warm, '明月', '春江明月');
    expect(second.tabs).toHaveLength(1);
    expect(second.tabs[0]).not.toBe(first.tabs[0]);
  });

  it('keeps a tab that is given back twice, and gives away none that is closed', async () => {
    const warm = await warmSession();
    const browser = await warm.browser();
    const kind = { key: 'one', characters: new Map<string, string>() };
    const tabs = makeWarm().tabs;
    const tab = await openOfflinePage(browser, new Map());
    await tabs.give(browser, kind, tab);
    await tabs.give(browser, kind, tab);
    expect([tab.page.isClosed(), tabs.take(browser, kind) === tab]).toEqual([false, true]);
    await tabs.give(browser, kind, tab);
    await tab.page.close();
    expect(tabs.take(browser, kind)).toBeUndefined();
  });

  it('goes on in a new browser when its own has died', async () => {
    const warm = await warmSession();
    const first = await laidOut(warm, '春江', '春江');
    (await warm.browser()).process()?.kill('SIGKILL');
    expect((await laidOut(warm, '春江', '春江')).pages).toBe(first.pages);
  });
});
