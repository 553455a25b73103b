import { locateBrowser } from '../../scripts/print/browser.js';
import { type BrowserSession, openBrowserSession } from '../../scripts/print/browser-session.js';
import type { TabSetup } from '../../scripts/print/layout-tab.js';
import { correctedPagedjs } from '../../scripts/print/pagedjs/source.js';

/** A real browser, the one that builds use. */
export async function openTestSession(tabs = 1): Promise<BrowserSession> {
  const found = await locateBrowser();
  const session = found.value && (await openBrowserSession(found.value, tabs));
  if (!session?.value) throw new Error(JSON.stringify([found.diagnostics, session?.diagnostics]));
  return session.value;
}

/** A tab without fonts or files; enough where only the flow of text matters. */
export async function plainSetup(changes: Partial<TabSetup> = {}): Promise<TabSetup> {
  return {
    language: 'zh-Hans',
    fontCss: '',
    files: new Map(),
    pagedjs: await correctedPagedjs(),
    timeLimit: () => 30_000,
    ...changes,
  };
}
