import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { diagnose } from '../diagnostics/catalogue.js';
import { writeFault } from '../files/errors.js';
import { kindOf } from '../files/read.js';
import { makeTemporaryFolder, removeTemporaryFolder } from '../files/temporary-folder.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { OnProgress } from '../model/progress.js';
import { hasPackagedBrowser, unpackBrowser } from './unpack-browser.js';

export type { Browser, Page };

/** Where a browser was found, in the order in which they are tried. */
export type BrowserSource = 'setting' | 'package' | 'puppeteer' | 'system';

export interface FoundBrowser {
  readonly source: BrowserSource;
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Finds the browser to lay out with: an explicit setting (`--browser` or `BANXIN_BROWSER`), the one that
 * an npm package ships (the same pages on every machine), one that Puppeteer has downloaded, one of the system.
 */
export async function locateBrowser(
  setting?: string,
  onProgress?: OnProgress,
): Promise<Outcome<FoundBrowser>> {
  const chosen = setting ?? process.env.BANXIN_BROWSER;
  if (chosen) {
    if ((await kindOf(chosen)) !== 'file') return failure([diagnose('browser-not-found', { path: chosen })]);
    return success({ source: 'setting', executable: chosen, environment: {} });
  }
  if (await hasPackagedBrowser()) return packagedBrowser(onProgress);
  const downloaded = await puppeteerBrowser();
  if (downloaded) return success({ source: 'puppeteer', executable: downloaded, environment: {} });
  const system = await systemBrowser();
  if (!system) return failure([diagnose('browser-missing', {})]);
  const warning = diagnose('browser-of-system', { path: system });
  return success({ source: 'system', executable: system, environment: {} }, [warning]);
}

async function packagedBrowser(onProgress?: OnProgress): Promise<Outcome<FoundBrowser>> {
  try {
    return success({ source: 'package', ...(await unpackBrowser(onProgress)) });
  } catch (error) {
    return failure([diagnose('browser-unpack-failed', { reason: firstLine(error) })]);
  }
}

async function puppeteerBrowser(): Promise<string | undefined> {
  try {
    const path = puppeteer.executablePath({ headless: 'shell' });
    return (await kindOf(path)) === 'file' ? path : undefined;
  } catch {
    return undefined;
  }
}

async function systemBrowser(): Promise<string | undefined> {
  const candidates = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  for (const candidate of candidates) if ((await kindOf(candidate)) === 'file') return candidate;
  return undefined;
}

/** With what every browser is started. */
export const browserFlags = [
  // Nothing may leave this machine, whatever a book says; pages are served by interception.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  // Small shared memory (containers) must not crash a long book.
  '--disable-dev-shm-usage',
  // Hinting moves glyphs by the machine's settings; print wants none.
  '--font-render-hinting=none',
];

/** The folder of each browser's profile and temporary files; it goes with the browser. */
const profiles = new WeakMap<Browser, string>();

/** Starts a browser. A start that fails is `browser-start-failed` with what the browser said. */
export async function launchBrowser(found: FoundBrowser): Promise<Outcome<Browser>> {
  let profile: string;
  try {
    profile = await makeTemporaryFolder();
  } catch (error) {
    return failure([writeFault(error, tmpdir())]);
  }
  const started = await startBrowser(found, profile);
  if (started.value) profiles.set(started.value, profile);
  else await removeTemporaryFolder(profile);
  return started;
}

async function startBrowser(found: FoundBrowser, profile: string): Promise<Outcome<Browser>> {
  const args = needsNoSandbox() ? [...browserFlags, '--no-sandbox'] : browserFlags;
  try {
    const browser = await puppeteer.launch({
      executablePath: found.executable,
      headless: 'shell',
      pipe: true,
      args,
      userDataDir: profile,
      env: { ...process.env, TMPDIR: profile, ...found.environment },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: 30_000,
      protocolTimeout: 600_000,
    });
    // A browser that dies breaks its pipes; what waited for it learns that by its own promise.
    for (const stream of browser.process()?.stdio ?? []) stream?.on('error', () => undefined);
    return success(browser);
  } catch (error) {
    return failure([diagnose('browser-start-failed', { path: found.executable, reason: firstLine(error) })]);
  }
}

/** Chromium refuses to sandbox for root; `BANXIN_NO_SANDBOX=1` says that the system cannot. */
export function needsNoSandbox(): boolean {
  return process.getuid?.() === 0 || process.env.BANXIN_NO_SANDBOX === '1';
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}

/** Ends a browser whatever state it is in; one that hangs is killed. */
export async function endBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  const closed = browser.close().catch(() => undefined);
  const late = new Promise<void>((resolve) => setTimeout(resolve, 3_000).unref());
  await Promise.race([closed, late]);
  if (child && child.exitCode === null && child.signalCode === null) killGroup(child);
  const profile = profiles.get(browser);
  if (profile !== undefined) await removeTemporaryFolder(profile);
}

/** The browser leads a process group of its own; a stopped or hung renderer would outlive it alone. */
function killGroup(browser: ChildProcess): void {
  try {
    if (browser.pid !== undefined && process.platform !== 'win32') process.kill(-browser.pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
  browser.kill('SIGKILL');
}
