import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Page } from 'puppeteer';
import { destinationPages } from './destination-pages.js';

const [html = '', output = '', executablePath = ''] = process.argv.slice(2);

/** Prints an HTML file as it is, sets the page numbers of its contents, and prints it again. */
async function main(): Promise<void> {
  const browser = await puppeteer.launch({
    executablePath,
    headless: 'shell',
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    protocolTimeout: 3_600_000,
  });
  const page = await browser.newPage();
  await page.goto(pathToFileURL(html).href);
  await print(page, false);
  const pages = destinationPages(await readFile(output));
  await page.evaluate((numbers) => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a')) {
      link.dataset.page = String(numbers[link.hash.slice(1)] ?? '');
    }
  }, Object.fromEntries(pages));
  await print(page, true);
  await browser.close();
}

async function print(page: Page, last: boolean): Promise<void> {
  // The first pass is only for its numbers: no tags, no outline.
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: last,
    outline: last,
    timeout: 0,
  });
  await writeFile(output, pdf);
}

await main();
