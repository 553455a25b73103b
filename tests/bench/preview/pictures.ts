import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer';
import sharp from 'sharp';
import { packageRoot } from '../../../scripts/files/package-root.js';
import { firstLine, openReader } from './open-reader.js';

/**
 * `npm run guide:pictures`: takes the guide's pictures of the preview anew, in Chinese and in English, from the guide's own
 * trial text, with the type of Banxin's faces for a machine that has none.
 */
const guides = [
  { folder: 'zh', language: 'zh-CN', trial: 'dukou.txt' },
  { folder: 'en', language: 'en', trial: 'ferry.txt' },
] as const;

async function main(): Promise<void> {
  const browser = await openReader();
  try {
    for (const guide of guides) await take(browser, guide);
  } finally {
    await browser.close();
  }
}

async function take(browser: Browser, { folder, language, trial }: (typeof guides)[number]): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'banxin-pictures-'));
  const guide = join(packageRoot, 'manuscript/guide', folder);
  const book = join(place, 'book');
  await ended(banxin('init', book, '--from', join(guide, 'trial', trial)));
  const preview = banxin('preview', book);
  try {
    const url = await firstLine(preview);
    const page = await openPage(browser, url, language);
    const save = async (name: string): Promise<void> => {
      await sleep(1_500);
      const png = await page.screenshot({ type: 'png' });
      await sharp(png)
        .png({ palette: true, quality: 90 })
        .toFile(join(guide, 'figures', `${name}.png`));
    };
    await page.keyboard.press('c');
    for (let turned = 0; turned < 5; turned++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('b');
    await save('preview');
    await page.keyboard.press('b');
    await page.keyboard.press('c');
    await page.select('#view', 'both');
    await save('preview-ebook');
    await page.evaluate(() => document.querySelector<HTMLElement>('#toReview')?.click());
    await page.waitForFunction(
      () => location.pathname.endsWith('/review/') && document.querySelector('.views'),
    );
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('.views button')[0]?.click());
    await dress(page);
    await save('review');
    await page.close();
  } finally {
    preview.kill('SIGINT');
    await new Promise((resolve) => preview.once('close', resolve));
    await rm(place, { recursive: true, force: true });
  }
}

async function openPage(browser: Browser, url: string, language: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 820, deviceScaleFactor: 1.5 });
  await page.setBypassCSP(true);
  await page.evaluateOnNewDocument((spoken) => {
    Object.defineProperty(navigator, 'language', { get: () => spoken });
  }, language);
  await page.goto(url);
  await page.waitForFunction(() => document.body.dataset.version !== undefined);
  await dress(page);
  return page;
}

/** Sets the page itself, not the book in it, in Banxin's sans serif face. */
async function dress(page: Page): Promise<void> {
  const font = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  );
  const data = (await readFile(font)).toString('base64');
  const face = `@font-face { font-family: "guide"; src: url(data:font/ttf;base64,${data}) }`;
  await page.addStyleTag({ content: `${face} * { font-family: "guide" !important }` });
}

function banxin(...words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(packageRoot, 'dist/lib/cli.js'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function ended(child: ChildProcess): Promise<void> {
  child.stdout?.resume();
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`banxin ended with ${code}`);
}

await main();
