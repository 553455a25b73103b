import type { ChildProcess } from 'node:child_process';
import puppeteer, { type Browser } from 'puppeteer';
import { locateBrowser } from '../../../scripts/print/browser.js';

/** The browser of the one who looks, apart from the preview's own. */
export async function openReader(): Promise<Browser> {
  const { value: found } = await locateBrowser();
  if (!found) throw new Error('there is no browser to look with');
  const { executable, environment } = found;
  const args = ['--no-sandbox', '--disable-gpu'];
  const env = { ...process.env, ...environment };
  return puppeteer.launch({ executablePath: executable, headless: 'shell', pipe: true, args, env });
}

export async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  return text.trim();
}
