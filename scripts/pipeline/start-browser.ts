import { cpus } from 'node:os';
import type { BuildOptions } from '../model/build-types.js';
import { failure, type Outcome } from '../model/outcome.js';
import { locateBrowser } from '../print/browser.js';
import { type BrowserSession, openBrowserSession } from '../print/browser-session.js';
import type { Warm } from '../print/warm.js';

/** Tabs that work at once: one a core, and no more than four, since each holds a chapter's pages. */
const usefulTabs = Math.max(1, Math.min(4, cpus().length));

/** Finds and starts the browser of a build; it ends with the build, or at once when the build is cancelled. */
export async function startBrowser(options: BuildOptions, warm?: Warm): Promise<Outcome<BrowserSession>> {
  const found = await locateBrowser(options.browser, options.onProgress);
  options.signal?.throwIfAborted();
  if (!found.value) return failure(found.diagnostics);
  const session = await openBrowserSession(found.value, options.jobs ?? usefulTabs, options.signal, warm);
  return { value: session.value, diagnostics: [...found.diagnostics, ...session.diagnostics] };
}
