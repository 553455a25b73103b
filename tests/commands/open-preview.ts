import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { locateBrowser } from '../../scripts/print/browser.js';
import { ownFolder, startServing, writeBook } from './run-banxin.js';

/** The browser of a reader: it sees this machine alone. */
export async function openReader(): Promise<Browser> {
  const { value: found } = await locateBrowser();
  if (!found) throw new Error('no browser');
  return puppeteer.launch({
    executablePath: found.executable,
    headless: 'shell',
    pipe: true,
    env: { ...process.env, ...found.environment },
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
}

export interface PreviewSettings {
  /** Chapters of the book. */
  readonly chapters?: number;
  /** Language of the reader's browser. */
  readonly language?: string;
  /** More words of the command line. */
  readonly words?: readonly string[];
  /** Writes into the book before it is opened. */
  readonly prepare?: (book: string) => void;
}

/** A preview of a book of three chapters, open in a browser. */
export async function openPreview(
  browser: Browser,
  { chapters = 3, language = 'en', words = [], prepare }: PreviewSettings = {},
) {
  const folder = ownFolder();
  const book = writeBook(folder, chapters);
  prepare?.(book);
  const run = await startServing(['preview', 'book', ...words], folder);
  const url = run.stdout().trim();
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.setViewport({ width: 1300, height: 800 });
  await page.evaluateOnNewDocument(speak, language);
  await page.goto(url);
  await page.waitForFunction(() => document.body.dataset.version !== undefined);
  return {
    book,
    url,
    page,
    faults,
    process: run.child.pid ?? 0,
    chapter: (number: number): string => join(book, 'chapters', `0${number}-chapter.md`),
    stop: async () => {
      await page.close();
      run.child.kill('SIGINT');
      return run.ended;
    },
  };
}

/** Runs in the browser. */
function speak(language: string): void {
  Object.defineProperty(navigator, 'language', { get: () => language });
}

/** All that is written on the pages near the window. */
export function textOf(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector<HTMLIFrameElement>('iframe')?.contentDocument?.body.textContent ?? '',
  );
}

/** What the field of the page's number shows. */
export function numberIn(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector<HTMLInputElement>('#number')?.value ?? '');
}

export async function untilText(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (sought) =>
      document
        .querySelector<HTMLIFrameElement>('iframe')
        ?.contentDocument?.body.textContent?.includes(sought),
    { polling: 50, timeout: 20_000 },
    text,
  );
}
